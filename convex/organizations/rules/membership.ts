import { type CivilDay, dayProblem, neverHeld } from "../../dates";
import type { ErrorCode } from "../../errors";

type Spell = { startsOn: CivilDay; endsOn?: CivilDay | undefined };

/** Where a membership stands on a day. One that was taken back before its first day never was. */
export type MembershipState = "coming" | "current" | "ended" | "never";

export function membershipState({ startsOn, endsOn }: Spell, today: CivilDay): MembershipState {
  if (neverHeld({ startsOn, endsOn })) return "never";
  if (today < startsOn) return "coming";
  return endsOn === undefined || today <= endsOn ? "current" : "ended";
}

/** What is wrong with the days of a membership to be given, or null. Yesterday's roles are history, and stay as they were. */
export function spellProblem({ startsOn, endsOn }: Spell, today: CivilDay): ErrorCode | null {
  const wrong = dayProblem(startsOn) ?? (endsOn === undefined ? null : dayProblem(endsOn));
  if (wrong) return wrong;
  if (startsOn < today) return "day_in_past";
  return endsOn !== undefined && endsOn < startsOn ? "days_out_of_order" : null;
}
