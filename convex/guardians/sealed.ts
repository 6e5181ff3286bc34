import type { Doc } from "../_generated/dataModel";
import { openFor, type Place, sealFor } from "../sealing/model";

/** What is sealed about a family: who the child lives with, and what a court has ordered. */

type Row<Table extends "guardianships" | "courtRestrictions"> = Pick<Doc<Table>, "_id" | "organizationId">;

const noteOf = ({ _id, organizationId }: Row<"guardianships">): Place => ({
  organizationId,
  table: "guardianships",
  rowId: _id,
  sensitivity: "identity",
});
const orderOf = ({ _id, organizationId }: Row<"courtRestrictions">): Place => ({
  organizationId,
  table: "courtRestrictions",
  rowId: _id,
  sensitivity: "identity",
});

export const sealCustodyNote = (row: Row<"guardianships">, note: string): string =>
  sealFor(noteOf(row), note);
export const sealOrder = (row: Row<"courtRestrictions">, words: string): string =>
  sealFor(orderOf(row), words);

export function custodyNoteOf(row: Doc<"guardianships">): string | null {
  return row.sealedCustodyNote === undefined ? null : openFor<string>(noteOf(row), row.sealedCustodyNote);
}

export function wordsOfOrder(row: Doc<"courtRestrictions">): string {
  return openFor<string>(orderOf(row), row.sealedOrder);
}
