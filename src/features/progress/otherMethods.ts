import { inWeeks } from "#convex/progress/rules/series.ts";
import { firstToLast, type Line, splitMiddleLine, threeGroupLine } from "#convex/progress/rules/slopes.ts";
import type { GoalProgress } from "./goalProgress.ts";

/** The same measurements by the methods that older guides draw with; no decision rests on them. */
export type OtherMethods = {
  readonly threeGroup: Line | null;
  readonly splitMiddle: Line | null;
  /** Per week, from the first measurement to the last. */
  readonly firstToLast: number | null;
};

/** Fitted to what the trend is fitted to: the measurements after the baseline, once there are enough of them. */
export function otherMethods({
  observations,
  aimLine,
  trend,
}: Pick<GoalProgress, "observations" | "aimLine" | "trend">): OtherMethods | null {
  if (trend.originOn === null) return null;
  const after = observations.filter(({ observedOn }) => observedOn > aimLine.baseline.on);
  const weekly = inWeeks(after.map(({ observedOn, value }) => ({ on: observedOn, value })));
  return {
    threeGroup: threeGroupLine(weekly),
    splitMiddle: splitMiddleLine(weekly),
    firstToLast: firstToLast(weekly),
  };
}
