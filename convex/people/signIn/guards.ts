import { APIError, getSessionFromCtx } from "better-auth/api";
import { internal } from "../../_generated/api";
import type { ActionCtx } from "../../functions";
import { type Guessing, tooMany } from "./guess";
import type { AuthRequest } from "./request";

/** Paths on which somebody who is not signed in writes to an address, as often as they like; it is in the body. */
const byAddress = {
  "/sign-up/email": "signUp",
  "/request-password-reset": "passwordReset",
} as const;

/** Paths that ask a signed-in person for their password again. */
const byPassword: readonly string[] = [
  "/unlock",
  "/prove",
  "/change-password",
  "/two-factor/enable",
  "/two-factor/disable",
  "/two-factor/generate-backup-codes",
];

/** Paths on which a code is given: to finish a sign-in, or to finish setting codes up. */
const byCode: readonly string[] = ["/two-factor/verify-totp", "/two-factor/verify-backup-code"];

/**
 * Refuses a request when there were too many tries for the account that it is about, whatever address they come from,
 * and whether the account exists or not. A password is judged once its hash has been compared (guess.ts), everything
 * else is counted here.
 */
export async function guard(ctx: ActionCtx, request: AuthRequest, guesses: Guessing): Promise<void> {
  const { path, body } = request;
  const take = async (limit: "signUp" | "passwordReset" | "code", account: string) => {
    const { ok } = await ctx.runMutation(internal.access.limits.take, { limit, account });
    if (!ok) throw tooMany();
  };
  const limit = byAddress[path as keyof typeof byAddress];
  if (typeof body?.email === "string") {
    if (path === "/sign-in/email") await guesses.atSignIn(request, body.email);
    if (limit !== undefined) await take(limit, body.email);
  }
  if (byPassword.includes(path)) {
    const session = await getSessionFromCtx(request);
    if (session) await guesses.inSession(session.user.id);
  }
  if (byCode.includes(path)) {
    const account = await accountOfCode(request);
    if (account === null) return;
    await take("code", account);
    await claim(ctx, request, account);
  }
}

/** A right code clears the count of wrong ones; a password that was replaced ends what relied on it. */
export async function forgive(ctx: ActionCtx, { path, context }: AuthRequest): Promise<void> {
  const returned: unknown = context.returned;
  if (returned instanceof Error) return;
  const here = context.session?.user ?? context.newSession?.user;
  if (!here) return;
  if (path === "/change-password") {
    const replaced = { authUserId: here.id, wasMailed: false };
    await ctx.runMutation(internal.people.accounts.passwordReplaced, replaced);
  }
  if (byCode.includes(path)) {
    await ctx.runMutation(internal.access.limits.forget, { limit: "code", account: here.id });
  }
}

/** Whose codes are tried: of the sign-in under way, which a signed cookie names, or of the session. */
async function accountOfCode(request: AuthRequest): Promise<string | null> {
  const session = await getSessionFromCtx(request);
  if (session) return session.user.id;
  const cookie = request.context.createAuthCookie("two_factor");
  const challenge = await request.getSignedCookie(cookie.name, request.context.secret);
  if (!challenge) return null;
  const found = await request.context.internalAdapter.findVerificationValue(challenge);
  return found?.value ?? null;
}

/** A code works once (RFC 6238, 5.2), also when it arrives twice at the same moment. */
async function claim(ctx: ActionCtx, { path, body }: AuthRequest, account: string): Promise<void> {
  const code = String(body?.code ?? "");
  const { ok } = await ctx.runMutation(internal.access.limits.claim, { account, code });
  if (ok) return;
  const isFromApp = path === "/two-factor/verify-totp";
  throw new APIError("UNAUTHORIZED", {
    code: isFromApp ? "INVALID_CODE" : "INVALID_BACKUP_CODE",
    message: "Invalid code",
  });
}
