import { type CivilDay, isCivilDay } from "../../dates";
import type { Role } from "../../values";

/** How the words and codes of other systems are read. Whatever is not known stays as it is, and is a problem later. */

/** How days are written where there are slashes in them. */
export type DayOrder = "monthFirst" | "dayFirst";

/** "2016-03-09", "2016-03-09T00:00:00Z" and "3/9/2016"; any other text comes back as it is. */
export function readDay(text: string, order: DayOrder): CivilDay {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/.exec(text)?.[1];
  if (iso !== undefined) return iso;
  const [, first = "", second = "", year = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const [month, date] = order === "monthFirst" ? [first, second] : [second, first];
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return isCivilDay(day) ? day : text;
}

const YES = new Set(["true", "yes", "y", "1", "x"]);
const NO = new Set(["false", "no", "n", "0"]);

/** "yes" and "no" in the words of several systems, or the text as it is. */
export function readYesNo(text: string): string {
  const word = text.toLowerCase();
  return YES.has(word) ? "yes" : NO.has(word) ? "no" : text;
}

/** Grade codes of CEDS (element 000100), as OneRoster uses them, and words that people write. */
const GRADES: Record<string, string> = {
  IT: "PK",
  PR: "PK",
  PK: "PK",
  TK: "K",
  KG: "K",
  K: "K",
  R: "R",
  RECEPTION: "R",
};

/**
 * The organization's own code for a grade: "04", "Grade 4", "4th" and "Year 4" are all "4" where that exists.
 * Null when the organization has no such grade.
 */
export function readGrade(text: string, grades: readonly { code: string; name: string }[]): string | null {
  const word = text.trim().toUpperCase();
  const number = /^(?:GRADE|YEAR|Y)?\s*0*(\d{1,2})(?:ST|ND|RD|TH)?$/.exec(word)?.[1];
  const wanted = [word, number, GRADES[word]];
  const found = grades.find(
    ({ code, name }) => wanted.includes(code.toUpperCase()) || name.toUpperCase() === word,
  );
  return found?.code ?? null;
}

/** `byHand`: whoever administers everything is invited one by one, never by a file. */
type StaffRole = { role: Role; isOfOneSchool?: true } | "byHand" | "pupil" | "family" | null;

const ROLES: Record<string, StaffRole> = {
  administrator: { role: "administrator", isOfOneSchool: true },
  principal: { role: "administrator", isOfOneSchool: true },
  headteacher: { role: "administrator", isOfOneSchool: true },
  siteadministrator: { role: "administrator", isOfOneSchool: true },
  districtadministrator: "byHand",
  systemadministrator: "byHand",
  casemanager: { role: "caseManager" },
  senco: { role: "caseManager" },
  teacher: { role: "teacher" },
  aide: { role: "teacher" },
  teachingassistant: { role: "teacher" },
  paraprofessional: { role: "teacher" },
  specialist: { role: "specialist" },
  counselor: { role: "specialist" },
  therapist: { role: "specialist" },
  psychologist: { role: "specialist" },
  student: "pupil",
  guardian: "family",
  parent: "family",
  relative: "family",
};

/** What a role of OneRoster 1.1 or 1.2, or a word of our template, is here; null when it is nothing here. */
export function readRole(text: string): StaffRole {
  return ROLES[text.toLowerCase().replaceAll(/[^a-z]/g, "")] ?? null;
}

const RELATIONSHIPS: Record<string, string> = {
  mother: "mother",
  father: "father",
  parent: "parent",
  guardian: "legalGuardian",
  legalguardian: "legalGuardian",
  grandparent: "grandparent",
  grandmother: "grandparent",
  grandfather: "grandparent",
  fosterparent: "fosterParent",
  fostermother: "fosterParent",
  fosterfather: "fosterParent",
  relative: "other",
  other: "other",
};

/** How a guardian stands to a child; "other" for whatever has no word of its own here. */
export function readRelationship(text: string): string {
  if (text === "") return "parent";
  return RELATIONSHIPS[text.toLowerCase().replaceAll(/[^a-z]/g, "")] ?? "other";
}
