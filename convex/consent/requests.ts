import { v } from "convex/values";
import type { Doc, Id } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import { problem } from "../errors";
import { type StudentMutationCtx, studentMutation } from "../functions";
import { signersOf } from "../guardians/model";
import { tellFamily } from "../guardians/telling";
import { accepted } from "../typed";
import { civilDay } from "../values";
import { isOffered } from "./ownAccount";
import { askInput, attemptDays, LEAST_ATTEMPT_DAYS, outcomeInput } from "./rules/input";
import { findKind } from "./rules/kinds";
import { attemptMeans, consentKind } from "./schema";

const MOST_ATTEMPTS = 60;
const MOST_OPEN = 20;

/**
 * Asks the family for one consent, in words that say what exactly it is for.
 * @throws invalid for a kind that this jurisdiction does not ask for, or one that is being asked already
 */
export const ask = studentMutation({
  can: "consent.record",
  args: { kind: consentKind, scope: v.string(), recipient: v.optional(v.string()) },
  returns: v.id("consentRequests"),
  handler: async (ctx, { studentId, kind, ...args }) => {
    const rule = findKind(ctx.organization.jurisdiction, kind);
    if (!rule || !isOffered(ctx, kind)) throw problem("invalid", { field: "kind" });
    const { scope, recipient } = accepted(askInput, args);
    if (rule.namesRecipient && !recipient) throw problem("required", { field: "recipient" });
    const open = await ctx.db
      .query("consentRequests")
      .withIndex("by_student_and_status", (q) => q.eq("studentId", studentId).eq("status", "open"))
      .take(MOST_OPEN);
    if (open.some((request) => request.kind === kind && request.recipient === recipient))
      throw problem("invalid", { field: "kind" });
    const requestId = await ctx.db.insert("consentRequests", {
      ...ctx.compartment,
      kind,
      scope,
      ...(recipient && { recipient }),
      askedOn: ctx.today,
      askedBy: ctx.person._id,
      attempts: [],
      status: "open",
    });
    const { organization, student, today } = ctx;
    for (const personId of await signersOf(ctx, { student, organization, today })) {
      await tellFamily(ctx, personId, "consentAsked");
    }
    ctx.note(`request ${requestId}: ${kind}`);
    return requestId;
  },
});

/** Puts an effort to reach the family on record: calls, letters, visits and what came of them (34 CFR 300.322(d)). */
export const addAttempt = studentMutation({
  can: "consent.record",
  args: {
    requestId: v.id("consentRequests"),
    means: attemptMeans,
    outcome: v.string(),
    madeOn: v.optional(civilDay),
  },
  returns: v.null(),
  handler: async (ctx, { requestId, means, outcome, madeOn = ctx.today }) => {
    const request = await requireOpen(ctx, requestId);
    if (madeOn > ctx.today) throw problem("day_in_future", { field: "madeOn" });
    if (request.attempts.length >= MOST_ATTEMPTS) throw problem("too_large");
    const said = { means, madeOn, outcome: accepted(outcomeInput, outcome, "outcome") };
    const attempt = { ...said, recordedAt: Date.now(), recordedBy: ctx.person._id };
    await ctx.db.patch("consentRequests", requestId, { attempts: [...request.attempts, attempt] });
    ctx.note(`request ${requestId}: effort by ${means} on ${madeOn}`);
    return null;
  },
});

/**
 * Goes ahead without an answer, as the law allows for a re-evaluation after reasonable efforts that are on record
 * (34 CFR 300.300(c)(2)). It holds until the family does answer.
 * @throws attempts_needed (params: least), invalid for kinds that never go without
 */
export const goAhead = studentMutation({
  can: "consent.record",
  args: { requestId: v.id("consentRequests") },
  returns: v.null(),
  handler: async (ctx, { requestId }) => {
    const request = await requireOpen(ctx, requestId);
    const rule = findKind(ctx.organization.jurisdiction, request.kind);
    if (!rule?.mayGoAhead) throw problem("invalid", { field: "kind" });
    if (attemptDays(request.attempts) < LEAST_ATTEMPT_DAYS)
      throw problem("attempts_needed", { params: { least: LEAST_ATTEMPT_DAYS } });
    await close(ctx, requestId, "wentAhead");
    return null;
  },
});

/** Takes a question back. */
export const takeBack = studentMutation({
  can: "consent.record",
  args: { requestId: v.id("consentRequests") },
  returns: v.null(),
  handler: async (ctx, { requestId }) => {
    await requireOpen(ctx, requestId);
    await close(ctx, requestId, "takenBack");
    return null;
  },
});

async function requireOpen(ctx: StudentMutationCtx, requestId: Id<"consentRequests">) {
  const request = await requireRow(ctx, "consentRequests", requestId);
  if (request.status !== "open") throw problem("request_closed");
  return request;
}

async function close(
  ctx: StudentMutationCtx,
  requestId: Id<"consentRequests">,
  status: Doc<"consentRequests">["status"],
): Promise<void> {
  await ctx.db.patch("consentRequests", requestId, { status, closedOn: ctx.today, closedBy: ctx.person._id });
  ctx.note(`request ${requestId}: ${status}`);
}
