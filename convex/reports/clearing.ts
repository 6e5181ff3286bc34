import { v } from "convex/values";
import { internal } from "../_generated/api";
import { internalMutation } from "../functions";

/** A report can be opened again for so long; after that it is counted anew. */
const LIFETIME_MS = 30 * 24 * 60 * 60 * 1000;
const BATCH = 500;

/** Removes the oldest run that has had its time, batch after batch, until none is left. Daily (crons.ts). */
export const clearOld = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx) => {
    const old = await ctx.db
      .query("reportRuns")
      .withIndex("by_requested", (q) => q.lt("requestedAt", Date.now() - LIFETIME_MS))
      .first();
    if (!old) return null;
    const cells = await ctx.db
      .query("reportCells")
      .withIndex("by_run_and_school", (q) => q.eq("runId", old._id))
      .take(BATCH);
    for (const { _id } of cells) await ctx.db.delete("reportCells", _id);
    const rows = await ctx.db
      .query("reportRows")
      .withIndex("by_run", (q) => q.eq("runId", old._id))
      .take(BATCH);
    for (const { _id } of rows) await ctx.db.delete("reportRows", _id);
    if (cells.length + rows.length === 0) await ctx.db.delete("reportRuns", old._id);
    await ctx.scheduler.runAfter(0, internal.reports.clearing.clearOld, {});
    return null;
  },
});
