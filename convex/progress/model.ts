import type { Doc, Id } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import { problem } from "../errors";
import type { QueryCtx, StudentQueryCtx } from "../functions";
import { requireReadablePlan } from "../ieps/model";
import { type Measurement, pictureOf } from "./rules/picture";

/** A chart shows at most this many measurements: the newest. */
export const NEWEST = 500;

/** The goal under which a line of goals keeps its measurements: the first of the line. */
export function seriesOf(goal: Doc<"goals">): Id<"goals"> {
  return goal.continuesId ?? goal._id;
}

/** A goal of a plan that the caller may read. Throws `not_found`. */
export async function requireReadableGoal(ctx: StudentQueryCtx, goalId: Id<"goals">): Promise<Doc<"goals">> {
  const goal = await requireRow(ctx, "goals", goalId);
  await requireReadablePlan(ctx, goal.iepId);
  return goal;
}

/** The newest measurements of a goal that stand, in date order. */
export async function observationsOf(
  ctx: { db: QueryCtx["db"] },
  goal: Doc<"goals">,
  span: { from?: string | undefined; to?: string | undefined; most?: number } = {},
): Promise<Doc<"observations">[]> {
  const newestFirst = await ctx.db
    .query("observations")
    .withIndex("by_goal_and_day", (q) =>
      q
        .eq("goalId", seriesOf(goal))
        .eq("retractedAt", undefined)
        .gte("observedOn", span.from ?? "")
        .lte("observedOn", span.to ?? "9999-12-31"),
    )
    .order("desc")
    .take(span.most ?? NEWEST);
  return newestFirst.reverse();
}

/** The newest measurement of a goal that stands, or null. */
export async function findLatest(
  ctx: { db: QueryCtx["db"] },
  goal: Doc<"goals">,
): Promise<Doc<"observations"> | null> {
  const [latest] = await observationsOf(ctx, goal, { most: 1 });
  return latest ?? null;
}

export function measurementsOf(observations: readonly Doc<"observations">[]): Measurement[] {
  return observations.map(({ observedOn, value, trials }) => ({ on: observedOn, value, trials }));
}

/** What the measurements of a goal say, for the chart, the plan that a family reads, and the list of due work. */
export async function progressOf(ctx: { db: QueryCtx["db"] }, goal: Doc<"goals">) {
  return pictureOf(goal, measurementsOf(await observationsOf(ctx, goal)));
}

/** Throws `goal_retired`: measurements belong to goals that are being worked on. */
export function requireActive(goal: Doc<"goals">): void {
  if (!goal.isActive) throw problem("goal_retired");
}
