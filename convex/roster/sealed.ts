import type { Doc } from "../_generated/dataModel";
import { openFor, type Place, sealFor } from "../sealing/model";
import type { Finding } from "./deciding/decision";

/** The contents of staged rows are sealed as a pupil record is: they hold the same birth dates. */

type Row = Pick<Doc<"importRows">, "organizationId" | "importId" | "position">;

/** A row is known before it is inserted by its import and its position. */
function placeOf({ organizationId, importId, position }: Row): Place {
  return { organizationId, table: "importRows", rowId: `${importId}/${position}`, sensitivity: "identity" };
}

export type Cells = Record<string, string>;

export const sealCells = (row: Row, cells: Cells): string => sealFor(placeOf(row), cells);
export const cellsOf = (row: Doc<"importRows">): Cells =>
  row.cells === "" ? {} : openFor<Cells>(placeOf(row), row.cells);

export const sealFinding = (row: Row, finding: Finding): string => sealFor(placeOf(row), finding);

const NOTHING: Finding = { changes: [], effects: [] };
export const findingOf = (row: Doc<"importRows">): Finding =>
  row.finding === undefined ? NOTHING : openFor<Finding>(placeOf(row), row.finding);

/** A staged row sealed anew, with the key that seals now. */
export function resealedRow(row: Doc<"importRows">) {
  return {
    ...(row.cells !== "" && { cells: sealCells(row, cellsOf(row)) }),
    ...(row.finding !== undefined && { finding: sealFinding(row, findingOf(row)) }),
  };
}
