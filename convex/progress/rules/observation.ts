import * as z from "zod/mini";
import { type CivilDay, dayProblem } from "../../dates";
import { problem } from "../../errors";

/** What is written down about one measurement, besides its value and its day. */
export const observationWords = z.object({
  note: z.optional(z.string().check(z.trim(), z.maxLength(2_000, "too_long"))),
  setting: z.optional(z.string().check(z.trim(), z.maxLength(120, "too_long"))),
  promptLevel: z.optional(z.string().check(z.trim(), z.maxLength(60, "too_long"))),
});

export type Trials = { correct: number; total: number };

/**
 * Refuses a measurement that cannot be: on no day or one that has not come, outside what its unit can be, more
 * trials right than were given, or a percentage that its own trials contradict.
 * @throws required, not_a_day, day_in_future, out_of_range
 */
export function checkObservation(
  observation: { observedOn: CivilDay; value: number; trials?: Trials | undefined },
  measure: { unit: string; greatest: number },
  today: CivilDay,
): void {
  const { observedOn, value, trials } = observation;
  const wrong = dayProblem(observedOn);
  if (wrong) throw problem(wrong, { field: "observedOn" });
  if (observedOn > today) throw problem("day_in_future", { field: "observedOn" });
  const isPossible = Number.isFinite(value) && value >= 0 && value <= measure.greatest;
  if (!isPossible) throw problem("out_of_range", { field: "value", params: { most: measure.greatest } });
  if (!trials) return;
  const { correct, total } = trials;
  const isCount = Number.isSafeInteger(correct) && Number.isSafeInteger(total);
  if (!isCount || correct < 0 || total < 1 || total > 1_000 || correct > total) {
    throw problem("out_of_range", { field: "trials" });
  }
  const percent = (100 * correct) / total;
  if (measure.unit === "percent" && Math.abs(percent - value) > 0.5) {
    throw problem("invalid", { field: "value" });
  }
}
