import { v } from "convex/values";
import { components } from "../_generated/api";
import { env, internalMutation, internalQuery, type QueryCtx } from "../functions";
import { post } from "../notifications/model";
import { invitationStatus } from "../organizations/rules/invitations";
import { hashToken } from "../organizations/tokens";
import { localeOfAddress } from "./model";

/** Of one address, the newest of which one may still be open. */
const RECENT = 20;

/** Whether an address has an open invitation; with a token, whether that very link is its. */
async function hasOpenInvitation(ctx: Pick<QueryCtx, "db">, email: string, token?: string): Promise<boolean> {
  const now = Date.now();
  const invited = await ctx.db
    .query("invitations")
    .withIndex("by_email", (q) => q.eq("email", email.trim().toLowerCase()))
    .order("desc")
    .take(RECENT);
  const tokenHash = token === undefined ? undefined : await hashToken(token);
  return invited.some(
    (invitation) =>
      invitationStatus(invitation, now) === "open" &&
      (tokenHash === undefined || invitation.tokenHash === tokenHash),
  );
}

/** Whether an address has an open invitation, or is the one a link went to. Called by auth.ts. */
export const isInvited = internalQuery({
  args: { email: v.string(), token: v.optional(v.string()) },
  returns: v.boolean(),
  handler: (ctx, { email, token }) => hasOpenInvitation(ctx, email, token),
});

/**
 * Somebody asks to make an account for an address. Answers whether they may: as the first visitor of an empty
 * deployment, with the link that went to the address, or where the deployment lets everybody in (`OPEN_SIGN_UP`,
 * and sample mode). Otherwise it tells the address, if it has an account, that somebody tried. Called by auth.ts.
 */
export const knock = internalMutation({
  args: { email: v.string(), token: v.optional(v.string()) },
  returns: v.boolean(),
  handler: async (ctx, { email, token }) => {
    if (env.OPEN_SIGN_UP === "1" || env.SAMPLE_MODE === "1") return true;
    if ((await ctx.db.query("organizations").first()) === null) return true;
    if (token !== undefined && (await hasOpenInvitation(ctx, email, token))) return true;
    const account: { email: string; name: string } | null = await ctx.runQuery(
      components.betterAuth.adapter.findOne,
      { model: "user", where: [{ field: "email", value: email.trim().toLowerCase() }] },
    );
    if (account) {
      const { email: to, name } = account;
      const locale = await localeOfAddress(ctx, to);
      await post(ctx, {
        to,
        template: "accountExists",
        params: { name },
        locale,
        url: `${env.SITE_URL}/sign-in`,
      });
    }
    return false;
  },
});
