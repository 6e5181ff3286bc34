import { type CivilDay, isCivilDay } from "../../dates";
import { emailInput } from "../../people/rules";
import { birthProblem } from "../../students/rules";
import type { StagedRow } from "./files";
import type { RowCode, RowKind, RowProblem } from "./kinds";
import { readGrade, readRole } from "./words";

/** What checking a row needs to know of the organization. */
export type Checking = { today: CivilDay; grades: readonly { code: string; name: string }[] };

const LONGEST: Record<string, number> = {
  studentNumber: 40,
  givenName: 80,
  familyName: 80,
  preferredName: 80,
  homeLanguage: 80,
  name: 160,
  title: 160,
  descent: 600,
};
const LONGEST_OTHER = 320;
const LONGEST_ID = 255;

const REQUIRED: Record<RowKind, readonly string[]> = {
  school: ["name"],
  group: ["title", "school"],
  staff: ["givenName", "familyName", "role"],
  student: ["givenName", "familyName", "school"],
  guardian: [],
  member: ["group", "user", "role"],
};

/**
 * What is wrong with a row by itself, without looking at anything else. The browser runs it while it reads the
 * files, and the server again before it writes. A row that says it is gone needs nothing but its id.
 */
export function cellProblems(
  row: Pick<StagedRow, "kind" | "externalId" | "cells">,
  checking: Checking,
): RowProblem[] {
  const { kind, cells } = row;
  const problems: RowProblem[] = [];
  const found = (code: RowCode, field: string) => void problems.push({ code, field });
  if (row.externalId === "") found("required", "externalId");
  if (row.externalId.length > LONGEST_ID) found("too_long", "externalId");
  if (cells.status === "gone") return problems;
  for (const field of REQUIRED[kind]) if (!cells[field]) found("required", field);
  for (const [field, value] of Object.entries(cells)) {
    if (value.length > (LONGEST[field] ?? LONGEST_OTHER)) found("too_long", field);
  }
  const { birthOn, grade, email, role, caseManagerEmail } = cells;
  if (birthOn !== undefined) {
    const wrong = birthProblem(birthOn, checking.today);
    if (wrong !== null) found(wrong as RowCode, "birthOn");
  }
  if (grade !== undefined && kind === "student" && readGrade(grade, checking.grades) === null) {
    found("unknown_grade", "grade");
  }
  if (email !== undefined && !isAddress(email)) found("invalid_email", "email");
  if (caseManagerEmail !== undefined && !isAddress(caseManagerEmail))
    found("invalid_email", "caseManagerEmail");
  if (kind === "staff" && role !== undefined && readRole(role) === null) found("unknown_role", "role");
  for (const field of ["interpreterNeeded", "maySign", "mayView"]) {
    const value = cells[field];
    if (value !== undefined && value !== "yes" && value !== "no") found("unknown_value", field);
  }
  for (const field of ["beginsOn", "endsOn"]) {
    const value = cells[field];
    if (value !== undefined && !isCivilDay(value)) found("not_a_day", field);
  }
  return problems;
}

const isAddress = (text: string) => emailInput.safeParse(text).success;

/** What no two rows of one kind may share, besides their id: a student's number, the address of a member of staff. */
export function uniqueOf({ kind, cells, externalId }: Pick<StagedRow, "kind" | "cells" | "externalId">) {
  if (kind === "student") return cells.studentNumber ?? externalId;
  return kind === "staff" ? cells.email?.toLowerCase() : undefined;
}
