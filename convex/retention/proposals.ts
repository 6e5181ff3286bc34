import { paginationOptsValidator, paginationResultValidator } from "convex/server";
import { type GenericValidator, type Infer, type ObjectType, v } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import { addDays, dayProblem } from "../dates";
import { problem } from "../errors";
import { type OrganizationMutationCtx, organizationMutation, organizationQuery } from "../functions";
import { findNamed } from "../people/model";
import { fullName } from "../students/rules";
import { accepted } from "../typed";
import { civilDay } from "../values";
import { beginDestruction } from "./beginning";
import { requireDestroyable } from "./model";
import { type Decision, decisionProblem } from "./rules/deciding";
import { methodInput, reasonInput, WAITING_DAYS } from "./rules/schedule";
import { proposalReason, proposalStatus, recordKind } from "./schema";

const nullable = <Value extends GenericValidator>(value: Value) => v.union(value, v.null());
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
  /** Whether name, number, dates, school and grade stay, as the first person has confirmed; null before. */
  keepsPermanentRecord: nullable(v.boolean()),
  /** The student is at school again, so that the record cannot be destroyed. */
  isBack: v.boolean(),
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
        keepsPermanentRecord: row.keepsPermanentRecord ?? null,
        isBack: student?.enrolmentStatus === "active",
        isConfirmedByMe: row.confirmedBy === ctx.person._id,
      });
    }
    return { ...found, page };
  },
});

/** What is decided about, and the state in which the caller saw it: one that has changed since is `decided_meanwhile`. */
const proposalArgs = { proposalId: v.id("retentionProposals"), seen: proposalStatus };

/** Keeps the record, with the reason; the schedule proposes it again after `keepUntil`, a day ahead. */
export const keep = organizationMutation({
  can: "retention.decide",
  args: { ...proposalArgs, reason: v.string(), keepUntil: civilDay },
  returns: v.null(),
  handler: async (ctx, { reason, keepUntil, ...about }) => {
    const wrong = dayProblem(keepUntil);
    if (wrong) throw problem(wrong, { field: "keepUntil" });
    if (keepUntil <= ctx.today) throw problem("day_not_ahead", { field: "keepUntil" });
    const decisionReason = accepted(reasonInput, reason, "reason");
    await decide(ctx, "keep", about, { status: "kept", decisionReason, keepUntil });
    return null;
  },
});

/** Holds the whole record for a legal matter: nothing of it can be destroyed until the hold is lifted. */
export const hold = organizationMutation({
  can: "retention.decide",
  args: { ...proposalArgs, reason: v.string() },
  returns: v.null(),
  handler: async (ctx, { reason, ...about }) => {
    const decisionReason = accepted(reasonInput, reason, "reason");
    await decide(ctx, "hold", about, { status: "held", decisionReason });
    return null;
  },
});

/** Lifts a hold: the proposal is open again, and every step is taken anew. */
export const release = organizationMutation({
  can: "retention.decide",
  args: proposalArgs,
  returns: v.null(),
  handler: async (ctx, about) => {
    const untold = { noticeOn: undefined, noticeMethod: undefined, notBefore: undefined };
    await decide(ctx, "release", about, { status: "proposed", ...untold, ...unconfirmed });
    return null;
  },
});

/**
 * Records that the parents were told that the information is no longer needed, and how (34 CFR 300.624(a)). The
 * record can be destroyed thirty days after, and is confirmed anew.
 */
export const giveNotice = organizationMutation({
  can: "retention.decide",
  args: { ...proposalArgs, noticeOn: civilDay, method: v.string() },
  returns: v.null(),
  handler: async (ctx, { noticeOn, method, ...about }) => {
    const wrong = dayProblem(noticeOn);
    if (wrong) throw problem(wrong, { field: "noticeOn" });
    if (noticeOn > ctx.today) throw problem("day_in_future", { field: "noticeOn" });
    const noticeMethod = accepted(methodInput, method, "method");
    const notBefore = addDays(noticeOn, WAITING_DAYS);
    const told = { noticeOn, noticeMethod, notBefore };
    await decide(ctx, "giveNotice", about, { status: "noticed", ...told, ...unconfirmed });
    return null;
  },
});

/**
 * Confirms the destruction. The first time it waits for a second person; when another administrator confirms,
 * it begins and cannot be stopped, so that both have to have chosen the same to stay. Throws `password_needed`,
 * `decided_meanwhile`, `record_still_needed`, `not_due_any_more`, `record_held`, `request_unanswered`, `notice_first`,
 * `waiting_period`, or `second_person_needed`.
 */
export const confirm = organizationMutation({
  can: "retention.decide",
  proof: "recentPassword",
  args: { ...proposalArgs, keepsPermanentRecord: v.boolean() },
  returns: v.union(v.literal("waitsForSecond"), v.literal("begun")),
  handler: async (ctx, { keepsPermanentRecord, ...about }) => {
    const proposal = await requireDecidable(ctx, "confirm", about);
    const student = await requireDestroyable(ctx, proposal);
    if (proposal.status !== "confirmed" || proposal.confirmedBy === undefined) {
      const once = { confirmedBy: ctx.person._id, keepsPermanentRecord };
      await decide(ctx, "confirm", about, { status: "confirmed", ...once });
      return "waitsForSecond";
    }
    if (proposal.confirmedBy === ctx.person._id) throw problem("second_person_needed");
    if (proposal.keepsPermanentRecord !== keepsPermanentRecord) throw problem("decided_meanwhile");
    await beginDestruction(ctx, proposal, student, [proposal.confirmedBy, ctx.person._id]);
    return "begun";
  },
});

const unconfirmed = { confirmedBy: undefined, keepsPermanentRecord: undefined };

type About = ObjectType<typeof proposalArgs>;

/** A proposal about which this can be decided. Throws `not_found`, `decided_meanwhile`, or `record_held`. */
async function requireDecidable(ctx: OrganizationMutationCtx, decision: Decision, about: About) {
  const proposal = await requireRow(ctx, "retentionProposals", about.proposalId);
  const wrong = decisionProblem(decision, proposal.status, about.seen);
  if (wrong) throw problem(wrong);
  return proposal;
}

async function decide(
  ctx: OrganizationMutationCtx,
  decision: Decision,
  about: About,
  change: Partial<Doc<"retentionProposals">>,
): Promise<void> {
  const { _id: proposalId, studentId } = await requireDecidable(ctx, decision, about);
  await ctx.db.patch("retentionProposals", proposalId, {
    ...change,
    decidedBy: ctx.person._id,
    decidedAt: Date.now(),
  });
  ctx.note(`proposal ${proposalId} of student ${studentId}: ${change.status ?? ""}`);
}
