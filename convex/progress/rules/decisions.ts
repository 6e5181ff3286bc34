import { type AimLine, aimOn, neededPerWeek } from "./aimLine";
import { type Direction, type Point, signOf } from "./series";
import type { FittedLine } from "./slopes";

/** Fewest points after the baseline before the consecutive-point rule says anything. */
export const POINTS_BEFORE_DECIDING = 6;
/** How many last points in a row decide; four is the usual convention, and noisy (see `falseAlarmRate`). */
export const CONSECUTIVE_POINTS = 4;

export type Decision = "notEnoughData" | "keepGoing" | "considerChange" | "considerRaisingGoal";

/**
 * The consecutive-point rule (F9): the last k points all strictly on the wrong side of the aim line mean
 * "consider a change", all strictly on the better side "consider raising the goal". A point on the line breaks
 * the run. `points` are those after the baseline, in date order.
 */
export function consecutivePointDecision(
  points: readonly Point[],
  aim: AimLine,
  direction: Direction,
  k = CONSECUTIVE_POINTS,
): Decision {
  if (points.length < Math.max(k, POINTS_BEFORE_DECIDING)) return "notEnoughData";
  const sides = points
    .slice(-k)
    .map(({ on, value }) => Math.sign(value - aimOn(aim, on)) * signOf(direction));
  if (sides.every((side) => side < 0)) return "considerChange";
  if (sides.every((side) => side > 0)) return "considerRaisingGoal";
  return "keepGoing";
}

/**
 * The chance that a child who is exactly on course triggers "consider a change" at least once within n points,
 * errors being independent and symmetric (F10). `from` is the first point at which the rule is asked; with
 * `from` = k this is 1 - a_n/2^n, a_m counting the sequences of m tosses without k in a row.
 */
export function falseAlarmRate(n: number, k = CONSECUTIVE_POINTS, from = POINTS_BEFORE_DECIDING): number {
  // quiet[r]: the chance of no alarm so far and a current run of r points on the wrong side (k stands for k or more).
  let quiet = [1, ...Array.from({ length: k }, () => 0)];
  for (let point = 1; point <= n; point++) {
    const next = Array.from({ length: k + 1 }, () => 0);
    for (const [run, chance] of quiet.entries()) {
      const longer = Math.min(run + 1, k);
      next[0] = (next[0] ?? 0) + chance / 2;
      next[longer] = (next[longer] ?? 0) + chance / 2;
    }
    if (point >= from) next[k] = 0;
    quiet = next;
  }
  return 1 - quiet.reduce((sum, chance) => sum + chance, 0);
}

export type TrendDecision = "notEnoughData" | "slowerThanNeeded" | "fasterThanNeeded" | "withinUncertainty";

/**
 * The trend rule (F11): the slope is called slower or faster than the goal needs only when its 95 % interval
 * leaves the needed rate out; otherwise the data cannot tell yet.
 */
export function trendDecision(line: FittedLine | null, aim: AimLine, direction: Direction): TrendDecision {
  if (!line) return "notEnoughData";
  const needed = neededPerWeek(aim);
  const { low, high } = line.interval;
  if (needed >= low && needed <= high) return "withinUncertainty";
  return signOf(direction) * (line.slopePerWeek - needed) < 0 ? "slowerThanNeeded" : "fasterThanNeeded";
}
