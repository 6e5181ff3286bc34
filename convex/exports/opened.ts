import type { Doc } from "../_generated/dataModel";
import { openFor } from "../sealing/model";
import { identityOf } from "../students/identity";
import { snapshotOf } from "../students/versions";

/** What is sealed in a row, opened for whoever is given the record: an envelope is of no use outside. */

type Row = Record<string, unknown>;

/** The child's own row with the birth date and the national numbers in the open. */
export function openedStudent(student: Doc<"students">): Row {
  return { ...withoutMachinery(student), ...identityOf(student) };
}

/** A row of a table as it is given out. */
export function openedRow(table: string, row: Row): Row {
  if (table === "recordVersions") {
    return { ...withoutMachinery(row), snapshot: snapshotOf(row as Doc<"recordVersions">) };
  }
  if (table === "studentProfiles" && typeof row.sealedHealth === "string") {
    const { _id: rowId, organizationId } = row as Doc<"studentProfiles">;
    const place = { organizationId, table: "studentProfiles", rowId, sensitivity: "health" } as const;
    return { ...withoutMachinery(row), health: openFor(place, row.sealedHealth) };
  }
  return row;
}

/** Without envelopes, keyed hashes and the text that only the search reads. */
function withoutMachinery(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).filter(([field]) => !/^sealed|Index$|^searchName$/.test(field)),
  );
}
