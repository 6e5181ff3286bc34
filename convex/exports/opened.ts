import type { Doc } from "../_generated/dataModel";
import { custodyNoteOf, wordsOfOrder } from "../guardians/sealed";
import { cellsOf, findingOf } from "../roster/sealed";
import { openFor } from "../sealing/model";
import { identityOf } from "../students/identity";
import { snapshotOf } from "../students/versions";
import type { Table } from "./childTables";

/** What is sealed in a row, opened for whoever is given the record: an envelope is of no use outside. */

type Row = Record<string, unknown>;

/** What the envelopes of a row hold, table by table. A test holds the list against sealing/tables.ts. */
const openers: { [Name in Table]?: (row: Doc<Name>) => Row } = {
  students: (row) => ({ ...identityOf(row) }),
  studentProfiles: (row) => {
    const { _id: rowId, organizationId, sealedHealth } = row;
    const place = { organizationId, table: "studentProfiles", rowId, sensitivity: "health" } as const;
    return sealedHealth === undefined ? {} : { health: openFor(place, sealedHealth) };
  },
  recordVersions: (row) => ({ snapshot: snapshotOf(row) }),
  guardianships: (row) => {
    const custodyNote = custodyNoteOf(row);
    return custodyNote === null ? {} : { custodyNote };
  },
  courtRestrictions: (row) => (row.sealedOrder === "" ? {} : { order: wordsOfOrder(row) }),
  importRows: (row) => ({ cells: cellsOf(row), finding: findingOf(row) }),
};

/** The tables with envelopes that can be opened here. */
export const openable: readonly string[] = Object.keys(openers);

/** What was sealed in a row, in the open; empty when nothing was. */
export function contentsOf(table: string, row: Row): Row {
  const opener = openers[table as Table] as ((row: Row) => Row) | undefined;
  return opener?.(row) ?? {};
}

/** A row of a table as it is given out about one child: what is sealed in the open, and no envelope. */
export function openedRow(table: string, row: Row): Row {
  return openable.includes(table) ? { ...withoutMachinery(row), ...contentsOf(table, row) } : row;
}

/** Without envelopes, keyed hashes and the text that only the search reads. */
function withoutMachinery(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).filter(([field]) => !/^sealed|Index$|^searchName$/.test(field)),
  );
}
