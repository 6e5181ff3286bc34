import { ConvexError, v } from "convex/values";
import { internalMutation } from "../functions";
import { BATCH_ROWS, type Batch, nextRows, openBatch, record, tallied } from "./batch";
import { goOn, nextSize } from "./course";
import { decide } from "./deciding/decide";
import { type Decision, left } from "./deciding/decision";
import { decideLeaving } from "./deciding/students";
import { findingOf, sealFinding } from "./sealed";
import { type OpenRow, opened } from "./staged";

/**
 * Applies the next rows and, in the same transaction, moves on: a row is applied once however often the server stops
 * and starts. The chain of batches lives in the deployment, so no browser has to stay open.
 */
export const step = internalMutation({
  args: { importId: v.id("imports"), rows: v.optional(v.number()) },
  returns: v.null(),
  handler: async (ctx, { importId, rows = BATCH_ROWS }) => {
    const batch = await openBatch(ctx, importId, "applying");
    if (!batch) return null;
    const { reached, total, results } = batch.import;
    const moves: [string, number][] = [];
    const end = Math.min(reached + rows, total);
    let to = end;
    for await (const row of nextRows(batch, { after: reached, upTo: end })) {
      to = row.position;
      moves.push([await applyRow(batch, opened(row)), 1]);
    }
    const isDone = to >= total;
    const done = tallied({}, moves);
    await ctx.db.patch("imports", importId, {
      reached: to,
      results: tallied(results, moves),
      steppedAt: Date.now(),
      ...(isDone && { status: "applied" as const, isOpen: false, finishedAt: Date.now() }),
    });
    if ((done.applied ?? 0) > 0) {
      await record(batch, "roster/applying:step", `rows ${reached + 1} to ${to}, ${done.applied} applied`);
    }
    if (!isDone) await goOn(ctx, batch.import, "applying", nextSize(rows));
    return null;
  },
});

async function applyRow(batch: Batch, row: OpenRow): Promise<"applied" | "passed" | "refused"> {
  // Nobody has said who this child is: it waits for the next import.
  const isAnswered = row.outcome !== "question" || row.answer !== undefined;
  if (!["create", "change", "same", "leave", "question"].includes(row.outcome) || !isAnswered) {
    return await settle(batch, row, "passed");
  }
  const decision = await decideAgain(batch, row);
  if (!isAsChecked(row, decision)) {
    return await refuse(batch, row, decision.problems[0]?.code ?? "changed_since_check");
  }
  if (!decision.perform) return await settle(batch, row, "passed");
  try {
    const { targetId, effects } = await decision.perform(batch);
    if (effects.length === 0) return await settle(batch, row, "passed");
    await batch.db.patch("importRows", row._id, {
      result: "applied",
      targetId,
      appliedAt: Date.now(),
      finding: sealFinding(row, { changes: decision.changes, effects }),
    });
    return "applied";
  } catch (error) {
    // What people would meet as a problem is one of this row; anything else is a bug and stops the batch.
    if (!(error instanceof ConvexError)) throw error;
    return await refuse(batch, row, "changed_since_check");
  }
}

async function decideAgain(batch: Batch, row: OpenRow): Promise<Decision> {
  if (row.file !== "") return await decide(batch, row);
  // A row that no file has: a student who is missing from them.
  const studentId = batch.db.normalizeId("students", row.targetId ?? "");
  const student = studentId && (await batch.db.get("students", studentId));
  return student ? decideLeaving(batch, student) : left("skip");
}

/** Only what a person has seen in the dry run is done. */
function isAsChecked(row: OpenRow, decision: Decision): boolean {
  if (decision.outcome === "error" || decision.outcome === "question") return false;
  if (row.answer !== undefined) return true;
  if (decision.outcome !== row.outcome) return false;
  return JSON.stringify(decision.changes) === JSON.stringify(findingOf(row).changes);
}

async function settle(batch: Batch, row: OpenRow, result: "passed"): Promise<"passed"> {
  await batch.db.patch("importRows", row._id, { result });
  return result;
}

async function refuse(batch: Batch, row: OpenRow, code: OpenRow["problems"][number]["code"]) {
  await batch.db.patch("importRows", row._id, { result: "refused", problems: [...row.problems, { code }] });
  return "refused" as const;
}
