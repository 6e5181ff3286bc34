import type { Doc } from "../../_generated/dataModel";
import { addDays, type CivilDay } from "../../dates";
import { REVIEW_HORIZON_DAYS } from "../rules";
import { areBegun, beginningsIn, firstBegun, wordsOf } from "./words";

type Student = Doc<"students">;

/** Plans as a list filters them: what there is, and whether the review is missed or coming up. */
export const planFilters = ["none", "draft", "inEffect", "overdue", "soon"] as const;
export type PlanFilter = (typeof planFilters)[number];
export const sorts = ["name", "review"] as const;
export type Sort = (typeof sorts)[number];

/** What somebody looks for in the list of students; an absent filter lets everything through. */
export type Wanted = {
  words: string;
  sort: Sort;
  schoolId?: Student["schoolId"] | undefined;
  gradeLevel?: Student["gradeLevel"] | undefined;
  status?: Student["senStatus"] | undefined;
  /** The primary need. */
  need?: string | undefined;
  /** null: those whom nobody manages. */
  caseManagerId?: NonNullable<Student["caseManagerId"]> | null | undefined;
  plan?: PlanFilter | undefined;
  enrolment?: Student["enrolmentStatus"] | undefined;
};

/** Whether a student is among those looked for. */
export function isFound(student: Student, wanted: Wanted, today: CivilDay): boolean {
  const { schoolId, gradeLevel, status, need, caseManagerId, plan, enrolment, words } = wanted;
  // A record that became part of another is reached through that one.
  if (student.mergedIntoId !== undefined) return false;
  return (
    (schoolId === undefined || student.schoolId === schoolId) &&
    (gradeLevel === undefined || student.gradeLevel === gradeLevel) &&
    (status === undefined || student.senStatus === status) &&
    (need === undefined || student.primaryNeed === need) &&
    (caseManagerId === undefined || (student.caseManagerId ?? null) === caseManagerId) &&
    (enrolment === undefined || student.enrolmentStatus === enrolment) &&
    (plan === undefined || hasPlan(student, plan, today)) &&
    (words === "" || areBegun(wordsOf(student), beginningsIn(words)))
  );
}

function hasPlan({ planState, reviewDueOn }: Student, plan: PlanFilter, today: CivilDay): boolean {
  if (plan === "overdue") return reviewDueOn < today;
  if (plan === "soon") return today <= reviewDueOn && reviewDueOn <= addDays(today, REVIEW_HORIZON_DAYS);
  return planState === plan;
}

/** Whether a filter may leave a few students only; a school, a status and being enrolled leave many. */
export function isNarrow({ caseManagerId, need, gradeLevel, plan }: Wanted): boolean {
  return [caseManagerId, need, gradeLevel, plan].some((filter) => filter !== undefined);
}

/** By the word that was found, as a walk through the words meets them, then by name. */
export function compareFound([longest = ""]: readonly string[]): (a: Student, b: Student) => number {
  const wordIn = (student: Student) => firstBegun(wordsOf(student), longest) ?? "";
  return (a, b) => {
    const [first, second] = [wordIn(a), wordIn(b)];
    if (first === second) return compareNames(a, b);
    return first < second ? -1 : 1;
  };
}

/** By last name, then by first. */
export function compareNames(a: Student, b: Student): number {
  return a.lastName.localeCompare(b.lastName) || a.firstName.localeCompare(b.firstName);
}
