import type { Doc } from "../_generated/dataModel";
import type { Batch } from "./batch";
import type { RowKind } from "./rules/kinds";
import { type Cells, cellsOf } from "./sealed";

/** A staged row with its contents opened. */
export type OpenRow = Doc<"importRows"> & { values: Cells };

export function opened(row: Doc<"importRows">): OpenRow {
  return { ...row, values: cellsOf(row) };
}

/** The first row of this import that carries an id, or null. */
export async function findStaged(
  batch: Pick<Batch, "db" | "import">,
  kind: RowKind,
  externalId: string,
): Promise<Doc<"importRows"> | null> {
  return await batch.db
    .query("importRows")
    .withIndex("by_import_and_external_id", (q) =>
      q.eq("importId", batch.import._id).eq("kind", kind).eq("externalId", externalId),
    )
    .first();
}

/** The first row of this import with a student number or an address, or null. */
export async function findStagedByUnique(
  batch: Pick<Batch, "db" | "import">,
  kind: RowKind,
  unique: string,
): Promise<Doc<"importRows"> | null> {
  return await batch.db
    .query("importRows")
    .withIndex("by_import_and_unique", (q) =>
      q.eq("importId", batch.import._id).eq("kind", kind).eq("unique", unique),
    )
    .first();
}

/** Whether a staged row is one that later rows may count on. */
export function isSound(row: Doc<"importRows"> | null): row is Doc<"importRows"> {
  return row !== null && row.outcome !== "error" && row.outcome !== "skip" && row.result !== "refused";
}
