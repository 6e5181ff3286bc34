import { isCivilDay } from "#convex/dates.ts";
import { schoolYearOf } from "#convex/reports/rules/periods.ts";
import type { Asked } from "./ReportFilters.tsx";
import type { ReportKind } from "./reportWords.ts";

const inAll: readonly ReportKind[] = ["distribution", "movement", "progress"];

/** The reports of a jurisdiction; each has the count that its authority asks for. */
export function kindsFor(jurisdiction: string): ReportKind[] {
  return [...inAll, jurisdiction === "england" ? "census" : "childCount"];
}

/** Federal law lets states choose a day from 1 October to 1 December (34 CFR 300.641(a)). */
const COUNT_DAY = "12-01";
/** England's school census: the third Thursdays of January and of May, the first one of October. */
const CENSUS_DAYS = [
  { month: "01", week: 3 },
  { month: "05", week: 3 },
  { month: "10", week: 1 },
];
const DAYS_OF_WEEK = 7;
const THURSDAY = 4;

function censusDay(year: number, { month, week }: (typeof CENSUS_DAYS)[number]): string {
  const first = new Date(Date.UTC(year, Number(month) - 1, 1)).getUTCDay();
  const day = 1 + ((THURSDAY - first + DAYS_OF_WEEK) % DAYS_OF_WEEK) + (week - 1) * DAYS_OF_WEEK;
  return `${year}-${month}-${String(day).padStart(2, "0")}`;
}

/** The day that is usual for a count: the last one until today. */
function usualDay(kind: ReportKind, today: string): string {
  const year = Number(today.slice(0, 4));
  if (kind === "childCount")
    return today.slice(5) >= COUNT_DAY ? `${year}-${COUNT_DAY}` : `${year - 1}-${COUNT_DAY}`;
  if (kind === "census") {
    const days = [year - 1, year].flatMap((of) => CENSUS_DAYS.map((term) => censusDay(of, term)));
    return days.findLast((day) => day <= today) ?? today;
  }
  return today;
}

const YEARS_BACK = 3;

/** What stands behind the question mark of the address. */
type Search = Partial<Record<"report" | "kind" | "from" | "to" | "school" | "grade", string | undefined>>;

/** The report of a name. Each country has one count of its authority, by whichever name it is asked for. */
function kindAsked(name: string | undefined, jurisdiction: string): ReportKind {
  const kinds = kindsFor(jurisdiction);
  const isCount = name === "census" || name === "childCount";
  return kinds.find((kind) => kind === name) ?? (isCount ? kinds.at(-1) : undefined) ?? "distribution";
}

/** What an address asks for, with what is usual for whatever it leaves open. */
export function askedIn(search: Search, jurisdiction: string, today: string): Asked {
  const kind = kindAsked(search.report ?? search.kind, jurisdiction);
  const day = (text: string | undefined, usual: string) =>
    text !== undefined && isCivilDay(text) ? text : usual;
  const to = day(search.to, usualDay(kind, today));
  const year = schoolYearOf(to, jurisdiction === "england" ? "09-01" : "08-01");
  const usualFrom =
    kind === "movement" ? `${Number(year.from.slice(0, 4)) - YEARS_BACK}${year.from.slice(4)}` : year.from;
  const from = day(search.from, usualFrom);
  return { kind, from, to, school: search.school ?? "", grade: search.grade ?? "" };
}

/** The words of the address for what is asked. */
export function searchOf({ kind, from, to, school, grade }: Asked): Search {
  return { report: kind, from, to, school: school || undefined, grade: grade || undefined };
}

/** The run that counted what is asked: this report, and these very days. */
export function runOf<Run extends { kind: ReportKind; from: string; to: string }>(
  runs: readonly Run[] | undefined,
  asked: Asked,
): Run | undefined {
  const { from, to } = daysOf(asked);
  return runs?.find((run) => run.kind === asked.kind && run.from === from && run.to === to);
}

/** A report on a day has that day at both ends. */
export function daysOf({ kind, from, to }: Asked): { from: string; to: string } {
  return { from: kind === "census" || kind === "childCount" ? to : from, to };
}
