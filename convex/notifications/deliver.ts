import { v } from "convex/values";
import { internalMutation } from "../functions";
import { localeOfAddress } from "../people/model";
import { post } from "./model";

/** Puts the mail with a password reset link into the outbox. Called by auth.ts, which made the token. */
export const passwordReset = internalMutation({
  args: { to: v.string(), name: v.string(), url: v.string() },
  returns: v.null(),
  handler: async (ctx, { to, name, url }) => {
    const locale = await localeOfAddress(ctx, to);
    await post(ctx, { to, template: "passwordReset", params: { name }, locale, url });
    return null;
  },
});

const LINK_LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;
const SWEEP = 200;

/** Clears links that have run out, so that an old outbox holds no secrets. Daily (crons.ts). */
export const clearOldLinks = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx) => {
    const old = await ctx.db
      .query("outbox")
      .withIndex("by_link_and_created", (q) =>
        q.eq("hasLink", true).lt("createdAt", Date.now() - LINK_LIFETIME_MS),
      )
      .take(SWEEP);
    for (const mail of old) await ctx.db.patch("outbox", mail._id, { hasLink: false, url: undefined });
    return null;
  },
});
