import { ConvexError, v } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import { internalMutation } from "../functions";
import { BATCH_ROWS, type Batch, nextRows, openBatch, record, tallied } from "./batch";
import { goOn, nextSize } from "./course";
import type { RowCode } from "./rules/kinds";
import { findingOf } from "./sealed";
import { obstacle, takeBack } from "./takingBack";

/** Takes rows back from the last one to the first, so that nothing is gone while something still needs it. */
export const step = internalMutation({
  args: { importId: v.id("imports"), rows: v.optional(v.number()) },
  returns: v.null(),
  handler: async (ctx, { importId, rows = BATCH_ROWS }) => {
    const batch = await openBatch(ctx, importId, "undoing");
    if (!batch) return null;
    const { reached, results } = batch.import;
    const moves: [string, number][] = [];
    const end = Math.max(reached - rows, 0);
    let from = end;
    for await (const row of nextRows(batch, { after: end, upTo: reached, order: "desc" })) {
      from = row.position - 1;
      if (row.result === "applied") moves.push(["applied", -1], [await undoRow(batch, row), 1]);
    }
    const isDone = from === 0;
    await ctx.db.patch("imports", importId, {
      reached: from,
      results: tallied(results, moves),
      steppedAt: Date.now(),
      ...(isDone && { status: "undone" as const, isOpen: false, finishedAt: Date.now() }),
    });
    if (moves.length > 0)
      await record(batch, "roster/undoing:step", `rows ${from + 1} to ${reached} taken back`);
    if (!isDone) await goOn(ctx, batch.import, "undoing", nextSize(rows));
    return null;
  },
});

/** All effects of a row, or none of them. */
async function undoRow(batch: Batch, row: Doc<"importRows">): Promise<"undone" | "kept"> {
  const effects = findingOf(row).effects.toReversed();
  for (const effect of effects) {
    const code = await obstacle(batch, row, effect);
    if (code !== null) return await keep(batch, row, code);
  }
  try {
    for (const effect of effects) await takeBack(batch, effect);
  } catch (error) {
    if (!(error instanceof ConvexError)) throw error;
    return await keep(batch, row, "changed_since_import");
  }
  await batch.db.patch("importRows", row._id, { result: "undone" });
  return "undone";
}

async function keep(batch: Batch, row: Doc<"importRows">, code: RowCode): Promise<"kept"> {
  await batch.db.patch("importRows", row._id, { result: "kept", problems: [...row.problems, { code }] });
  return "kept";
}
