import { addDays, addYears, type CivilDay, dayProblem } from "../../dates";
import type { ErrorCode } from "../../errors";

/** A year or a term that entries and exits are counted in. */
export type Period = { of: "year" | "term"; label: string; from: CivilDay; to: CivilDay };

/** A term as the organization keeps it. */
export type Term = { name: string; startsOn: CivilDay; endsOn: CivilDay };

/** A report looks back so far at most. */
export const MOST_YEARS = 15;
const MOST_DAYS = MOST_YEARS * 366;

/** What is wrong with the days of a report, and with which of them. */
export type DaysProblem = { code: ErrorCode; field: "from" | "to"; params?: { latest: CivilDay } };

/**
 * What is wrong with the days that a report is asked for, both included, or null. A day that has not come has nothing
 * to count: records say what is so, and would be counted as if nothing changed until then.
 */
export function daysProblem(from: CivilDay, to: CivilDay, today: CivilDay): DaysProblem | null {
  for (const [field, day] of [
    ["from", from],
    ["to", to],
  ] as const) {
    const code = dayProblem(day);
    if (code) return { code, field };
  }
  if (to < from) return { code: "days_out_of_order", field: "to" };
  // A report on one day asks for that day only, as its end.
  if (to > today) return { code: "day_in_future", field: today < from && from < to ? "from" : "to" };
  const latest = addDays(from, MOST_DAYS);
  return to > latest ? { code: "days_too_far_apart", field: "to", params: { latest } } : null;
}

/** The school year that a day lies in. `startsOn` is the month and day on which years begin, "MM-DD". */
export function schoolYearOf(day: CivilDay, startsOn: string): { from: CivilDay; to: CivilDay } {
  const thisYear = `${day.slice(0, 4)}-${startsOn}`;
  const from = thisYear <= day ? thisYear : addYears(thisYear, -1);
  return { from, to: addDays(addYears(from, 1), -1) };
}

/** "2025/26" for a year that spans two, "2025" for one that does not. */
export function yearLabel({ from, to }: { from: CivilDay; to: CivilDay }): string {
  return from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)}/${to.slice(2, 4)}`;
}

/** The school years that have a day of the span, and the terms that have, each in order; whole, not cut off. */
export function periodsIn(
  from: CivilDay,
  to: CivilDay,
  { yearStartsOn, terms }: { yearStartsOn: string; terms: readonly Term[] },
): Period[] {
  const years: Period[] = [];
  let year = schoolYearOf(from, yearStartsOn);
  while (year.from <= to && years.length < MOST_YEARS) {
    years.push({ of: "year", label: yearLabel(year), ...year });
    year = schoolYearOf(addDays(year.to, 1), yearStartsOn);
  }
  const within = terms
    .filter((term) => term.startsOn <= to && term.endsOn >= from)
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
    .map(({ name, startsOn, endsOn }): Period => ({ of: "term", label: name, from: startsOn, to: endsOn }));
  return [...years, ...within];
}
