import type { Doc } from "../_generated/dataModel";
import type { Row } from "../exports/childTables";
import type { MutationCtx } from "../functions";

/** One row on its way from a record to the one that it becomes part of, and back. */

/** Dated facts, which are never rewritten: what took the place of one after the merge does not follow it back. */
const dated: ReadonlySet<string> = new Set(["senEpisodes", "studentNeeds", "enrolments"]);

/** Rows that are told apart from the record's own: what each record said of itself, and when. */
const saysOrigin: ReadonlySet<string> = new Set(["recordVersions", "studentNeeds", "enrolments"]);

/** Moves a row to the kept record, and writes down that it came. */
export async function carry(
  ctx: MutationCtx,
  { _id: mergeId, organizationId, keptId }: Doc<"merges">,
  table: string,
  row: Row,
): Promise<void> {
  // What came with a third record before keeps saying so.
  const isNews = saysOrigin.has(table) && row.mergeId === undefined;
  const change = { studentId: keptId, ...(isNews && { mergeId }) };
  await ctx.db.patch(table as never, row._id as never, change as never);
  const wasHeld = dated.has(table) && row.supersededAt === undefined;
  const moved = { organizationId, mergeId, table, rowId: row._id as string };
  await ctx.db.insert("mergedRows", { ...moved, ...(wasHeld && { wasHeld }) });
}

/** Brings a row back as it was. One that was destroyed meanwhile stays destroyed. */
export async function bringBack(
  ctx: MutationCtx,
  { _id: mergeId, keptId, otherId }: Doc<"merges">,
  { _id, table, rowId, wasHeld, isMade }: Doc<"mergedRows">,
): Promise<void> {
  await ctx.db.delete("mergedRows", _id);
  const row = (await ctx.db.get(table as never, rowId as never)) as Row | null;
  const field = table === "externalIds" ? "rowId" : "studentId";
  if (row?.[field] !== keptId) return;
  if (isMade) {
    // Somebody has decided about these days since: what they found stays readable.
    if (row.supersededAt === undefined) await ctx.db.delete(table as never, rowId as never);
    return;
  }
  const change = {
    [field]: otherId,
    ...(row.mergeId === mergeId && { mergeId: undefined }),
    ...(wasHeld && row.supersededAt !== undefined && heldAgain(table)),
  };
  await ctx.db.patch(table as never, rowId as never, change as never);
}

const heldAgain = (table: string) => ({
  supersededAt: undefined,
  ...(table !== "enrolments" && { supersededBy: undefined, correctionReason: undefined }),
});
