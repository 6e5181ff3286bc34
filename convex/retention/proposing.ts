import { v } from "convex/values";
import { internal } from "../_generated/api";
import type { Doc } from "../_generated/dataModel";
import { civilDayAt } from "../dates";
import { internalMutation, type MutationCtx } from "../functions";
import { birthOnOf } from "../students/identity";
import { isOpen, leftOn, proposalsOf, ruleOf } from "./model";
import { dueOn, type RecordKind, type Rule, recordKinds } from "./rules/schedule";

/** The daily job: it only proposes. A person decides each. */

const BATCH = 100;
const ORGANIZATIONS = 50;
const LEFT = ["graduated", "inactive", "transferred"] as const;

/** Looks through all organizations, and asks for the first batch of each. Daily (crons.ts). */
export const start = internalMutation({
  args: { cursor: v.optional(v.string()) },
  returns: v.null(),
  handler: async (ctx, { cursor = null }) => {
    const found = await ctx.db
      .query("organizations")
      .withIndex("by_parent", (q) => q.eq("parentId", undefined))
      .paginate({ numItems: ORGANIZATIONS, cursor });
    for (const { _id: organizationId, archivedAt } of found.page) {
      if (archivedAt !== undefined) continue;
      const first = { organizationId, status: 0, cursor: null };
      await ctx.scheduler.runAfter(0, internal.retention.proposing.batch, first);
    }
    if (!found.isDone) {
      await ctx.scheduler.runAfter(0, internal.retention.proposing.start, { cursor: found.continueCursor });
    }
    return null;
  },
});

/** Looks through some of those who have left, and asks for the next batch. */
export const batch = internalMutation({
  args: { organizationId: v.id("organizations"), status: v.number(), cursor: v.union(v.string(), v.null()) },
  returns: v.null(),
  handler: async (ctx, { organizationId, status, cursor }) => {
    const organization = await ctx.db.get("organizations", organizationId);
    const left = LEFT[status];
    if (!organization || left === undefined) return null;
    const found = await ctx.db
      .query("students")
      .withIndex("by_organization_and_enrolment", (q) =>
        q.eq("organizationId", organizationId).eq("enrolmentStatus", left),
      )
      .paginate({ numItems: BATCH, cursor });
    const rules = await Promise.all(recordKinds.map((kind) => ruleOf(ctx, organization, kind)));
    const today = civilDayAt(Date.now(), organization.timeZone);
    for (const student of found.page) await propose(ctx, student, rules, today);
    const next = found.isDone
      ? { status: status + 1, cursor: null }
      : { status, cursor: found.continueCursor };
    if (next.status < LEFT.length) {
      await ctx.scheduler.runAfter(0, internal.retention.proposing.batch, { organizationId, ...next });
    }
    return null;
  },
});

/**
 * Proposes the first kind that is due: the record holds the others. Takes back what it proposed before the schedule was
 * changed, or the child came back for a time; what is held stays until the hold is lifted.
 */
async function propose(ctx: MutationCtx, student: Doc<"students">, rules: readonly Rule[], today: string) {
  const known = await proposalsOf(ctx, student._id);
  const child = { birthOn: birthOnOf(student), leftOn: await leftOn(ctx, student) };
  const dueDay = (kind: RecordKind) => {
    const rule = rules[recordKinds.indexOf(kind)];
    return rule ? dueOn(rule, child) : null;
  };
  for (const { _id, recordKind, reason, status } of known.filter(isOpen)) {
    const isDue = (dueDay(recordKind) ?? "9999") <= today;
    if (reason === "schedule" && status !== "held" && !isDue) {
      await ctx.db.patch("retentionProposals", _id, { status: "withdrawn" });
    }
  }
  for (const kind of recordKinds) {
    const day = dueDay(kind);
    if (day === null || day > today) continue;
    if (!isSettled(known, kind, today)) {
      await ctx.db.insert("retentionProposals", {
        organizationId: student.organizationId,
        studentId: student._id,
        recordKind: kind,
        reason: "schedule",
        dueOn: day,
        proposedAt: Date.now(),
        status: "proposed",
      });
    }
    return;
  }
}

/** Whether there is a proposal already, or a decision to keep that still holds. */
function isSettled(known: readonly Doc<"retentionProposals">[], kind: RecordKind, today: string): boolean {
  return known.some(
    (proposal) =>
      proposal.recordKind === kind &&
      (isOpen(proposal) || (proposal.status === "kept" && (proposal.keepUntil ?? "9999") > today)),
  );
}
