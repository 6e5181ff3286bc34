import type { Doc, Id } from "../_generated/dataModel";
import type { QueryCtx } from "../functions";

/** Where something in a record came from: the number of the record that became part of it. */

type Reads = Pick<QueryCtx, "db">;

/** No child has been the duplicate of more records than this. */
const MANY = 50;

/** The number of the record with which a row came; null for the record's own. */
export async function originOf(ctx: Reads, mergeId: Id<"merges"> | undefined): Promise<string | null> {
  if (mergeId === undefined) return null;
  const merge = await ctx.db.get("merges", mergeId);
  return merge?.otherNumber ?? null;
}

/** The merges by which other records are part of this one. */
async function mergesInto(ctx: Reads, studentId: Id<"students">): Promise<Doc<"merges">[]> {
  const merges = await ctx.db
    .query("merges")
    .withIndex("by_kept", (q) => q.eq("keptId", studentId))
    .take(MANY);
  return merges.filter(({ state }) => state !== "undone");
}

/** A record, and the number by which people know it where it is not the one that is open. */
export type Part = { studentId: Id<"students">; from: string | null };

/** The record itself, and the records that are part of it: directly, or as part of one that is. */
export async function partsOf(ctx: Reads, studentId: Id<"students">): Promise<Part[]> {
  const parts: Part[] = [{ studentId, from: null }];
  for (const part of parts) {
    if (parts.length > MANY) break;
    for (const { otherId, otherNumber } of await mergesInto(ctx, part.studentId)) {
      parts.push({ studentId: otherId, from: otherNumber });
    }
  }
  return parts;
}

/** Tells of any row of a record where it came from; null when no other record has become part of this one. */
export async function originsIn(
  ctx: Reads,
  studentId: Id<"students">,
): Promise<((rowId: string) => Promise<string | null>) | null> {
  if ((await mergesInto(ctx, studentId)).length === 0) return null;
  return async (rowId) => {
    // The first: a row that has moved twice came from where it was written.
    const moved = await ctx.db
      .query("mergedRows")
      .withIndex("by_row", (q) => q.eq("rowId", rowId))
      .first();
    return await originOf(ctx, moved?.mergeId);
  };
}

/** Rows by where they came from: the record's own first, then what came with each other record, in that order. */
export function byOrigin<Row extends { mergeId?: Id<"merges"> | undefined }>(rows: readonly Row[]): Row[][] {
  const groups = new Map<Row["mergeId"], Row[]>([[undefined, []]]);
  for (const row of rows) groups.set(row.mergeId, [...(groups.get(row.mergeId) ?? []), row]);
  return [...groups.values()];
}
