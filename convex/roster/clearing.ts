import { v } from "convex/values";
import { internal } from "../_generated/api";
import type { Id } from "../_generated/dataModel";
import { internalMutation, type MutationCtx } from "../functions";
import { KEPT_DAYS } from "./rules/leaving";

/** What rows say about people is kept no longer than an import can be taken back. */

const DAY_MS = 86_400_000;
const ROWS_AT_ONCE = 500;
const IMPORTS_AT_ONCE = 20;

/** Deletes the rows of an import, batch by batch; the import stays, with its counts. */
export const step = internalMutation({
  args: { importId: v.id("imports") },
  returns: v.null(),
  handler: async (ctx, { importId }) => {
    const rows = await ctx.db
      .query("importRows")
      .withIndex("by_import_and_position", (q) => q.eq("importId", importId))
      .take(ROWS_AT_ONCE);
    for (const { _id } of rows) await ctx.db.delete("importRows", _id);
    if (rows.length === ROWS_AT_ONCE) await again(ctx, importId);
    else await ctx.db.patch("imports", importId, { isCleared: true });
    return null;
  },
});

/** Daily: clears what is too old to be taken back, also uploads that nobody went on with. */
export const clearOld = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx) => {
    const old = await ctx.db
      .query("imports")
      .withIndex("by_cleared_and_started", (q) =>
        q.eq("isCleared", false).lt("startedAt", Date.now() - KEPT_DAYS * DAY_MS),
      )
      .take(IMPORTS_AT_ONCE);
    for (const { _id, isOpen, results } of old) {
      const wasApplied = (results.applied ?? 0) > 0;
      if (isOpen) {
        await ctx.db.patch("imports", _id, { status: wasApplied ? "applied" : "discarded", isOpen: false });
      }
      await again(ctx, _id);
    }
    return null;
  },
});

async function again(ctx: MutationCtx, importId: Id<"imports">): Promise<void> {
  await ctx.scheduler.runAfter(0, internal.roster.clearing.step, { importId });
}
