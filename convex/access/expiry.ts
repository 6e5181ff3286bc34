import { v } from "convex/values";
import { internal } from "../_generated/api";
import { append } from "../audit/model";
import { internalMutation } from "../functions";
import { endEmergency as close } from "./emergency";

const SWEEP = 200;

/**
 * Takes a lease away when it runs out, so that the live queries which nobody renews any more run again and close: a
 * live query does not wake by the clock, it wakes because the row it has read is gone. One that was renewed meanwhile
 * is looked at again when it ends now.
 */
export const closeLease = internalMutation({
  args: { leaseId: v.id("recordLeases") },
  returns: v.null(),
  handler: async (ctx, { leaseId }) => {
    const lease = await ctx.db.get("recordLeases", leaseId);
    if (!lease) return null;
    const { expiresAt } = lease;
    if (expiresAt <= Date.now()) await ctx.db.delete("recordLeases", leaseId);
    else await ctx.scheduler.runAt(expiresAt, internal.access.expiry.closeLease, { leaseId });
    return null;
  },
});

/** Takes away leases that have run out and that nothing looks at, such as those of a restored backup. Hourly (crons.ts). */
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

/** The end of an emergency access that nobody has ended before, at its time (access/emergencies.ts). */
export const endEmergency = internalMutation({
  args: { emergencyAccessId: v.id("emergencyAccesses") },
  returns: v.null(),
  handler: async (ctx, { emergencyAccessId }) => {
    const access = await ctx.db.get("emergencyAccesses", emergencyAccessId);
    if (!access || access.endedAt !== undefined) return null;
    await close(ctx, access, access.endsAt);
    await append(ctx, {
      organizationId: access.organizationId,
      studentId: access.studentId,
      permission: "access.breakGlass",
      command: "access/expiry:endEmergency",
      outcome: "done",
      summary: `emergency access ${emergencyAccessId} has run out`,
    });
    return null;
  },
});
