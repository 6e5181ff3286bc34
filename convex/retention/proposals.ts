import { paginationOptsValidator, paginationResultValidator } from "convex/server";
import { type Infer, v } from "convex/values";
import type { Doc, Id } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import { addDays, dayProblem } from "../dates";
import { problem } from "../errors";
import { type OrganizationMutationCtx, organizationMutation, organizationQuery } from "../functions";
import { findNamed } from "../people/model";
import { fullName } from "../students/rules";
import { accepted } from "../typed";
import { civilDay } from "../values";
import { beginDestruction } from "./beginning";
import { isOpen, requireDestroyable } from "./model";
import { methodInput, reasonInput, WAITING_DAYS } from "./rules/schedule";
import { proposalReason, proposalStatus, recordKind } from "./schema";

const nullable = <Value extends typeof civilDay>(value: Value) => v.union(value, v.null());
const listed = v.object({
  proposalId: v.id("retentionProposals"),
  studentId: v.id("students"),
  studentName: v.string(),
  recordKind,
  reason: proposalReason,
  words: nullable(v.string()),
  askedByName: nullable(v.string()),
  dueOn: civilDay,
  status: proposalStatus,
  decisionReason: nullable(v.string()),
  keepUntil: nullable(civilDay),
  noticeOn: nullable(civilDay),
  noticeMethod: nullable(v.string()),
  notBefore: nullable(civilDay),
  confirmedByName: nullable(v.string()),
  /** The caller has confirmed, so another person must. */
  isConfirmedByMe: v.boolean(),
});

/** The proposals of one state, the longest due first. */
export const list = organizationQuery({
  can: "retention.decide",
  args: { status: proposalStatus, paginationOpts: paginationOptsValidator },
  returns: paginationResultValidator(listed),
  handler: async (ctx, { organizationId, status, paginationOpts }) => {
    const found = await ctx.db
      .query("retentionProposals")
      .withIndex("by_organization_and_status", (q) =>
        q.eq("organizationId", organizationId).eq("status", status),
      )
      .paginate(paginationOpts);
    const page: Infer<typeof listed>[] = [];
    for (const row of found.page) {
      const student = await ctx.db.get("students", row.studentId);
      page.push({
        proposalId: row._id,
        studentId: row.studentId,
        studentName: student ? fullName(student) : "",
        recordKind: row.recordKind,
        reason: row.reason,
        words: row.words ?? null,
        askedByName: (await findNamed(ctx, row.askedBy))?.name ?? null,
        dueOn: row.dueOn,
        status: row.status,
        decisionReason: row.decisionReason ?? null,
        keepUntil: row.keepUntil ?? null,
        noticeOn: row.noticeOn ?? null,
        noticeMethod: row.noticeMethod ?? null,
        notBefore: row.notBefore ?? null,
        confirmedByName: (await findNamed(ctx, row.confirmedBy))?.name ?? null,
        isConfirmedByMe: row.confirmedBy === ctx.person._id,
      });
    }
    return { ...found, page };
  },
});

const proposalArgs = { proposalId: v.id("retentionProposals") };

/** Keeps the record, with the reason; the schedule proposes it again after `keepUntil`. */
export const keep = organizationMutation({
  can: "retention.decide",
  args: { ...proposalArgs, reason: v.string(), keepUntil: civilDay },
  returns: v.null(),
  handler: async (ctx, { proposalId, reason, keepUntil }) => {
    const wrong = dayProblem(keepUntil);
    if (wrong) throw problem(wrong, { field: "keepUntil" });
    if (keepUntil <= ctx.today) throw problem("days_out_of_order", { field: "keepUntil" });
    const decisionReason = accepted(reasonInput, reason, "reason");
    await decide(ctx, proposalId, { status: "kept", decisionReason, keepUntil });
    return null;
  },
});

/** Holds the whole record for a legal matter: nothing of it can be destroyed until the hold is lifted. */
export const hold = organizationMutation({
  can: "retention.decide",
  args: { ...proposalArgs, reason: v.string() },
  returns: v.null(),
  handler: async (ctx, { proposalId, reason }) => {
    const decisionReason = accepted(reasonInput, reason, "reason");
    await decide(ctx, proposalId, { status: "held", decisionReason });
    return null;
  },
});

/** Lifts a hold: the proposal is open again, and every step is taken anew. */
export const release = organizationMutation({
  can: "retention.decide",
  args: proposalArgs,
  returns: v.null(),
  handler: async (ctx, { proposalId }) => {
    const fresh = {
      noticeOn: undefined,
      noticeMethod: undefined,
      notBefore: undefined,
      confirmedBy: undefined,
    };
    await decide(ctx, proposalId, { status: "proposed", ...fresh });
    return null;
  },
});

/**
 * Records that the parents were told that the information is no longer needed, and how (34 CFR 300.624(a)). The
 * record can be destroyed thirty days after.
 */
export const giveNotice = organizationMutation({
  can: "retention.decide",
  args: { ...proposalArgs, noticeOn: civilDay, method: v.string() },
  returns: v.null(),
  handler: async (ctx, { proposalId, noticeOn, method }) => {
    const wrong = dayProblem(noticeOn);
    if (wrong) throw problem(wrong, { field: "noticeOn" });
    if (noticeOn > ctx.today) throw problem("day_in_future", { field: "noticeOn" });
    const noticeMethod = accepted(methodInput, method, "method");
    const notBefore = addDays(noticeOn, WAITING_DAYS);
    await decide(ctx, proposalId, { status: "noticed", noticeOn, noticeMethod, notBefore });
    return null;
  },
});

/**
 * Confirms the destruction. The first time it waits for a second person; when another administrator confirms,
 * it begins and cannot be stopped. Throws `password_needed`, `record_still_needed`, `record_held`, `request_unanswered`,
 * `notice_first`, `waiting_period`, or `second_person_needed`.
 */
export const confirm = organizationMutation({
  can: "retention.decide",
  proof: "recentPassword",
  args: { ...proposalArgs, keepsPermanentRecord: v.boolean() },
  returns: v.union(v.literal("waitsForSecond"), v.literal("begun")),
  handler: async (ctx, { proposalId, keepsPermanentRecord }) => {
    const proposal = await requireOpen(ctx, proposalId);
    const student = await requireDestroyable(ctx, proposal);
    if (proposal.status !== "confirmed" || proposal.confirmedBy === undefined) {
      await decide(ctx, proposalId, {
        status: "confirmed",
        confirmedBy: ctx.person._id,
        keepsPermanentRecord,
      });
      return "waitsForSecond";
    }
    if (proposal.confirmedBy === ctx.person._id) throw problem("second_person_needed");
    await beginDestruction(ctx, proposal, student, [proposal.confirmedBy, ctx.person._id]);
    return "begun";
  },
});

/** A proposal about which something is still to be decided. Throws `not_found`. */
async function requireOpen(ctx: OrganizationMutationCtx, proposalId: Id<"retentionProposals">) {
  const proposal = await requireRow(ctx, "retentionProposals", proposalId);
  if (!isOpen(proposal)) throw problem("conflict");
  return proposal;
}

async function decide(
  ctx: OrganizationMutationCtx,
  proposalId: Id<"retentionProposals">,
  change: Partial<Doc<"retentionProposals">>,
): Promise<void> {
  const proposal = await requireOpen(ctx, proposalId);
  await ctx.db.patch("retentionProposals", proposalId, {
    ...change,
    decidedBy: ctx.person._id,
    decidedAt: Date.now(),
  });
  ctx.note(`proposal ${proposalId} of student ${proposal.studentId}: ${change.status ?? ""}`);
}
