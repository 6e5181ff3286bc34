import type { FunctionReturnType } from "convex/server";
import type { api } from "#convex/_generated/api.js";
import type { SchoolCalendar } from "#convex/dates.ts";

export type Calendar = FunctionReturnType<typeof api.organizations.calendar.get>;

/** The calendar as the rules of school days read it, for the whole district. */
export function districtCalendar({ weekdays, terms, closures }: Calendar): SchoolCalendar {
  return { weekdays, terms, closures: closures.filter(({ schoolId }) => schoolId === null) };
}
