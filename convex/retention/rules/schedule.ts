import * as z from "zod/mini";
import { addYears, type CivilDay } from "../../dates";
import { requiredText, wholeNumber } from "../../typed";

/**
 * How long records are kept, by jurisdiction, with the source of each figure. Federal law sets no period for
 * special-education records: it says when parents must be told, and what may stay for ever. What an organization
 * sets for itself comes before these.
 */

export const recordKinds = ["record", "measurements", "files"] as const;
export type RecordKind = (typeof recordKinds)[number];
export type Keeping = { years: number; from: "leaving" | "birth" };
export type Rule = Keeping & { source: string; isUnconfirmed: boolean };

const AUDITS = "2 CFR 200.334: three years, for what federal money paid for";
const STATES = "Usual among states: seven years after leaving; look up your state's own";
const IRMS = "IRMS Information Management Toolkit for Schools, SEN files: 31 years from birth";

const defaults: Record<"us-federal" | "england", Record<RecordKind, Rule>> = {
  "us-federal": {
    record: { years: 7, from: "leaving", source: STATES, isUnconfirmed: true },
    measurements: { years: 3, from: "leaving", source: AUDITS, isUnconfirmed: false },
    files: { years: 7, from: "leaving", source: STATES, isUnconfirmed: true },
  },
  england: {
    record: { years: 31, from: "birth", source: IRMS, isUnconfirmed: true },
    measurements: { years: 31, from: "birth", source: IRMS, isUnconfirmed: true },
    files: { years: 31, from: "birth", source: IRMS, isUnconfirmed: true },
  },
};

export function usualRule(jurisdiction: "us-federal" | "england", kind: RecordKind): Rule {
  return defaults[jurisdiction][kind];
}

/** The day from which a record may be proposed for destruction; null while what it counts from is not known. */
export function dueOn(rule: Keeping, child: { birthOn: CivilDay; leftOn: CivilDay | null }): CivilDay | null {
  const start = rule.from === "birth" ? child.birthOn : child.leftOn;
  return start === null ? null : addYears(start, rule.years);
}

/** Between the notice to the parents and the destruction (34 CFR 300.624(a) asks for notice, and sets no number). */
export const WAITING_DAYS = 30;

/** What is typed about the schedule and about decisions; forms and functions run the same schemas. */
export const keepingInput = z.object({ years: wholeNumber(1, 99) });
export const reasonInput = requiredText(500);
export const methodInput = requiredText(200);
