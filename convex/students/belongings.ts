import { type ChildTable, childTables } from "../exports/childTables";

/**
 * What stays with a record that becomes part of another: its own history, which says what was believed of it, its
 * openings and leases, which are nobody's business elsewhere, and what was decided about that record as such. Needs are
 * ranked once per child, so they are carried over as facts and not as rows (mergeFields.ts). Its names are its own. The audit chain stays too:
 * its hashes cover whom an entry is about.
 */
export const staying: ReadonlySet<string> = new Set([
  "recordVersions",
  "studentProfiles",
  "recordLeases",
  "healthOpenings",
  "studentNeeds",
  "studentWords",
]);

/** The tables whose rows move when one record becomes part of another, what hangs on a row before the row itself. */
export const belongings: readonly ChildTable[] = childTables.filter(({ table }) => !staying.has(table));
