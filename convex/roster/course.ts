import { v } from "convex/values";
import { internal } from "../_generated/api";
import type { Doc } from "../_generated/dataModel";
import { internalMutation, type MutationCtx } from "../functions";
import { BATCH_ROWS, SMALL_BATCH_ROWS } from "./batch";

/** The steps that run by themselves, batch after batch. */
const running = ["checking", "applying", "undoing"] as const;
export type Running = (typeof running)[number];

/** Has the next batch of a step done, of so many rows at most. */
export async function goOn(
  ctx: Pick<MutationCtx, "scheduler">,
  { _id: importId }: Pick<Doc<"imports">, "_id">,
  status: Running,
  rows = BATCH_ROWS,
): Promise<void> {
  const steps = {
    checking: internal.roster.checking.step,
    applying: internal.roster.applying.step,
    undoing: internal.roster.undoing.step,
  };
  await ctx.scheduler.runAfter(0, steps[status], { importId, rows });
}

/** After a batch that went well the next may be larger again. */
export const nextSize = (rows: number): number => Math.min(rows * 2, BATCH_ROWS);

/** A batch takes well under a second; a server with far too much to do may need longer, but not so long. */
const FORSAKEN_MS = 120_000;
const IMPORTS_AT_ONCE = 200;

/**
 * Sets imports going again that stand still since a batch failed, on a server that was overwhelmed for instance, in
 * small batches at first: nobody may be looking. Run every few minutes by crons.ts. One that was not forsaken after
 * all loses nothing by it: each batch takes the rows that follow, once.
 */
export const revive = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx) => {
    const forsaken = await ctx.db
      .query("imports")
      .withIndex("by_open_and_stepped", (q) => q.eq("isOpen", true).lt("steppedAt", Date.now() - FORSAKEN_MS))
      .order("desc")
      .take(IMPORTS_AT_ONCE);
    for (const found of forsaken) {
      const step = running.find((status) => status === found.status);
      if (step === undefined) continue;
      await ctx.db.patch("imports", found._id, { steppedAt: Date.now() });
      await goOn(ctx, found, step, SMALL_BATCH_ROWS);
    }
    return null;
  },
});
