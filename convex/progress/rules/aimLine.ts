import { addDays, type CivilDay, daysBetween } from "../../dates";
import { type Direction, type Point, signOf } from "./series";

/** A goal drawn as a straight line from the baseline to the target (F3). */
export type AimLine = { readonly baseline: Point; readonly target: Point };

/** The value the aim line asks for on a civil day: A(t) = B + (G - B)(t - t0)/(T - t0), t in days. */
export function aimOn(line: AimLine, on: CivilDay): number {
  const { baseline, target } = line;
  const span = daysBetween(baseline.on, target.on);
  return baseline.value + ((target.value - baseline.value) * daysBetween(baseline.on, on)) / span;
}

/** The rate of improvement the goal asks for, in the goal's unit per week: (G - B) / weeks(t0 to T). */
export function neededPerWeek({ baseline, target }: AimLine): number {
  return (target.value - baseline.value) / (daysBetween(baseline.on, target.on) / 7);
}

/** Share of the way from baseline to target that a value has come; null when both are the same. */
export function progressToTarget({ baseline, target }: AimLine, value: number): number | null {
  const way = target.value - baseline.value;
  return way === 0 ? null : (value - baseline.value) / way;
}

/**
 * The civil day a fitted line reaches the target (F12): t_n + (G - ŷ_n)/b.
 * Null, "not on course", when the line does not move the right way, or only gets there after ten years.
 */
export function projectedOn(
  target: number,
  direction: Direction,
  fitted: { slopePerWeek: number; valueAtLast: number; lastOn: CivilDay },
): CivilDay | null {
  const sign = signOf(direction);
  if (sign * fitted.slopePerWeek <= 0) return null;
  const weeks = Math.max(0, (target - fitted.valueAtLast) / fitted.slopePerWeek);
  if (weeks > 520) return null;
  return addDays(fitted.lastOn, Math.ceil(weeks * 7));
}
