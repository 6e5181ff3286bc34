import { createOTP } from "@better-auth/utils/otp";
import type { openConvexTest } from "./convexTestBackend.ts";

type ConvexTest = ReturnType<typeof openConvexTest>;
/** `withIdentity` only where functions are called besides. */
type Deployment = Pick<ConvexTest, "fetch"> & Partial<Pick<ConvexTest, "withIdentity">>;

export const ORIGIN = "http://localhost:4400";
export const PASSWORD = "correct horse battery";
export const EMAIL = "ada@example.test";

/** The cookies of answers, as a browser would send them back: the newest of each name, none that were cleared. */
export function cookiesAfter(...answers: Response[]): string {
  const jar = new Map<string, string>();
  for (const answer of answers) {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const name = pair.slice(0, pair.indexOf("="));
      if (/max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, pair);
    }
  }
  return [...jar.values()].join("; ");
}

/** The routes of better-auth on a deployment, as a browser on a page of `origin` calls them. */
export function authRoutes(t: Deployment, origin = ORIGIN) {
  const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    t.fetch(`/api/auth${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin, ...headers },
      body: JSON.stringify(body),
    });
  const claimsOf = async (cookie: string): Promise<Record<string, unknown>> => {
    const answer = await t.fetch("/api/auth/convex/token", { headers: { cookie, origin } });
    const { token } = (await answer.json()) as { token: string };
    return JSON.parse(atob((token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/")));
  };
  return {
    post,
    claimsOf,
    signUp: (email = EMAIL, password = PASSWORD, headers: Record<string, string> = {}) =>
      post("/sign-up/email", { name: "Ada Example", email, password }, headers),
    signIn: (password = PASSWORD, email = EMAIL, headers: Record<string, string> = {}) =>
      post("/sign-in/email", { email, password }, headers),
    /** Calls functions as the session behind a cookie. */
    asOf: async (cookie: string) => {
      const { sub, sessionId } = await claimsOf(cookie);
      if (!t.withIdentity)
        throw new Error("Only callers of convex-test have an identity of their own making.");
      return t.withIdentity({ subject: String(sub), sessionId: String(sessionId) });
    },
    /** Sets codes up for the session behind a cookie. */
    turnOnCodes: async (cookie: string, password = PASSWORD) => {
      const begun = await post("/two-factor/enable", { password }, { cookie });
      const { totpURI, backupCodes } = (await begun.json()) as { totpURI: string; backupCodes: string[] };
      const secret = secretIn(totpURI);
      const confirmed = await post("/two-factor/verify-totp", { code: await codeOf(secret) }, { cookie });
      return { secret, backupCodes, confirmed };
    },
  };
}

/** The text of the secret, as the plugin keeps it, from the link that a QR code holds. */
export function secretIn(totpURI: string): string {
  const base32 = new URL(totpURI).searchParams.get("secret") ?? "";
  let bits = "";
  for (const letter of base32)
    bits += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0");
  const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [];
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

/** What an authenticator app shows now. */
export const codeOf = (secret: string): Promise<string> => createOTP(secret).totp();
