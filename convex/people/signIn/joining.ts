import { APIError } from "better-auth/api";
import { internal } from "../../_generated/api";
import type { ActionCtx } from "../../functions";
import type { AuthRequest } from "./request";

/** The header in which the page of an invitation shows the link's token when it makes an account. */
const INVITATION_HEADER = "x-invitation";

/**
 * Only who was invited makes an account: the link's token came by mail, so it also proves the address. To everybody
 * else the answer is the same, whether their address has an account or not; if it has one, its owner gets a mail.
 */
export async function refuseUninvited(ctx: ActionCtx, request: AuthRequest): Promise<object | undefined> {
  const email: unknown = request.body?.email;
  if (request.path !== "/sign-up/email" || typeof email !== "string") return;
  const token = request.headers?.get(INVITATION_HEADER);
  const isWelcome = await ctx.runMutation(internal.people.joining.knock, {
    email,
    ...(token && { token }),
  });
  return isWelcome ? undefined : request.json({ token: null, user: null, code: "LOOK_INTO_MAIL" });
}

type NewAccount = { email: string; emailVerified: boolean };

/**
 * An account from a provider is made only for an invited address that the provider has verified; one from an
 * invitation's page has a proven address from the start.
 */
export async function admitAccount(
  ctx: ActionCtx,
  account: NewAccount,
  request: Pick<AuthRequest, "path" | "headers"> | null,
): Promise<{ data: { emailVerified: boolean } } | undefined> {
  if (request?.path?.startsWith("/oauth2/callback")) {
    const isInvited = await ctx.runQuery(internal.people.joining.isInvited, { email: account.email });
    if (account.emailVerified && isInvited) return;
    throw new APIError("FORBIDDEN", { code: "NOT_INVITED", message: "not_invited" });
  }
  const token = request?.headers?.get(INVITATION_HEADER);
  if (!token) return;
  const emailVerified = await ctx.runQuery(internal.people.joining.isInvited, {
    email: account.email,
    token,
  });
  return { data: { emailVerified } };
}
