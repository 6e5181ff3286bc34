import { v } from "convex/values";
import { internal } from "../_generated/api";
import type { Doc } from "../_generated/dataModel";
import { internalMutation, type MutationCtx } from "../functions";

/** A copy can be fetched for so long. */
export const LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;
/** A build that has not moved for so long was interrupted. */
const STALLED_MS = 20 * 60 * 1000;
const BATCH = 50;

/** Removes the files of a copy; that it was made, by whom and when, stays. */
export async function expire(
  ctx: Pick<MutationCtx, "db" | "storage">,
  table: "childExports" | "organizationExports",
  copy: Doc<"childExports"> | Doc<"organizationExports">,
): Promise<void> {
  for (const { storageId } of copy.parts) await ctx.storage.delete(storageId);
  await ctx.db.patch(table, copy._id as never, { status: "expired", parts: [] } as never);
}

/** Removes copies whose time is over, and takes up builds that were interrupted. Hourly (crons.ts). */
export const sweep = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx) => {
    const now = Date.now();
    for (const table of ["childExports", "organizationExports"] as const) {
      const old = await ctx.db
        .query(table)
        .withIndex("by_status", (q) => q.eq("status", "ready").lte("expiresAt", now))
        .take(BATCH);
      for (const copy of old) await expire(ctx, table, copy);
    }
    const tickets = await ctx.db
      .query("downloadTickets")
      .withIndex("by_expiry", (q) => q.lte("expiresAt", now))
      .take(BATCH * 10);
    for (const { _id } of tickets) await ctx.db.delete("downloadTickets", _id);
    await resume(ctx, now);
    return null;
  },
});

async function resume(ctx: MutationCtx, now: number): Promise<void> {
  const building = await ctx.db
    .query("organizationExports")
    .withIndex("by_status", (q) => q.eq("status", "building"))
    .take(BATCH);
  for (const { _id: exportId, touchedAt } of building) {
    if (touchedAt > now - STALLED_MS) continue;
    await ctx.db.patch("organizationExports", exportId, { touchedAt: now });
    await ctx.scheduler.runAfter(0, internal.exports.organizationBuilding.buildPart, { exportId });
  }
  const children = await ctx.db
    .query("childExports")
    .withIndex("by_status", (q) => q.eq("status", "building"))
    .take(BATCH);
  for (const { _id: exportId, requestedAt } of children) {
    if (requestedAt <= now - STALLED_MS) await ctx.db.patch("childExports", exportId, { status: "failed" });
  }
}
