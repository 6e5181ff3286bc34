import type { TableNamesInDataModel } from "convex/server";
import type { DataModel, Doc, Id } from "../_generated/dataModel";
import { problem } from "../errors";
import type { StudentQueryCtx } from "../functions";

type Tables = TableNamesInDataModel<DataModel>;
type Reads = Pick<StudentQueryCtx, "db">;

/** A row of the open compartment, or null: absent and someone else's are the same answer. */
export async function findRow<Table extends Tables>(
  ctx: Reads,
  table: Table,
  id: Id<Table>,
): Promise<Doc<Table> | null> {
  const row: Doc<Table> | null = await ctx.db.get(table as never, id as never);
  return row;
}

/** A row of the open compartment. Throws `not_found` when there is none, or it is someone else's. */
export async function requireRow<Table extends Tables>(
  ctx: Reads,
  table: Table,
  id: Id<Table>,
): Promise<Doc<Table>> {
  const row = await findRow(ctx, table, id);
  if (row === null) throw problem("not_found");
  return row;
}
