import type { Doc, Id } from "../_generated/dataModel";
import type { Row } from "../exports/childTables";
import type { MutationCtx } from "../functions";
import { needsOf } from "../status/model";
import { spellsOf } from "./enrolling";
import { carry } from "./moving";
import { cutTo, daysLeft, isWhole } from "./rules/weaving";

/** Makes one line of the days of two records, before their rows are moved. */

/** Dated facts of which a child has one at a time, and what a record holds of them. */
const held: Record<string, (ctx: MutationCtx, studentId: Id<"students">) => Promise<Fact[]>> = {
  enrolments: spellsOf,
  studentNeeds: needsOf,
};
type Fact = Doc<"enrolments"> | Doc<"studentNeeds">;

/**
 * Facts of the other record that collide with those of the kept one are moved as no longer held, and what is left of
 * their days is written anew; the rest moves as it is, with its table. Answers how many rows were moved.
 */
export async function weave(ctx: MutationCtx, merge: Doc<"merges">, table: string): Promise<number> {
  const heldBy = held[table];
  if (!heldBy) return 0;
  const ours = await heldBy(ctx, merge.keptId);
  let rowsMoved = 0;
  for (const fact of await heldBy(ctx, merge.otherId)) {
    const left = daysLeft(fact, ours);
    if (isWhole(fact, left)) continue;
    await carry(ctx, merge, table, fact as unknown as Row);
    rowsMoved++;
    const now = Date.now();
    const mark = { supersededAt: now, ...(table === "studentNeeds" && { supersededBy: merge.startedBy }) };
    await ctx.db.patch(table as never, fact._id as never, mark as never);
    for (const span of left) {
      const { _id, _creationTime, ...cut } = "schoolId" in fact ? cutTo(fact, span) : { ...fact, ...span };
      const about = { studentId: merge.keptId, recordedAt: now, recordedBy: merge.startedBy };
      const made = { ...cut, ...about, mergeId: fact.mergeId ?? merge._id };
      const rowId: string = await ctx.db.insert(table as never, made as never);
      const { organizationId, _id: mergeId } = merge;
      await ctx.db.insert("mergedRows", { organizationId, mergeId, table, rowId, isMade: true });
    }
  }
  return rowsMoved;
}
