import { i18n } from "@lingui/core";
import { civilDayAt } from "#convex/dates.ts";
import { directionOf, localeTag } from "./language.ts";

/** How dates, numbers and lists are shown: the only user of `Intl` in the client, always in the chosen language. */

function civilDay(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

function dayFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(localeTag(), { ...options, timeZone: "UTC" });
}

/** Written from right to left, whatever stands before it: a name in Latin letters would draw the day’s number to itself. */
function isolated(text: string): string {
  return directionOf(i18n.locale) === "rtl" ? `\u2067${text}\u2069` : text;
}

export const format = {
  /** "20 November 2026", from "2026-11-20". */
  day: (day: string): string =>
    isolated(dayFormat({ day: "numeric", month: "long", year: "numeric" }).format(civilDay(day))),
  /** "20 Nov", or "20 Nov 2025" outside the current year. */
  shortDay: (day: string): string =>
    isolated(
      dayFormat({
        day: "numeric",
        month: "short",
        ...(day.startsWith(String(new Date().getFullYear())) ? {} : { year: "numeric" }),
      }).format(civilDay(day)),
    ),
  /** "14:02" or "2:02 PM", in the reader's own zone. */
  time: (instant: number): string =>
    new Intl.DateTimeFormat(localeTag(), { hour: "numeric", minute: "2-digit" }).format(instant),
  /** Day and time of an instant (ms), in the reader's own zone. */
  instant: (instant: number): string =>
    isolated(
      new Intl.DateTimeFormat(localeTag(), { dateStyle: "medium", timeStyle: "short" }).format(instant),
    ),
  /** "in 3 days", "yesterday", "3 weeks ago", from a count of days ahead. */
  daysAhead: (days: number): string => {
    const relative = new Intl.RelativeTimeFormat(localeTag(), { numeric: "auto" });
    if (Math.abs(days) < 14) return relative.format(days, "day");
    if (Math.abs(days) < 60) return relative.format(Math.round(days / 7), "week");
    return relative.format(Math.round(days / 30.44), "month");
  },
  /** A number with at most `digits` decimals. */
  number: (value: number, digits = 1): string =>
    new Intl.NumberFormat(localeTag(), { maximumFractionDigits: digits }).format(value),
  /** "40%", from 40. */
  percent: (value: number, digits = 0): string =>
    new Intl.NumberFormat(localeTag(), { style: "percent", maximumFractionDigits: digits }).format(
      value / 100,
    ),
  /** "Spanish", from "es"; a code that nobody knows stays as it is. */
  language: (code: string): string =>
    new Intl.DisplayNames(localeTag(), { type: "language", fallback: "code" }).of(code) ?? code,
  /** "Ana, Tom and Li". */
  list: (words: readonly string[]): string =>
    new Intl.ListFormat(localeTag(), { type: "conjunction" }).format(words),
} as const;

let timeZone: string | null = null;

/** From now on days are those of the organization that somebody works in: the server refuses its tomorrow. */
export function adoptDays(organization: { timeZone: string } | null): void {
  timeZone = organization?.timeZone ?? null;
}

/** Today's civil day in the organization, as "YYYY-MM-DD"; before one is known, where the reader is. */
export function today(): string {
  return civilDayAt(Date.now(), timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** Order of names in the reader's language. */
export function compareText(a: string, b: string): number {
  return new Intl.Collator(localeTag(), { numeric: true, sensitivity: "base" }).compare(a, b);
}

/** In which order the reader's language writes day, month and year. */
export function dayPartOrder(): ("day" | "month" | "year")[] {
  return dayFormat({ day: "numeric", month: "numeric", year: "numeric" })
    .formatToParts(0)
    .map((part) => part.type)
    .filter(
      (type): type is "day" | "month" | "year" => type === "day" || type === "month" || type === "year",
    );
}

/** "Monday", from any Monday. */
export function weekdayName(day: string): string {
  return dayFormat({ weekday: "long" }).format(civilDay(day));
}

/** "March", from "03". */
export function monthName(month: string): string {
  return dayFormat({ month: "long" }).format(civilDay(`2026-${month}-01`));
}
