import { v } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import { studentQuery } from "../functions";
import { goalView, presentGoal } from "../ieps/present";
import { civilDay } from "../values";
import { measurementsOf, observationsOf, requireReadableGoal } from "./model";
import { observationView, presentObservation } from "./observations";
import { type Measurement, pictureOf } from "./rules/picture";
import { READING_NORMS_SOURCE, readingBracket, readingNorms, SEASONS, seasonOf } from "./rules/readingNorms";
import { normsView, pictureView } from "./views";

/**
 * A goal with its measurements in date order (the newest 500 at most) and what they say. `from` and `to` choose
 * the measurements that are looked at, both days included.
 */
export const get = studentQuery({
  can: "progress.read",
  args: { goalId: v.id("goals"), from: v.optional(civilDay), to: v.optional(civilDay) },
  returns: v.object({
    goal: goalView,
    observations: v.array(observationView),
    ...pictureView,
    norms: normsView,
  }),
  handler: async (ctx, { goalId, from, to }) => {
    const goal = await requireReadableGoal(ctx, goalId);
    const rows = await observationsOf(ctx, goal, { from, to });
    const measurements = measurementsOf(rows);
    return {
      goal: await presentGoal(ctx, goal),
      observations: await Promise.all(rows.map((row) => presentObservation(ctx, row))),
      ...pictureOf(goal, measurements),
      norms: normsFor(goal, ctx.student, measurements[measurements.length - 1]),
    };
  },
});

/** Norms give context to oral reading only, and are published for grades 1 to 6. */
function normsFor(goal: Doc<"goals">, student: Doc<"students">, latest: Measurement | undefined) {
  if (goal.area !== "reading" || goal.measure !== "wordsPerMinute") return null;
  const grade = Number(student.gradeLevel);
  const seasons = SEASONS.flatMap((season) => {
    const scores = readingNorms(grade, season);
    return scores ? [{ season, scores }] : [];
  });
  if (seasons.length === 0) return null;
  const season = latest && seasonOf(latest.on);
  const bracket = latest && season ? readingBracket(grade, season, latest.value) : null;
  return {
    source: READING_NORMS_SOURCE,
    grade,
    seasons,
    latest: season && bracket ? { season, ...bracket } : null,
  };
}
