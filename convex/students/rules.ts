import { type CivilDay, dayProblem } from "../dates";
import type { ErrorCode } from "../errors";
import type { Named } from "./rules/identity";

/** How a student is called in lists and headings: the preferred name, when there is one. */
export function fullName({ firstName, lastName, preferredName }: Named): string {
  return `${preferredName || firstName} ${lastName}`;
}

/** Twenty-five years: federal entitlement ends at 21 at the latest, some states go on for a while. */
const OLDEST_YEARS = 25;

/** What is wrong with a birth date, or null. Today is an argument. */
export function birthProblem(birthOn: CivilDay, today: CivilDay): ErrorCode | null {
  const wrong = dayProblem(birthOn);
  if (wrong) return wrong;
  if (birthOn > today) return "day_in_future";
  return Number(today.slice(0, 4)) - Number(birthOn.slice(0, 4)) > OLDEST_YEARS ? "out_of_range" : null;
}

/** What is wrong with a span of days, or null. */
export function spanProblem(startsOn: CivilDay, endsOn: CivilDay | undefined): ErrorCode | null {
  const wrong = dayProblem(startsOn) ?? (endsOn === undefined ? null : dayProblem(endsOn));
  if (wrong) return wrong;
  return endsOn !== undefined && endsOn < startsOn ? "days_out_of_order" : null;
}

/** What is wrong with a day after which a span is to end, or null; no day means now, which is always right. */
export function endProblem(
  { startsOn }: { startsOn: CivilDay },
  endsOn: CivilDay | undefined,
): ErrorCode | null {
  return endsOn === undefined ? null : spanProblem(startsOn, endsOn);
}

/** How far ahead home shows a review that is coming up, in days. */
export const REVIEW_HORIZON_DAYS = 60;

/** Without a measurement for this many days, a goal's owner is reminded. */
export const QUIET_GOAL_DAYS = 14;
