import { v } from "convex/values";
import { internal } from "../_generated/api";
import type { Doc, Id } from "../_generated/dataModel";
import { civilDayAt } from "../dates";
import { type ChildTable, keysOf, type Row, rowsOf } from "../exports/childTables";
import { internalMutation, type MutationCtx } from "../functions";
import { refreshStatus } from "../status/model";
import { belongings } from "./belongings";
import { keepToday, type Recording } from "./enrolling";
import { listPlan } from "./listedPlan";
import { giveBack } from "./mergeFields";
import { bringBack, carry } from "./moving";
import { weave } from "./weaving";

/**
 * One record becomes part of another, batch by batch, each a transaction of its own. These are the only functions
 * that ever move a row from one child to another: the wall forbids it to every other. Each moved row is written down,
 * so that exactly those go back when the two turn out to be two children after all.
 */

const BATCH = 50;

/** Moves the next rows to the record that was kept. */
export const proceed = internalMutation({
  args: { mergeId: v.id("merges") },
  returns: v.null(),
  handler: async (ctx, { mergeId }) => {
    const merge = await ctx.db.get("merges", mergeId);
    if (merge?.state !== "moving") return null;
    const way = belongings[merge.table];
    if (!way) {
      await moveMentions(ctx, merge);
      await settle(ctx, merge);
      await ctx.db.patch("merges", mergeId, { state: "done", finishedAt: Date.now() });
      return null;
    }
    let rowsMoved = merge.cursor === null ? await weave(ctx, merge, way.table) : 0;
    const { page, next } = await pageOf(ctx, way, merge);
    for (const row of page) {
      if (row.studentId !== merge.otherId) continue;
      await carry(ctx, merge, way.table, row);
      rowsMoved++;
    }
    await ctx.db.patch("merges", mergeId, {
      table: next === null ? merge.table + 1 : merge.table,
      cursor: next,
      rowsMoved: merge.rowsMoved + rowsMoved,
    });
    await ctx.scheduler.runAfter(0, internal.students.merging.proceed, { mergeId });
    return null;
  },
});

/** The next rows of a table that belong to the other record, and the place after them: which key, and where in it. */
async function pageOf(
  ctx: MutationCtx,
  way: ChildTable,
  { otherId, cursor }: Doc<"merges">,
): Promise<{ page: Row[]; next: string | null }> {
  const [at, within] = cursor === null ? [0, null] : (JSON.parse(cursor) as [number, string | null]);
  const keys = await keysOf(ctx, way, otherId);
  const key = keys[at];
  if (key === undefined) return { page: [], next: null };
  const found = await rowsOf(ctx, way, key).paginate({ cursor: within, numItems: BATCH });
  if (!found.isDone) return { page: found.page, next: JSON.stringify([at, found.continueCursor]) };
  return { page: found.page, next: at + 1 < keys.length ? JSON.stringify([at + 1, null]) : null };
}

/** No child comes in more imports than this, or has more accounts. */
const MANY = 100;

/** What names the child from beside the compartment: the ids of rosters, and the pupil's own account. */
async function moveMentions(
  ctx: MutationCtx,
  { organizationId, _id: mergeId, otherId: from, keptId: to }: Doc<"merges">,
): Promise<void> {
  const external = await ctx.db
    .query("externalIds")
    .withIndex("by_row", (q) => q.eq("organizationId", organizationId).eq("rowId", from))
    .take(MANY);
  const accounts = await ctx.db
    .query("people")
    .withIndex("by_student", (q) => q.eq("studentId", from))
    .take(MANY);
  for (const { _id } of external) await ctx.db.patch("externalIds", _id, { rowId: to });
  for (const { _id } of accounts) await ctx.db.patch("people", _id, { studentId: to });
  const moved = [
    ...external.map(({ _id }) => ({ table: "externalIds", rowId: _id as string })),
    ...accounts.map(({ _id }) => ({ table: "people", rowId: _id as string })),
  ];
  for (const row of moved) await ctx.db.insert("mergedRows", { organizationId, mergeId, ...row });
}

/** Brings the next rows back to the record that they came from. */
export const retrace = internalMutation({
  args: { mergeId: v.id("merges") },
  returns: v.null(),
  handler: async (ctx, { mergeId }) => {
    const merge = await ctx.db.get("merges", mergeId);
    if (merge?.state !== "undoing") return null;
    const rows = await ctx.db
      .query("mergedRows")
      .withIndex("by_merge", (q) => q.eq("mergeId", mergeId))
      .take(BATCH);
    for (const moved of rows) await bringBack(ctx, merge, moved);
    if (rows.length > 0) {
      await ctx.scheduler.runAfter(0, internal.students.merging.retrace, { mergeId });
      return null;
    }
    await ctx.db.patch("students", merge.otherId, { mergedIntoId: undefined });
    await giveBack(await recordingOf(ctx, merge, merge.undoneBy ?? merge.startedBy), merge);
    await settle(ctx, merge);
    await ctx.db.patch("merges", mergeId, { state: "undone", undoneAt: Date.now() });
    return null;
  },
});

/** What lists show of both, from the rows that each has now. */
async function settle(ctx: MutationCtx, { keptId, otherId, organizationId }: Doc<"merges">): Promise<void> {
  const organization = await ctx.db.get("organizations", organizationId);
  const today = civilDayAt(Date.now(), organization?.timeZone ?? "UTC");
  for (const studentId of [keptId, otherId]) {
    const student = await ctx.db.get("students", studentId);
    if (!student) continue;
    await listPlan(ctx, studentId);
    await refreshStatus(ctx, studentId, today);
    if (student.mergedIntoId === undefined) await keepToday(ctx, studentId, today);
  }
}

/** Who writes: whoever asked for the merge, or for its end. */
async function recordingOf(
  ctx: MutationCtx,
  { organizationId }: Doc<"merges">,
  personId: Id<"people">,
): Promise<Recording> {
  const organization = await ctx.db.get("organizations", organizationId);
  if (!organization) throw new Error(`Organization ${organizationId} is gone.`);
  const today = civilDayAt(Date.now(), organization.timeZone);
  return { db: ctx.db, organization, today, person: { _id: personId } };
}
