import { v } from "convex/values";
import { internal } from "../_generated/api";
import { internalMutation } from "../functions";

const SWEEP = 200;

/**
 * Takes away leases that have run out, so that live queries which nobody renews any more run again and close.
 * A live query does not wake by the clock; it wakes because the row it has read is gone. Every minute (crons.ts).
 */
export const closeLeases = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx) => {
    const over = await ctx.db
      .query("recordLeases")
      .withIndex("by_expiry", (q) => q.lte("expiresAt", Date.now()))
      .take(SWEEP);
    for (const lease of over) await ctx.db.delete("recordLeases", lease._id);
    if (over.length === SWEEP) await ctx.scheduler.runAfter(0, internal.access.expiry.closeLeases, {});
    return null;
  },
});
