import { type AuthAnswer, type AuthRefusal, authRoutes } from "./authRoutes.ts";

/** Whether this browser has passkeys at all; it has none where a page came without https. */
export const hasPasskeys = typeof globalThis.PublicKeyCredential === "function";

/** Has a device make a passkey and adds it to the account. The password was given just before. */
export async function addPasskey(): Promise<AuthRefusal | null> {
  const { data: optionsJSON, error } = await authRoutes.beginPasskey();
  if (!optionsJSON) return error;
  const { startRegistration } = await import("@simplewebauthn/browser");
  const made = await fromDevice(() => startRegistration({ optionsJSON }));
  return made.data ? (await authRoutes.addPasskey(made.data)).error : made.error;
}

/** Has a device show a passkey and signs its owner in. */
export async function enterWithPasskey(): Promise<AuthRefusal | null> {
  const { data, error } = await authRoutes.askForPasskey();
  if (!data) return error;
  const { startAuthentication } = await import("@simplewebauthn/browser");
  // The server takes none that has not checked its owner; said here, the device knows it too.
  const optionsJSON = { ...data, userVerification: "required" as const };
  const shown = await fromDevice(() => startAuthentication({ optionsJSON }));
  return shown.data ? (await authRoutes.enterWithPasskey(shown.data)).error : shown.error;
}

/** What a device answered, or why it did not, in the words of the sign-in service's other refusals. */
async function fromDevice<T>(ask: () => Promise<T>): Promise<AuthAnswer<T>> {
  try {
    return { data: await ask(), error: null };
  } catch (thrown) {
    const name = thrown instanceof Error ? thrown.name : "";
    if (name === "InvalidStateError") return refused("PASSKEY_HELD_ALREADY");
    return refused(name === "SecurityError" ? "PASSKEY_NOT_HERE" : "PASSKEY_CANCELLED");
  }
}

const refused = (code: string) => ({ data: null, error: { status: 0, code } });
