import { v } from "convex/values";
import { internal } from "../_generated/api";
import type { Doc } from "../_generated/dataModel";
import { problem } from "../errors";
import { organizationMutation, type StudentQueryCtx, studentMutation, studentQuery } from "../functions";
import { alertLeaders } from "../notifications/model";
import { findNamed } from "../people/model";
import { accepted } from "../typed";
import { endEmergency } from "./emergency";
import { findCompartment } from "./enter";
import { limits } from "./limits";
import { requireRow } from "./load";
import { reasonInput, reviewNoteInput } from "./rules";

/** Break-glass: a member of staff reads one child's record in an emergency, on record, for a time, and reviewed. */

const HOUR_MS = 60 * 60 * 1000;
const MOST_ACCESSES = 100;

/**
 * Opens one child's record for a member of staff without a relation, by the exact student number. It never
 * searches: a number that is not here is answered with null after the same steps, counts against the same limit of
 * five an hour, and stays on record. The case manager and the administrators are told at once.
 * @throws too_short for a reason of fewer than 20 characters; emergency_not_needed; too_many_tries
 */
export const begin = organizationMutation({
  can: "access.breakGlass",
  args: {
    studentNumber: v.string(),
    reason: v.string(),
    hours: v.union(v.literal(1), v.literal(4), v.literal(24)),
  },
  returns: v.union(v.null(), v.object({ studentId: v.id("students"), endsAt: v.number() })),
  handler: async (ctx, { organizationId, studentNumber, hours, ...typed }) => {
    const reason = accepted(reasonInput, typed.reason, "reason");
    if (!(await limits.limit(ctx, "emergency", { key: ctx.person._id })).ok) throw problem("too_many_tries");
    const student = await ctx.db
      .query("students")
      .withIndex("by_organization_and_number", (q) =>
        q.eq("organizationId", organizationId).eq("studentNumber", studentNumber.trim()),
      )
      .first();
    const closedOn = student?.staffAccessEndsOn;
    if (!student || (closedOn !== undefined && closedOn < ctx.today)) {
      ctx.refuse();
      ctx.note("asked in an emergency for a number that is not here");
      return null;
    }
    if (await findCompartment(ctx, student._id)) throw problem("emergency_not_needed");
    const startsAt = Date.now();
    const endsAt = startsAt + hours * HOUR_MS;
    const emergencyAccessId = await ctx.db.insert("emergencyAccesses", {
      organizationId,
      studentId: student._id,
      personId: ctx.person._id,
      reason,
      startsAt,
      endsAt,
    });
    await ctx.scheduler.runAt(endsAt, internal.access.expiry.endEmergency, { emergencyAccessId });
    await alertLeaders({ ...ctx, student }, { kind: "emergencyBegan" });
    ctx.about(student._id, "emergency");
    ctx.note(`emergency access ${emergencyAccessId} for ${hours} h`);
    return { studentId: student._id, endsAt };
  },
});

/** Ends an emergency access before its time: whoever asked for it, or an administrator of the child's school. */
export const end = studentMutation({
  can: "students.read",
  args: { emergencyAccessId: v.id("emergencyAccesses") },
  returns: v.null(),
  handler: async (ctx, { emergencyAccessId }) => {
    const access = await requireRow(ctx, "emergencyAccesses", emergencyAccessId);
    if (access.personId !== ctx.person._id && !ctx.can("access.review")) throw problem("not_allowed");
    if (access.endedAt !== undefined) throw problem("emergency_over");
    await endEmergency(ctx, access, Date.now());
    ctx.note(`emergency access ${emergencyAccessId}`);
    return null;
  },
});

const runningAccess = v.object({
  emergencyAccessId: v.id("emergencyAccesses"),
  personName: v.string(),
  isMine: v.boolean(),
  mayEnd: v.boolean(),
  endsAt: v.number(),
});

/** The emergency accesses that run now, for the banner on every page of the child: the team sees who, and until when. */
export const listRunning = studentQuery({
  can: "students.read",
  args: {},
  returns: v.array(runningAccess),
  handler: async (ctx, { studentId }) => {
    if (ctx.audience === "family") return [];
    const rows = await ctx.db
      .query("emergencyAccesses")
      .withIndex("by_student", (q) => q.eq("studentId", studentId))
      .order("desc")
      .take(MOST_ACCESSES);
    const running = [];
    for (const row of rows) {
      if (row.endedAt !== undefined || row.endsAt <= Date.now()) continue;
      const isMine = row.personId === ctx.person._id;
      running.push({
        emergencyAccessId: row._id,
        personName: (await findNamed(ctx, row.personId))?.name ?? "",
        isMine,
        mayEnd: isMine || ctx.can("access.review"),
        endsAt: row.endsAt,
      });
    }
    return running;
  },
});

const reviewed = v.union(
  v.null(),
  v.object({
    review: v.union(v.literal("accepted"), v.literal("questioned")),
    note: v.string(),
    byName: v.string(),
    at: v.number(),
  }),
);

/** Every emergency access to the child, the latest first, with its reason and its review; the family reads it too. */
export const list = studentQuery({
  can: "access.read",
  args: {},
  returns: v.array(
    v.object({
      emergencyAccessId: v.id("emergencyAccesses"),
      personName: v.string(),
      reason: v.string(),
      startsAt: v.number(),
      endsAt: v.number(),
      endedAt: v.union(v.number(), v.null()),
      reviewed,
      mayReview: v.boolean(),
    }),
  ),
  handler: async (ctx, { studentId }) => {
    const rows = await ctx.db
      .query("emergencyAccesses")
      .withIndex("by_student", (q) => q.eq("studentId", studentId))
      .order("desc")
      .take(MOST_ACCESSES);
    const accesses = [];
    for (const row of rows) {
      accesses.push({
        emergencyAccessId: row._id,
        personName: (await findNamed(ctx, row.personId))?.name ?? "",
        reason: row.reason,
        startsAt: row.startsAt,
        endsAt: row.endsAt,
        endedAt: row.endedAt ?? null,
        reviewed: await reviewOf(ctx, row),
        mayReview: ctx.can("access.review") && row.personId !== ctx.person._id && row.review === undefined,
      });
    }
    return accesses;
  },
});

async function reviewOf(ctx: Pick<StudentQueryCtx, "db">, row: Doc<"emergencyAccesses">) {
  if (row.review === undefined) return null;
  const byName = (await findNamed(ctx, row.reviewedBy))?.name ?? "";
  return { review: row.review, note: row.reviewNote ?? "", byName, at: row.reviewedAt ?? row.startsAt };
}

/** An administrator's judgement of an emergency access; once given, it stands. Nobody reviews their own. */
export const review = studentMutation({
  can: "access.review",
  args: {
    emergencyAccessId: v.id("emergencyAccesses"),
    review: v.union(v.literal("accepted"), v.literal("questioned")),
    note: v.string(),
  },
  returns: v.null(),
  handler: async (ctx, { emergencyAccessId, review: judgement, note }) => {
    const access = await requireRow(ctx, "emergencyAccesses", emergencyAccessId);
    if (access.personId === ctx.person._id) throw problem("own_emergency");
    const reviewNote = accepted(reviewNoteInput, note, "note");
    if (access.review !== undefined) throw problem("emergency_over");
    await ctx.db.patch("emergencyAccesses", emergencyAccessId, {
      review: judgement,
      reviewNote,
      reviewedBy: ctx.person._id,
      reviewedAt: Date.now(),
    });
    ctx.note(`emergency access ${emergencyAccessId}, ${judgement}`);
    return null;
  },
});
