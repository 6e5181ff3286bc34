import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/browser";
import { authClient } from "./authClient.ts";

/** What the sign-in service refused; `code` is its word for the reason. */
export type AuthRefusal = { status: number; code?: string | undefined };
export type AuthAnswer<T> = { data: T | null; error: AuthRefusal | null };

let underWay: Promise<unknown> = Promise.resolve();

/** Never throws: a server that cannot be reached is an answer too, with status 0. */
function post<T>(path: string, body: object): Promise<AuthAnswer<T>> {
  const answer = send<T>(path, { method: "POST", body });
  underWay = answer;
  return answer;
}

const get = <T>(path: string) => send<T>(path, { method: "GET" });

type Sent = { method: "GET" } | { method: "POST"; body: object };

const send = <T>(path: string, sent: Sent): Promise<AuthAnswer<T>> =>
  heard(authClient.$fetch<T>(path, { ...sent, throw: false }));

/** What a call of the sign-in service came to. One that breaks on its way would leave its form waiting for ever. */
export async function heard<T>(call: Promise<AuthAnswer<T>>): Promise<AuthAnswer<T>> {
  try {
    const { data, error } = await call;
    return { data, error };
  } catch {
    return { data: null, error: { status: 0 } };
  }
}

type Entered = { token: string };

/** The routes of the sign-in service that its own client does not name. */
export const authRoutes = {
  /** Draws a new secret for an app, and ten codes for paper; nothing is asked for until a code was confirmed. */
  beginCodes: (password: string | undefined) =>
    post<{ totpURI: string; backupCodes: string[] }>("/two-factor/enable", password ? { password } : {}),
  stopCodes: (password: string | undefined) =>
    post<{ status: boolean }>("/two-factor/disable", password ? { password } : {}),
  renewBackupCodes: (password: string | undefined) =>
    post<{ backupCodes: string[] }>("/two-factor/generate-backup-codes", password ? { password } : {}),
  /** Finishes a sign-in, or setting codes up, with a code from an app or from paper. */
  giveCode: ({ kind, code }: { kind: "app" | "paper"; code: string }, trustDevice: boolean) =>
    post<Entered>(kind === "app" ? "/two-factor/verify-totp" : "/two-factor/verify-backup-code", {
      code,
      trustDevice,
    }),
  changePassword: (currentPassword: string, newPassword: string) =>
    post<object>("/change-password", { currentPassword, newPassword }),
  /** Gives the password once more, for an act that asks for a recent one. */
  prove: (password: string) => post<{ status: boolean }>("/prove", { password }),
  beginPasskey: () => get<PublicKeyCredentialCreationOptionsJSON>("/passkey/generate-register-options"),
  addPasskey: (response: RegistrationResponseJSON) =>
    post<object>("/passkey/verify-registration", { response }),
  askForPasskey: () => get<PublicKeyCredentialRequestOptionsJSON>("/passkey/generate-authenticate-options"),
  enterWithPasskey: (response: AuthenticationResponseJSON) =>
    post<object>("/passkey/verify-authentication", { response }),
  removePasskey: (id: string) => post<{ status: boolean }>("/passkey/delete-passkey", { id }),
  unlock: (password: string) => post<{ status: boolean }>("/unlock", { password }),
  /** Leads to a provider's own page, which leads back. */
  enterThrough: (providerId: string, next: string) =>
    post<{ url: string }>("/sign-in/oauth2", {
      providerId,
      callbackURL: next,
      errorCallbackURL: "/sign-in",
      disableRedirect: true,
    }),
} as const;

/**
 * Resolves when the last of these calls was answered. Some put another session in the place of this one, and the end
 * of the old one can be heard of sooner than the beginning of the new.
 */
export async function answered(): Promise<void> {
  await underWay;
}

/** Tells the page that its session is another one now, so that it asks for a new token. */
export function sessionChanged(): void {
  authClient.$store.notify("$sessionSignal");
}
