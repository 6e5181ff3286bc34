import { type CivilDay, isCivilDay } from "../../dates";
import type { ErrorCode } from "../../errors";

type Spell = { startsOn: CivilDay; endsOn?: CivilDay | undefined };

/** Where a membership stands on a day. One that was taken back before its first day never was. */
export type MembershipState = "coming" | "current" | "ended" | "never";

export function membershipState({ startsOn, endsOn }: Spell, today: CivilDay): MembershipState {
  if (endsOn !== undefined && endsOn < startsOn) return "never";
  if (today < startsOn) return "coming";
  return endsOn === undefined || today <= endsOn ? "current" : "ended";
}

/** What is wrong with the days of a membership to be given, or null. Yesterday's roles are history, and stay as they were. */
export function spellProblem({ startsOn, endsOn }: Spell, today: CivilDay): ErrorCode | null {
  if (!isCivilDay(startsOn) || (endsOn !== undefined && !isCivilDay(endsOn))) return "not_a_day";
  if (startsOn < today) return "day_in_past";
  return endsOn !== undefined && endsOn < startsOn ? "days_out_of_order" : null;
}
