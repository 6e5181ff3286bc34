import { v } from "convex/values";
import { internal } from "../_generated/api";
import type { Doc } from "../_generated/dataModel";
import { internalMutation, type MutationCtx } from "../functions";
import { keepCells, type Place } from "./cells";
import { factsOf, listFactsOf, placeOn, progressTally } from "./facts";
import { censusLine, childCountLine } from "./rules/checklists";
import { distribution, movement, type Tally } from "./rules/tallies";
import { pageOf } from "./scope";

/**
 * Students of one batch. Small, so that nobody who writes at the same time notices; a batch of goals reads many
 * measurements of each child.
 */
const BATCH: Record<Doc<"reportRuns">["kind"], number> = {
  distribution: 100,
  movement: 100,
  census: 100,
  childCount: 100,
  progress: 20,
};

type Counted = { tally: Tally; line?: { codes: string[]; problems: string[] } };

/**
 * Counts one batch of a run and asks for the next. Exactly once each, across restarts too; a run that meets a
 * bug says so instead of standing still.
 */
export const step = internalMutation({
  args: { runId: v.id("reportRuns") },
  returns: v.null(),
  handler: async (ctx, { runId }) => {
    const run = await ctx.db.get("reportRuns", runId);
    if (run?.status !== "counting") return null;
    try {
      await countBatch(ctx, run);
    } catch (error) {
      console.error(error);
      await ctx.db.patch("reportRuns", runId, { status: "failed", finishedAt: Date.now() });
    }
    return null;
  },
});

async function countBatch(ctx: MutationCtx, run: Doc<"reportRuns">): Promise<void> {
  const { page, school, cursor, isDone } = await pageOf(ctx, run, BATCH[run.kind]);
  const counted: { place: Required<Place>; tally: Tally }[] = [];
  for (const [i, student] of page.entries()) {
    const { place, isEnrolled } = await placeOn(ctx, student, run.to);
    const { tally, line } = await countOne(ctx, run, student, isEnrolled);
    counted.push({ place, tally });
    if (line) await keepLine(ctx, run, student, run.scanned + i, line);
  }
  await keepCells(ctx, run, counted);
  await ctx.db.patch("reportRuns", run._id, {
    scanned: run.scanned + page.length,
    school,
    cursor,
    ...(isDone && { status: "done" as const, finishedAt: Date.now() }),
  });
  if (!isDone) await ctx.scheduler.runAfter(0, internal.reports.counting.step, { runId: run._id });
}

/** What one child adds to the run. */
async function countOne(
  ctx: MutationCtx,
  run: Doc<"reportRuns">,
  student: Doc<"students">,
  isEnrolled: boolean,
): Promise<Counted> {
  switch (run.kind) {
    case "movement":
      return { tally: movement(await factsOf(ctx, student), run.periods) };
    case "progress":
      return { tally: await progressTally(ctx, student, run) };
    case "distribution":
      return isEnrolled ? { tally: distribution(await factsOf(ctx, student), run) } : nothing;
    case "census": {
      if (!isEnrolled) return nothing;
      const line = censusLine(await listFactsOf(ctx, student, run.kind), run.to);
      const [provision = "N", type = ""] = line.codes;
      const tally = new Map([[`${provision}/${type}`, 1]]);
      return provision === "N" && line.problems.length === 0 ? { tally } : { tally, line };
    }
    case "childCount": {
      if (!isEnrolled) return nothing;
      const line = childCountLine(await listFactsOf(ctx, student, run.kind), run.to);
      if (line === null) return nothing;
      const { age, ...kept } = line;
      const [category = "", band = ""] = line.codes;
      return { tally: new Map([[`${category}/${age ?? ""}/${band}`, 1]]), line: kept };
    }
  }
}

const nothing: Counted = { tally: new Map() };

async function keepLine(
  ctx: MutationCtx,
  run: Doc<"reportRuns">,
  student: Doc<"students">,
  position: number,
  { codes, problems }: NonNullable<Counted["line"]>,
): Promise<void> {
  await ctx.db.insert("reportRows", {
    organizationId: run.organizationId,
    studentId: student._id,
    runId: run._id,
    position,
    codes,
    problems,
    hasProblems: problems.length > 0,
  });
}
