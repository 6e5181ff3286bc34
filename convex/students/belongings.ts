import { type ChildTable, childTables } from "../exports/childTables";

/**
 * What stays with a record that becomes part of another: its openings and leases, which are nobody's business
 * elsewhere, and the words by which lists find it. Its profile is one row a child: what it says can be read in the
 * versions, which move, and what is right of it is chosen (mergeFields.ts). The audit chain stays too: its hashes cover
 * whom an entry is about.
 */
export const staying: ReadonlySet<string> = new Set([
  "studentProfiles",
  "recordLeases",
  "healthOpenings",
  "studentWords",
]);

/** The tables whose rows move when one record becomes part of another, what hangs on a row before the row itself. */
export const belongings: readonly ChildTable[] = childTables.filter(({ table }) => !staying.has(table));
