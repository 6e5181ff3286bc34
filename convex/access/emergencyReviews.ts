import { v } from "convex/values";
import { organizationQuery, ownQuery } from "../functions";
import { findNamed } from "../people/model";
import { fullName } from "../students/rules";
import { findCompartment } from "./enter";

const MOST_WAITING = 100;
const RECENT = 20;

/** The emergency accesses that wait for an administrator's review, in the schools the caller administers. */
export const list = organizationQuery({
  can: "access.listReviews",
  args: {},
  returns: v.array(
    v.object({
      emergencyAccessId: v.id("emergencyAccesses"),
      studentId: v.id("students"),
      studentName: v.string(),
      personName: v.string(),
      reason: v.string(),
      startsAt: v.number(),
      endsAt: v.number(),
      endedAt: v.union(v.number(), v.null()),
    }),
  ),
  handler: async (ctx, { organizationId }) => {
    const rows = await ctx.db
      .query("emergencyAccesses")
      .withIndex("by_organization_and_reviewed", (q) =>
        q.eq("organizationId", organizationId).eq("reviewedAt", undefined),
      )
      .order("desc")
      .take(MOST_WAITING);
    const waiting = [];
    for (const row of rows) {
      if (row.personId === ctx.person._id) continue;
      const student = await ctx.db.get("students", row.studentId);
      const covers = ctx.memberships.some(
        ({ role, schoolId }) =>
          role === "administrator" && (schoolId === undefined || schoolId === student?.schoolId),
      );
      if (!student || !covers) continue;
      waiting.push({
        emergencyAccessId: row._id,
        studentId: row.studentId,
        studentName: fullName(student),
        personName: (await findNamed(ctx, row.personId))?.name ?? "",
        reason: row.reason,
        startsAt: row.startsAt,
        endsAt: row.endsAt,
        endedAt: row.endedAt ?? null,
      });
    }
    return waiting;
  },
});

/** The caller's own emergency accesses, the latest first; the child is named while it lasts. */
export const listMine = ownQuery({
  args: {},
  returns: v.array(
    v.object({
      emergencyAccessId: v.id("emergencyAccesses"),
      studentId: v.union(v.id("students"), v.null()),
      studentName: v.union(v.string(), v.null()),
      reason: v.string(),
      startsAt: v.number(),
      endsAt: v.number(),
      isRunning: v.boolean(),
      review: v.union(v.literal("accepted"), v.literal("questioned"), v.null()),
      reviewNote: v.union(v.string(), v.null()),
    }),
  ),
  handler: async (ctx) => {
    const rows = await ctx.db
      .query("emergencyAccesses")
      .withIndex("by_person", (q) => q.eq("personId", ctx.person._id))
      .order("desc")
      .take(RECENT);
    const mine = [];
    for (const row of rows) {
      const isRunning = row.endedAt === undefined && row.endsAt > Date.now();
      const opened = isRunning ? await findCompartment(ctx, row.studentId) : null;
      mine.push({
        emergencyAccessId: row._id,
        studentId: opened && row.studentId,
        studentName: opened && fullName(opened.student),
        reason: row.reason,
        startsAt: row.startsAt,
        endsAt: row.endedAt ?? row.endsAt,
        isRunning: opened !== null,
        review: row.review ?? null,
        reviewNote: row.reviewNote ?? null,
      });
    }
    return mine;
  },
});
