import { type Direction, signOf } from "./series";

/** One session counted in trials. */
export type TrialSession = { readonly correct: number; readonly total: number };

/** All correct answers over all trials, in percent. A long session weighs more than a short one. */
export function pooledPercent(sessions: readonly TrialSession[]): number | null {
  const total = sessions.reduce((sum, session) => sum + session.total, 0);
  if (total === 0) return null;
  return (100 * sessions.reduce((sum, session) => sum + session.correct, 0)) / total;
}

/** The mean of each session's own percent. It differs from the pooled figure; show both. */
export function meanOfSessionPercents(sessions: readonly TrialSession[]): number | null {
  const counted = sessions.filter((session) => session.total > 0);
  if (counted.length === 0) return null;
  return counted.reduce((sum, { correct, total }) => sum + (100 * correct) / total, 0) / counted.length;
}

/** "At least `value`, in `met` of the last `of` sessions": the numeric half of a measurable goal (F15). */
export type Criterion = { readonly value: number; readonly met: number; readonly of: number };

/**
 * The number (from 1) of the first session at which the criterion held; null if it never did. `values` are the
 * sessions after the baseline in date order. Fewer than `of` sessions can hold it too, if `met` of them do.
 */
export function firstMastered(
  values: readonly number[],
  criterion: Criterion,
  direction: Direction,
): number | null {
  const sign = signOf(direction);
  const meets = (value: number) => sign * (value - criterion.value) >= 0;
  for (let session = 1; session <= values.length; session++) {
    const recent = values.slice(Math.max(0, session - criterion.of), session);
    if (recent.filter(meets).length >= criterion.met) return session;
  }
  return null;
}
