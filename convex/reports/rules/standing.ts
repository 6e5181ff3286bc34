import { type GoalMeasure, type Measurement, pictureOf } from "../../progress/rules/picture";
import { signOf } from "../../progress/rules/series";

export const standings = ["met", "onTrack", "notOnTrack", "notEnoughData"] as const;
/** How a goal stands, for a summary of many. */
export type Standing = (typeof standings)[number];

/**
 * How a goal stands by the decision rules of progress/: met when its own criterion is (or, without one, when the
 * newest measurement reaches the target); not on track when the last points all lie on the wrong side of the aim
 * line (F9) or the trend is slower than needed beyond doubt (F11); on track otherwise, once there are enough points.
 */
export function standingOf(goal: GoalMeasure, measurements: readonly Measurement[]): Standing {
  const { summary, decision } = pictureOf(goal, measurements);
  const reached =
    summary.latest !== null &&
    summary.latest.on > goal.baseline.on &&
    signOf(goal.direction) * (summary.latest.value - goal.target.value) >= 0;
  if (goal.consistency ? summary.masteredOn !== null : reached) return "met";
  if (decision.byConsecutivePoints === "considerChange") return "notOnTrack";
  if (decision.byTrend === "slowerThanNeeded") return "notOnTrack";
  const known = decision.byConsecutivePoints !== "notEnoughData" || decision.byTrend !== "notEnoughData";
  return known ? "onTrack" : "notEnoughData";
}
