import * as z from "zod/mini";
import type { EvaluationKind, Pack } from "../../compliance/rules/pack";
import { findEvaluationRule } from "../../compliance/rules/packs";
import { addDays, addYears, type CivilDay, daysBetween } from "../../dates";
import { day, optionalText, requiredText } from "../../typed";

export const evaluationKinds = ["initial", "reevaluation", "exit", "ehcAssessment"] as const;
export const conclusions = ["eligible", "notEligible"] as const;
export const tollingReasons = ["childNotProduced", "changedAgency"] as const;

export const askInput = z.object({
  kind: z.enum(evaluationKinds, "required"),
  askedOn: day,
  askedBy: requiredText(200),
  reason: requiredText(2000),
});
export const completionInput = z.object({
  completedOn: day,
  conclusion: z.enum(conclusions, "required"),
  findings: optionalText(4000),
});
export const tollingInput = z.object({
  reason: z.enum(tollingReasons, "required"),
  from: day,
  until: day,
  note: requiredText(1000),
});
export const reasonInput = requiredText(1000);
export const agreementInput = z.object({ agreedOn: day, because: requiredText(1000) });

export type Tolling = { reason: (typeof tollingReasons)[number]; from: CivilDay; until: CivilDay };

export type EvaluationDates = {
  kind: EvaluationKind;
  askedOn: CivilDay;
  consentReceivedOn?: CivilDay | undefined;
  tolling: readonly Tolling[];
  completedOn?: CivilDay | undefined;
  notNeededOn?: CivilDay | undefined;
  retractedAt?: number | undefined;
};

/**
 * The last day on which the evaluation is in time, or undefined while no clock runs. Only two things stop the
 * clock (34 CFR 300.301(d), (e)): days on which the parents did not bring the child do not count; and a new
 * agency that is making progress has until the day it agreed with the parents.
 */
export function dueOn(pack: Pack, evaluation: EvaluationDates): CivilDay | undefined {
  const clock = findEvaluationRule(pack, evaluation.kind)?.clock;
  const start = clock?.from === "asked" ? evaluation.askedOn : evaluation.consentReceivedOn;
  if (!clock || start === undefined) return undefined;
  const lost = evaluation.tolling
    .filter(({ reason }) => reason === "childNotProduced")
    .reduce((days, { from, until }) => days + daysBetween(from, until) + 1, 0);
  const agreed = evaluation.tolling
    .filter(({ reason }) => reason === "changedAgency")
    .map(({ until }) => until)
    .sort()
    .at(-1);
  return agreed ?? addDays(start, clock.days + lost);
}

export type EvaluationState = "asked" | "underWay" | "completed" | "notNeeded" | "retracted";

export function stateOf(
  evaluation: EvaluationDates & { effortsWithoutAnswer?: string | undefined },
): EvaluationState {
  if (evaluation.retractedAt !== undefined) return "retracted";
  if (evaluation.notNeededOn !== undefined) return "notNeeded";
  if (evaluation.completedOn !== undefined) return "completed";
  const mayRun = evaluation.consentReceivedOn !== undefined || evaluation.effortsWithoutAnswer !== undefined;
  return mayRun ? "underWay" : "asked";
}

/**
 * When a child who is eligible must be evaluated again: three years after the last evaluation, or after parents
 * and school agreed that none was needed (34 CFR 300.303(b)(2)). Null where the law has no such cycle, or
 * nothing to count from.
 */
export function reevaluationDueOn(pack: Pack, evaluations: readonly EvaluationDates[]): CivilDay | null {
  if (pack.reevaluationYears === null) return null;
  const last = evaluations
    .filter(({ retractedAt }) => retractedAt === undefined)
    .flatMap(({ completedOn, notNeededOn }) => completedOn ?? notNeededOn ?? [])
    .sort()
    .at(-1);
  return last === undefined ? null : addYears(last, pack.reevaluationYears);
}
