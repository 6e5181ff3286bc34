import type { Infer } from "convex/values";
import * as z from "zod/mini";
import { packFor } from "../../compliance/rules/packs";
import { addYears, type CivilDay, isCivilDay } from "../../dates";
import { DEFAULT_THRESHOLD } from "../../reports/rules/suppression";
import { requiredText, wholeNumber } from "../../typed";
import { roles } from "../../values";
import type { chosenSettings, jurisdiction, organizationSettings } from "../schema";

export type Jurisdiction = Infer<typeof jurisdiction>;
export type Settings = Infer<typeof organizationSettings>;
/** What an organization has decided itself; whatever it leaves out follows from where it is. */
export type ChosenSettings = Infer<typeof chosenSettings>;

export const organizationNameInput = requiredText(160);

/** A day of every year, "MM-DD". */
const dayOfYear = z.string("not_a_day").check(z.refine((text) => isCivilDay(`2028-${text}`), "not_a_day"));

const MOST_GRADES = 40;
const MOST_PERIODS = 12;

/** What an administrator types about the organization; the form and the function run the same schema. */
export const settingsInput = z.partial(
  z.object({
    schoolYearStartsOn: dayOfYear,
    weekdays: z.array(wholeNumber(1, 7)).check(
      z.minLength(1, "required"),
      z.maxLength(7, "out_of_range"),
      z.refine((days) => new Set(days).size === days.length, "invalid"),
    ),
    grades: z.array(z.object({ code: requiredText(12), name: requiredText(60) })).check(
      z.minLength(1, "required"),
      z.maxLength(MOST_GRADES, "too_large"),
      z.refine((grades) => new Set(grades.map(({ code }) => code)).size === grades.length, "invalid"),
    ),
    reportingPeriods: z
      .array(z.object({ name: requiredText(60), endsOn: dayOfYear }))
      .check(z.minLength(1, "required"), z.maxLength(MOST_PERIODS, "too_large")),
    // 34 CFR 300.324(b)(1)(i) and section 44 of the Children and Families Act 2014: never less than once a year.
    reviewCycleMonths: wholeNumber(1, 12),
    // 34 CFR 300.320(b): 16, or younger where the state or the team says so.
    transitionAge: wholeNumber(12, 16),
    majorityAge: wholeNumber(16, 21),
    // A duty of maintained schools in England; an academy or an independent school decides (England's pack says more).
    parentsReadOn: z.boolean("invalid"),
    // 34 CFR 300.301(c)(1): 60 days, or the state's own limit, which may be longer.
    evaluationDays: wholeNumber(15, 120),
    unusedNeeds: z.array(requiredText(60)).check(z.maxLength(MOST_GRADES, "too_large")),
    lockAfterMinutes: wholeNumber(1, 240),
    secondFactorRoles: z.array(z.enum(roles, "invalid")),
    needsRaceColumns: z.boolean("invalid"),
    // Below five, a number gives somebody away who knows two of the children.
    smallestShared: wholeNumber(5, 100),
    // Long enough to notice that the wrong file was taken back.
    retractedFileDays: wholeNumber(30, 1095),
  }),
);

/** The name of a grade, where the organization has not given it one of its own. */
function usualName(key: string): string {
  const words: Record<string, string> = { PK: "Pre-kindergarten", K: "Kindergarten", R: "Reception" };
  const [, kind, number] = /^([NY]?)(\d{1,2})$/.exec(key) ?? [];
  if (number === undefined) return words[key] ?? key;
  return `${kind === "N" ? "Nursery" : kind === "Y" ? "Year" : "Grade"} ${number}`;
}

/** The name of a grade when it is the organization's own; null for the usual one, which has words in each language. */
export function ownName(code: string, name: string): string | null {
  return name === usualName(code) ? null : name;
}

const usualPeriods: Record<Jurisdiction, Settings["reportingPeriods"]> = {
  "us-federal": [
    { name: "First quarter", endsOn: "10-31" },
    { name: "Second quarter", endsOn: "01-20" },
    { name: "Third quarter", endsOn: "03-31" },
    { name: "Fourth quarter", endsOn: "06-15" },
  ],
  england: [
    { name: "Autumn term", endsOn: "12-20" },
    { name: "Spring term", endsOn: "03-31" },
    { name: "Summer term", endsOn: "07-22" },
  ],
};

/** Where no law speaks of initial evaluations, the figure has no effect. */
const USUAL_EVALUATION_DAYS = 60;

const usual: Partial<Record<Jurisdiction, Settings>> = {};

/** What is usual in a country; made once, since every call of a function asks. */
function usualIn(jurisdiction: Jurisdiction): Settings {
  usual[jurisdiction] ??= usualOf(jurisdiction);
  return usual[jurisdiction];
}

/** Ages, cycles and grades are those of its law (compliance/rules). */
function usualOf(jurisdiction: Jurisdiction): Settings {
  const { grades, evaluations, transitionAge, majorityAge, reviewCycleMonths } = packFor(jurisdiction);
  return {
    schoolYearStartsOn: jurisdiction === "england" ? "09-01" : "08-01",
    weekdays: [1, 2, 3, 4, 5],
    grades: grades.map(({ key }) => ({ code: key, name: usualName(key) })),
    reportingPeriods: usualPeriods[jurisdiction],
    reviewCycleMonths,
    transitionAge,
    majorityAge,
    parentsReadOn: true,
    evaluationDays: evaluations.find(({ kind }) => kind === "initial")?.clock?.days ?? USUAL_EVALUATION_DAYS,
    unusedNeeds: [],
    lockAfterMinutes: 15,
    secondFactorRoles: [],
    needsRaceColumns: false,
    smallestShared: DEFAULT_THRESHOLD,
    retractedFileDays: 90,
  };
}

type Deciding = { jurisdiction: Jurisdiction; settings?: ChosenSettings | undefined };

/** Every setting of an organization: its own choice, or what is usual where it is. */
export function settingsOf(organization: Deciding): Settings {
  return { ...usualIn(organization.jurisdiction), ...organization.settings };
}

/** The grades or year groups of an organization, from the youngest to the oldest. */
export function gradesOf(organization: Deciding): Settings["grades"] {
  return settingsOf(organization).grades;
}

/** The school year that a day lies in: its first and its last day. */
export function schoolYearOf(
  organization: Deciding,
  day: CivilDay,
): { startsOn: CivilDay; endsBefore: CivilDay } {
  const begins = settingsOf(organization).schoolYearStartsOn;
  const year = Number(day.slice(0, 4));
  const inYear = (number: number) => `${number}-${begins}`;
  const startsOn = inYear(day >= inYear(year) ? year : year - 1);
  return { startsOn, endsBefore: addYears(startsOn, 1) };
}
