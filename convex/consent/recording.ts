import type { Doc, Id } from "../_generated/dataModel";
import type { StudentMutationCtx, StudentQueryCtx } from "../functions";
import { alertLeaders } from "../notifications/model";
import { MANY_DECISIONS } from "./model";
import { isEndOfServices } from "./rules/input";
import { recipientKey } from "./rules/standing";

type Decision = Omit<
  Doc<"consents">,
  "_id" | "_creationTime" | "organizationId" | "studentId" | "recordedAt" | "recordedBy"
>;

/**
 * Keeps a decision with all that follows from it, in one transaction: it answers the open questions about the
 * same thing, and when services were withdrawn it opens what has to be done.
 */
export async function keepDecision(ctx: StudentMutationCtx, decision: Decision): Promise<Id<"consents">> {
  const consentId = await ctx.db.insert("consents", {
    ...ctx.compartment,
    ...decision,
    recordedAt: Date.now(),
    recordedBy: ctx.person._id,
  });
  await answerRequests(ctx, decision);
  if (isEndOfServices(decision.kind, decision.decision)) await openFollowUps(ctx, consentId);
  if (decision.kind === "initialServices" && decision.decision === "given") await dropFollowUps(ctx);
  if (decision.form === "onScreen") {
    const kind = decision.decision === "withdrawn" ? "consentWithdrawn" : "consentAnswered";
    await alertLeaders(ctx, { kind });
  }
  ctx.note(`consent ${consentId}: ${decision.kind} ${decision.decision} on ${decision.decidedOn}`);
  return consentId;
}

async function answerRequests(ctx: StudentMutationCtx, { kind, recipient }: Decision): Promise<void> {
  const open = await ctx.db
    .query("consentRequests")
    .withIndex("by_student_and_status", (q) => q.eq("studentId", ctx.student._id).eq("status", "open"))
    .take(MANY_DECISIONS);
  for (const request of open) {
    const isOther =
      recipient && request.recipient && recipientKey(recipient) !== recipientKey(request.recipient);
    if (request.kind !== kind || isOther) continue;
    const closed = { status: "answered" as const, closedOn: ctx.today, closedBy: ctx.person._id };
    await ctx.db.patch("consentRequests", request._id, closed);
  }
}

async function openFollowUps(ctx: StudentMutationCtx, consentId: Id<"consents">): Promise<void> {
  for (const step of ["priorWrittenNotice", "stopServices"] as const) {
    const row = { ...ctx.compartment, consentId, step, openedOn: ctx.today, evidenceDocumentIds: [] };
    await ctx.db.insert("consentFollowUps", row);
  }
}

/** What is still to be done about a withdrawal, the first step first. */
export async function openFollowUpsOf(
  ctx: Pick<StudentQueryCtx, "db" | "student">,
): Promise<Doc<"consentFollowUps">[]> {
  return await ctx.db
    .query("consentFollowUps")
    .withIndex("by_student_and_done", (q) => q.eq("studentId", ctx.student._id).eq("doneOn", undefined))
    .take(MANY_DECISIONS);
}

/** Nothing is left to do when the withdrawal was a mistake, or the family agrees again. */
export async function dropFollowUps(ctx: StudentMutationCtx, consentId?: Id<"consents">): Promise<void> {
  for (const followUp of await openFollowUpsOf(ctx)) {
    if (consentId !== undefined && followUp.consentId !== consentId) continue;
    await ctx.db.delete("consentFollowUps", followUp._id);
  }
}
