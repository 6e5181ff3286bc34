import type { Infer } from "convex/values";
import * as z from "zod/mini";
import { problem } from "../../errors";
import { day, number, optionalText, requiredText, wholeNumber } from "../../typed";
import type { goalArea, measureUnit } from "../schema";

export type GoalArea = Infer<typeof goalArea>;
export type MeasureUnit = Infer<typeof measureUnit>;

export const goalAreas = [
  "reading",
  "writing",
  "mathematics",
  "communication",
  "behaviour",
  "socialEmotional",
  "motor",
  "adaptive",
  "transition",
] as const satisfies readonly GoalArea[];

export const measureUnits = [
  "wordsPerMinute",
  "percent",
  "count",
  "minutes",
  "rating",
  "trials",
] as const satisfies readonly MeasureUnit[];

/** The greatest value that a unit can have; none is below zero. */
export const greatestValue: Record<MeasureUnit, number> = {
  wordsPerMinute: 500,
  percent: 100,
  count: 10_000,
  minutes: 1_440,
  rating: 10,
  trials: 1_000,
};

const datedValue = z.object({ value: number(0, 10_000), on: day });

/**
 * A measurable annual goal: under which condition, what the child will be seen to do, how well and how
 * consistently, from which baseline on which day to which target by when, measured how often. In a study of 105
 * real objectives 41 % were measurable, and none had both its own criterion and a timeline (PMC3116234, table 2).
 */
export const goalInput = z.object({
  area: z.enum(goalAreas, "required"),
  statement: requiredText(1_000),
  condition: requiredText(500),
  behaviour: requiredText(500),
  criterion: requiredText(500),
  consistency: z.optional(z.object({ met: wholeNumber(1, 50), of: wholeNumber(1, 50) })),
  measure: z.enum(measureUnits, "required"),
  direction: z.enum(["increase", "decrease"], "required"),
  baseline: datedValue,
  target: datedValue,
  schedule: requiredText(200),
});
export type GoalInput = z.output<typeof goalInput>;

/** The same fields one at a time, for saving each as it is left. */
export const goalChanges = z.partial(goalInput);

/**
 * Refuses a goal whose parts contradict each other: a target before its baseline, one that goes the wrong way,
 * values that the unit does not have, "5 of the last 3".
 */
export function checkGoal(goal: GoalInput): void {
  const { baseline, target, direction, consistency, measure } = goal;
  if (target.on <= baseline.on) {
    throw problem("days_out_of_order", { field: "target.on", params: { after: baseline.on } });
  }
  const most = greatestValue[measure];
  if (baseline.value > most) throw problem("out_of_range", { field: "baseline.value", params: { most } });
  if (target.value > most) throw problem("out_of_range", { field: "target.value", params: { most } });
  const gain = target.value - baseline.value;
  if (direction === "increase" ? gain < 0 : gain > 0) throw problem("invalid", { field: "target.value" });
  if (consistency && consistency.met > consistency.of) throw problem("invalid", { field: "consistency.met" });
}

/** A service: what, by whom, where, how often and how long (34 CFR 300.320(a)(7)). */
export const serviceInput = z.object({
  kind: requiredText(120),
  startsOn: day,
  endsOn: day,
  frequency: z.object({
    times: wholeNumber(1, 100),
    per: z.enum(["day", "week", "month", "year"], "required"),
  }),
  minutes: wholeNumber(1, 600),
  location: requiredText(120),
  providerRole: requiredText(120),
});
export type ServiceInput = z.output<typeof serviceInput>;
export const serviceChanges = z.partial(serviceInput);

export function checkService({ startsOn, endsOn }: ServiceInput): void {
  if (endsOn < startsOn) throw problem("days_out_of_order", { field: "endsOn", params: { after: startsOn } });
}

export const accommodationInput = z.object({
  category: requiredText(80),
  text: requiredText(1_000),
  setting: optionalText(120),
});
export const accommodationChanges = z.partial(accommodationInput);

/** An answer to a special factor: one that applies says what will be done about it. */
export const specialFactorAnswer = z.object({
  applies: z.boolean(),
  explanation: optionalText(4_000),
});
