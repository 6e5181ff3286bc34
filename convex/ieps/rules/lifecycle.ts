import type { Infer } from "convex/values";
import { addDays, addYears, type CivilDay, dayProblem, reviewDueOn } from "../../dates";
import { type ErrorCode, type Problem, problem } from "../../errors";
import type { iepStatus, specialFactor } from "../schema";
import { isSettled, type SectionKind, type SectionState } from "./sections";

export type IepStatus = Infer<typeof iepStatus>;
export type SpecialFactor = Infer<typeof specialFactor>;

/** Which status may follow which. A plan is written as a draft and never becomes one again. */
const nextStatus: Record<IepStatus, readonly IepStatus[]> = {
  draft: ["inEffect"],
  inEffect: ["superseded", "expired"],
  superseded: [],
  expired: [],
};

export function canBecome(from: IepStatus, to: IepStatus): boolean {
  return nextStatus[from].includes(to);
}

/** Text and fields of a plan change only while it is a draft; afterwards a change is an amendment. */
export function canBeWritten(plan: { status: IepStatus }): boolean {
  return plan.status === "draft";
}

export type PlanDates = { startsOn: CivilDay; endsOn: CivilDay; meetingOn?: CivilDay | undefined };

/** The usual last day: the day before the plan's first anniversary. */
export function usualEndOn(startsOn: CivilDay): CivilDay {
  return addDays(addYears(startsOn, 1), -1);
}

/**
 * Refuses dates that cannot be a plan's: not days of the calendar, ending before they start, lasting more than a
 * year, or agreed at a meeting after the plan began.
 * @throws required, not_a_day, days_out_of_order, days_too_far_apart
 */
export function checkDates({ startsOn, endsOn, meetingOn }: PlanDates): void {
  const refuse = (code: ErrorCode, field: string, params: Problem["params"] = {}) => {
    throw problem(code, { field, params });
  };
  const days = { startsOn, endsOn, ...(meetingOn !== undefined && { meetingOn }) };
  for (const [field, day] of Object.entries(days)) {
    const wrong = dayProblem(day);
    if (wrong) refuse(wrong, field);
  }
  if (endsOn <= startsOn) refuse("days_out_of_order", "endsOn", { after: startsOn });
  if (endsOn > addYears(startsOn, 1))
    refuse("days_too_far_apart", "endsOn", { latest: addYears(startsOn, 1) });
  if (meetingOn === undefined) return;
  if (meetingOn > startsOn) refuse("days_out_of_order", "meetingOn", { latest: startsOn });
}

/**
 * When a plan must next be reviewed: a year after the meeting that agreed it, or after its start while no meeting
 * has been held (34 CFR 300.324(b)(1)(i)); sooner where the organization reviews more often. An amendment keeps the
 * date of the plan it amends: agreeing a change may not stand in for the review.
 */
export function reviewDueOnFor(
  { startsOn, meetingOn }: Pick<PlanDates, "startsOn" | "meetingOn">,
  amended: { reviewDueOn: CivilDay } | null,
  { reviewCycleMonths }: { reviewCycleMonths: number } = { reviewCycleMonths: 12 },
): CivilDay {
  return amended ? amended.reviewDueOn : reviewDueOn(meetingOn ?? startsOn, reviewCycleMonths);
}

/**
 * Whether the plan must contain transition planning: it covers, or began after, the child's 16th birthday
 * (34 CFR 300.320(b), 20 USC 1414(d)(1)(A)(i)(VIII)), or an earlier one where the organization says so. The test is:
 * that birthday not after the plan's last day.
 */
export function needsTransition(birthOn: CivilDay, endsOn: CivilDay, fromAge = 16): boolean {
  return addYears(birthOn, fromAge) <= endsOn;
}

/** What a plan holds, as far as it decides whether it may take effect. */
export type Contents = {
  birthOn: CivilDay;
  /** From which birthday on a plan looks beyond school, in years. */
  transitionAge?: number;
  dates: PlanDates;
  sections: readonly { kind: SectionKind; state: SectionState }[];
  activeGoals: number;
  services: number;
  answeredFactors: readonly SpecialFactor[];
};

export const specialFactors = [
  "behaviour",
  "limitedEnglish",
  "braille",
  "communication",
  "assistiveTechnology",
] as const satisfies readonly SpecialFactor[];

export type Missing =
  | { what: "meetingOn" }
  | { what: "goals" }
  | { what: "services" }
  | { what: "transition" }
  | { what: "section"; section: SectionKind }
  | { what: "specialFactor"; factor: SpecialFactor };

/**
 * What still has to be done before a plan may take effect (34 CFR 300.320(a), 300.324(a)(2)): a meeting, every
 * section settled, a goal, a service, an answer to each special factor, and transition where it is due.
 */
export function missingFrom(contents: Contents): Missing[] {
  const { sections, dates, answeredFactors } = contents;
  const transition = sections.find(({ kind }) => kind === "transition");
  const transitionDue =
    needsTransition(contents.birthOn, dates.endsOn, contents.transitionAge) && transition?.state !== "ready";
  return [
    ...(dates.meetingOn === undefined ? [{ what: "meetingOn" } as const] : []),
    ...(transitionDue ? [{ what: "transition" } as const] : []),
    ...sections
      .filter(({ kind, state }) => !isSettled(state) && !(kind === "transition" && transitionDue))
      .map(({ kind }) => ({ what: "section", section: kind }) as const),
    ...(contents.activeGoals === 0 ? [{ what: "goals" } as const] : []),
    ...(contents.services === 0 ? [{ what: "services" } as const] : []),
    ...specialFactors
      .filter((factor) => !answeredFactors.includes(factor))
      .map((factor) => ({ what: "specialFactor", factor }) as const),
  ];
}
