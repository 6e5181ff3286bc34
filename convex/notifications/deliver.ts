import { v } from "convex/values";
import { internal } from "../_generated/api";
import { internalMutation } from "../functions";
import { localeOfAddress } from "../people/model";
import { dropLink, post } from "./model";
import { LINK_LIFETIME_MS } from "./rules/delivery";

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

const SWEEP = 200;

/**
 * Clears links that have run out, so that an old outbox holds no secrets. Daily (crons.ts), and again at once where
 * more have run out than one transaction takes: a school year begins with thousands of invitations.
 */
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
    for (const mail of old) await dropLink(ctx, mail);
    if (old.length === SWEEP) await ctx.scheduler.runAfter(0, internal.notifications.deliver.clearOldLinks);
    return null;
  },
});
