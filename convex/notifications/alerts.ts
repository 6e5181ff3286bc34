import { v } from "convex/values";
import type { Id } from "../_generated/dataModel";
import { findCompartment } from "../access/enter";
import { problem } from "../errors";
import { type OwnQueryCtx, ownMutation, ownQuery } from "../functions";
import { fullName } from "../students/rules";
import { alertKind } from "./schema";

const RECENT = 30;
/** The bell says "99+" beyond it. */
const MOST_COUNTED = 100;

/** How many alerts the caller has not read; counted up to 100. */
export const countUnread = ownQuery({
  args: {},
  returns: v.number(),
  handler: async (ctx) => (await unread(ctx, MOST_COUNTED)).length,
});

async function unread(ctx: Pick<OwnQueryCtx, "db" | "person">, most: number) {
  return await ctx.db
    .query("alerts")
    .withIndex("by_person_and_read", (q) => q.eq("personId", ctx.person._id).eq("readAt", undefined))
    .take(most);
}

/** The caller's thirty latest alerts. A child is named to whoever may read the child's record now, and to nobody else. */
export const list = ownQuery({
  args: {},
  returns: v.array(
    v.object({
      alertId: v.id("alerts"),
      organizationId: v.id("organizations"),
      kind: alertKind,
      studentId: v.union(v.id("students"), v.null()),
      studentName: v.union(v.string(), v.null()),
      at: v.number(),
      isRead: v.boolean(),
    }),
  ),
  handler: async (ctx) => {
    const rows = await ctx.db
      .query("alerts")
      .withIndex("by_person", (q) => q.eq("personId", ctx.person._id))
      .order("desc")
      .take(RECENT);
    const names = new Map<Id<"students">, string | null>();
    for (const { studentId } of rows) {
      if (studentId === undefined || names.has(studentId)) continue;
      const opened = await findCompartment(ctx, studentId);
      names.set(studentId, opened && fullName(opened.student));
    }
    return rows.map((row) => {
      const studentName = (row.studentId && names.get(row.studentId)) ?? null;
      return {
        alertId: row._id,
        organizationId: row.organizationId,
        kind: row.kind,
        studentId: studentName === null ? null : (row.studentId ?? null),
        studentName,
        at: row.at,
        isRead: row.readAt !== undefined,
      };
    });
  },
});

/** Marks one alert as read, or all that there are (up to 100 at once). Reading twice changes nothing. */
export const markRead = ownMutation({
  args: { alertId: v.optional(v.id("alerts")) },
  returns: v.null(),
  handler: async (ctx, { alertId }) => {
    const readAt = Date.now();
    if (alertId === undefined) {
      for (const row of await unread(ctx, MOST_COUNTED)) await ctx.db.patch("alerts", row._id, { readAt });
      return null;
    }
    const row = await ctx.db.get("alerts", alertId);
    if (row?.personId !== ctx.person._id) throw problem("not_found");
    if (row.readAt === undefined) await ctx.db.patch("alerts", alertId, { readAt });
    return null;
  },
});
