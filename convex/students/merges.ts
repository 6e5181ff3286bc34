import { v } from "convex/values";
import { internal } from "../_generated/api";
import type { Id } from "../_generated/dataModel";
import { problem } from "../errors";
import { type OrganizationQueryCtx, organizationMutation, organizationQuery } from "../functions";
import { decideBetween } from "./likeness";
import { choices, takeOver } from "./mergeFields";
import { obstaclesBetween } from "./mergeObstacles";
import { requireStudent } from "./model";
import { fullName } from "./rules";
import { UNDO_MS } from "./rules/merge";

/**
 * Makes one record part of another: what is named in `take` comes from the other, everything that lies with the
 * other moves, in batches, its history with it, and its address leads to the kept one from now on. Of where the child
 * was at school and of what they need, the kept record's days count, and the other's where those are silent
 * (rules/weaving.ts).
 * @throws invalid for one record twice, or an unknown choice; merge_blocked; merge_running; record_merged; not_found
 */
export const start = organizationMutation({
  can: "students.merge",
  args: { keptId: v.id("students"), otherId: v.id("students"), take: v.array(v.string()) },
  returns: v.id("merges"),
  handler: async (ctx, { organizationId, keptId, otherId, take }): Promise<Id<"merges">> => {
    const [kept, other] = [await requireStudent(ctx, keptId), await requireStudent(ctx, otherId)];
    if (keptId === otherId) throw problem("invalid", { field: "otherId" });
    if (!take.every((name) => choices.includes(name))) throw problem("invalid", { field: "take" });
    for (const { _id, mergedIntoId } of [kept, other]) {
      if (mergedIntoId !== undefined) throw problem("record_merged", { params: { studentId: mergedIntoId } });
      if (await isMoving(ctx, _id)) throw problem("merge_running");
    }
    if ((await obstaclesBetween(ctx, keptId, otherId)).length > 0) throw problem("merge_blocked");
    await ctx.db.patch("students", otherId, { mergedIntoId: keptId, enrolmentStatus: "inactive" });
    const undoing = await takeOver(ctx, kept, other, take);
    const mergeId = await ctx.db.insert("merges", {
      organizationId,
      keptId,
      otherId,
      otherNumber: other.studentNumber,
      state: "moving",
      table: 0,
      cursor: null,
      rowsMoved: 0,
      taken: take,
      ...undoing,
      startedAt: Date.now(),
      startedBy: ctx.person._id,
    });
    await decideBetween(ctx, keptId, otherId, "merged");
    await ctx.scheduler.runAfter(0, internal.students.merging.proceed, { mergeId });
    ctx.note(`student ${otherId} becomes part of ${keptId}, taking ${take.join(", ") || "nothing"}`);
    return mergeId;
  },
});

/** A merge of the record that has not come to its end, in either part. */
async function isMoving(ctx: Pick<OrganizationQueryCtx, "db">, studentId: Id<"students">): Promise<boolean> {
  const asKept = ctx.db.query("merges").withIndex("by_kept", (q) => q.eq("keptId", studentId));
  const asOther = ctx.db.query("merges").withIndex("by_other", (q) => q.eq("otherId", studentId));
  const rows = [...(await asKept.take(MOST_MERGES)), ...(await asOther.take(MOST_MERGES))];
  return rows.some(({ state }) => state === "moving" || state === "undoing");
}

const MOST_MERGES = 50;

/** The last merges, with how far each has come and until when it can be undone. */
export const list = organizationQuery({
  can: "students.merge",
  args: {},
  returns: v.array(
    v.object({
      mergeId: v.id("merges"),
      keptId: v.id("students"),
      keptName: v.string(),
      otherNumber: v.string(),
      state: v.union(v.literal("moving"), v.literal("done"), v.literal("undoing"), v.literal("undone")),
      rowsMoved: v.number(),
      startedAt: v.number(),
      undoUntil: v.number(),
      canUndo: v.boolean(),
    }),
  ),
  handler: async (ctx, { organizationId }) => {
    const rows = await ctx.db
      .query("merges")
      .withIndex("by_organization", (q) => q.eq("organizationId", organizationId))
      .order("desc")
      .take(MOST_MERGES);
    return await Promise.all(
      rows.map(async ({ _id, keptId, otherNumber, state, rowsMoved, startedAt }) => {
        const kept = await ctx.db.get("students", keptId);
        return {
          mergeId: _id,
          keptId,
          keptName: kept ? fullName(kept) : "",
          otherNumber,
          state,
          rowsMoved,
          startedAt,
          undoUntil: startedAt + UNDO_MS,
          canUndo: state === "done" && kept?.mergedIntoId === undefined && Date.now() < startedAt + UNDO_MS,
        };
      }),
    );
  },
});

/**
 * Takes a merge apart within 30 days: the rows that it moved go back as they were, days that it cut are whole again,
 * and what was taken and has not changed since is given back. What was written after the merge stays with the kept
 * record.
 * @throws undo_too_late; merge_running; merge_blocked when the kept record has become part of a third
 */
export const undo = organizationMutation({
  can: "students.merge",
  args: { mergeId: v.id("merges") },
  returns: v.null(),
  handler: async (ctx, { mergeId }) => {
    const done = await ctx.db.get("merges", mergeId);
    if (!done) throw problem("not_found");
    if (done.state !== "done") throw problem("merge_running");
    if (Date.now() >= done.startedAt + UNDO_MS) throw problem("undo_too_late");
    const kept = await requireStudent(ctx, done.keptId);
    if (kept.mergedIntoId !== undefined) throw problem("merge_blocked");
    await ctx.db.patch("merges", mergeId, { state: "undoing", undoneBy: ctx.person._id });
    await decideBetween(ctx, done.keptId, done.otherId, "different");
    await ctx.scheduler.runAfter(0, internal.students.merging.retrace, { mergeId });
    ctx.note(`students ${done.keptId}, ${done.otherId} are separated again`);
    return null;
  },
});
