import type { Doc } from "../../_generated/dataModel";
import type { Batch } from "../batch";
import { cellProblems } from "../rules/cells";
import type { RowKind } from "../rules/kinds";
import { findStaged, findStagedByUnique, type OpenRow } from "../staged";
import { type Decision, left } from "./decision";
import { decideGroup } from "./groups";
import { decideGuardian } from "./guardians";
import { decideMember } from "./members";
import { decideSchool } from "./schools";
import { decideStaff } from "./staff";
import { decideStudent } from "./students";

const byKind: Record<RowKind, (batch: Batch, row: OpenRow) => Promise<Decision>> = {
  school: decideSchool,
  group: decideGroup,
  staff: decideStaff,
  student: decideStudent,
  guardian: decideGuardian,
  member: decideMember,
};

/**
 * What a row comes to, today: the dry run keeps the answer, and applying asks again and does nothing when the answer
 * has changed meanwhile. Which rows of the files are double cannot change, so only the dry run looks for them.
 */
export async function decide(batch: Batch, row: OpenRow, double: string | null = null): Promise<Decision> {
  // What the browser saw when it read the file cannot be seen in the values any more.
  const seen = row.problems.filter(({ code }) => code === "too_many_cells");
  const wrong = [...seen, ...cellProblems({ ...row, cells: row.values }, batch)];
  if (double !== null) wrong.push({ code: "duplicate_in_file", field: double });
  return wrong.length > 0 ? left("error", ...wrong) : await byKind[row.kind](batch, row);
}

/** The field in which an earlier row of the files says the same; of two alike the first one counts. */
export async function duplicateOf(batch: Batch, row: Doc<"importRows">): Promise<string | null> {
  const sameId = row.externalId !== "" && (await findStaged(batch, row.kind, row.externalId));
  if (sameId && sameId.position < row.position) return "externalId";
  const same = row.unique && (await findStagedByUnique(batch, row.kind, row.unique));
  if (same && same.position < row.position) return row.kind === "staff" ? "email" : "studentNumber";
  return null;
}
