import type { JSONContent } from "@tiptap/core";
import { neverHeld } from "../../../dates";
import type { Gathered } from "../share";

/** Everything that goes into a copy of one child's record, gathered and already cut to its reader's share. */
export type Copy = {
  name: string;
  student: { studentNumber: string; schoolName: string; grade: { code: string; ownName: string | null } };
  organizationName: string;
  /** The day on which it is made. */
  day: string;
  audience: "team" | "family";
  locale: string;
  rows: Gathered;
  /** Texts by section. */
  prose: Record<string, JSONContent>;
  /** Names by person. */
  people: Record<string, string>;
  /** Paths of the files by storage id. */
  files: Record<string, string>;
  opened: { at: number; who: string; what: string }[];
};

type Row = Gathered[string][number];

export const text = (row: Row, field: string): string => {
  const value = row[field];
  return value === undefined || value === null ? "" : String(value);
};

/** Whether a row says what is held to be true: neither put right nor taken back since, nor ended before it began. */
export const stands = (row: Row): boolean =>
  text(row, "supersededAt") === "" &&
  text(row, "retractedAt") === "" &&
  !neverHeld({ startsOn: text(row, "startsOn"), endsOn: text(row, "endsOn") || undefined });

/** Rows of a table by a day, newest first. */
export function newestFirst(rows: Gathered, table: string, field: string): Row[] {
  return [...(rows[table] ?? [])].sort((a, b) => (text(a, field) < text(b, field) ? 1 : -1));
}

/** Where a plan's page lies. */
export const planPath = (plan: Row, number: number): string =>
  `plans/${text(plan, "startsOn")}-${number}.html`;

/** A civil day in the words of the copy's language. */
export function dayIn(locale: string, day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T12:00:00Z`),
  );
}
