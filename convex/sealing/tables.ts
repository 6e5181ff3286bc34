import type { TableNamesInDataModel } from "convex/server";
import type { DataModel, Doc } from "../_generated/dataModel";
import type { MutationCtx } from "../functions";
import { custodyNoteOf, sealCustodyNote, sealOrder, wordsOfOrder } from "../guardians/sealed";
import { resealedRow } from "../roster/sealed";
import { identityOf, sealedIdentityOf } from "../students/identity";
import { resealedHealth } from "../students/parts";
import { resealedVersion } from "../students/versions";
import { isCurrent } from "./model";

type Tables = TableNamesInDataModel<DataModel>;
type Page = { rowsSeen: number; rowsSealed: number; isDone: boolean; cursor: string };

/** A table with sealed fields, and how a page of it comes to be sealed with the key that seals now. */
export type SealedTable = {
  name: Tables;
  reseal: (ctx: Pick<MutationCtx, "db">, cursor: string | null, rows: number) => Promise<Page>;
};

/** What to write into a row so that all of it is sealed with the current key; null when it is already. */
type Resealing<Table extends Tables> = (row: Doc<Table>) => Partial<Doc<Table>> | null;

function sealedTable<Table extends Tables>(name: Table, resealing: Resealing<Table>): SealedTable {
  return {
    name,
    reseal: async (ctx, cursor, rows) => {
      const found = await ctx.db.query(name).paginate({ cursor, numItems: rows });
      let rowsSealed = 0;
      for (const row of found.page as Doc<Table>[]) {
        const change = resealing(row);
        if (change === null) continue;
        await ctx.db.patch(name as never, row._id as never, change as never);
        rowsSealed++;
      }
      return { rowsSeen: found.page.length, rowsSealed, isDone: found.isDone, cursor: found.continueCursor };
    },
  };
}

/**
 * Every table with sealed fields, in the order in which a rotation walks them. A new one is added at the end, so that
 * a rotation that is under way finds its place again.
 */
export const sealedTables: readonly SealedTable[] = [
  // Rows of a former version hold the birth date in the open: they are sealed on the way.
  sealedTable("students", (student) =>
    student.sealedIdentity !== undefined && isCurrent(student.sealedIdentity)
      ? null
      : sealedIdentityOf(student, identityOf(student)),
  ),
  sealedTable("studentProfiles", (profile) =>
    profile.sealedHealth === undefined || isCurrent(profile.sealedHealth) ? null : resealedHealth(profile),
  ),
  sealedTable("recordVersions", (version) =>
    version.sealed === undefined || isCurrent(version.sealed) ? null : resealedVersion(version),
  ),
  sealedTable("importRows", (row) => {
    const sealed = [row.cells, row.finding].filter((text) => text !== undefined && text !== "");
    return sealed.every((text) => isCurrent(text ?? "")) ? null : resealedRow(row);
  }),
  sealedTable("guardianships", (row) => {
    const note = custodyNoteOf(row);
    return note === null || isCurrent(row.sealedCustodyNote ?? "")
      ? null
      : { sealedCustodyNote: sealCustodyNote(row, note) };
  }),
  sealedTable("courtRestrictions", (row) =>
    isCurrent(row.sealedOrder) ? null : { sealedOrder: sealOrder(row, wordsOfOrder(row)) },
  ),
];
