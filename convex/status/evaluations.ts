import { v } from "convex/values";
import type { Doc, Id } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import { packOf } from "../compliance/model";
import type { EvaluationRule } from "../compliance/rules/pack";
import { findEvaluationRule } from "../compliance/rules/packs";
import { consentStanding, requireConsent } from "../consent/model";
import { addYears } from "../dates";
import { requireEvidence } from "../documents/model";
import { problem } from "../errors";
import { type StudentMutationCtx, studentMutation } from "../functions";
import { accepted } from "../typed";
import { civilDay } from "../values";
import { evaluationsOf } from "./model";
import {
  agreementInput,
  askInput,
  completionInput,
  dueOn,
  reasonInput,
  stateOf,
  tollingInput,
} from "./rules/evaluations";
import { conclusion, evaluationKind, tollingReason } from "./schema";

/**
 * Somebody asks for an evaluation; a parent may at any time (34 CFR 300.301(b)). One of a kind is open at a time.
 * A re-evaluation within a year of the last needs the agreement of parents and school (34 CFR 300.303(b)(1)).
 * @throws evaluation_open, evaluation_too_soon
 */
export const ask = studentMutation({
  can: "status.edit",
  args: {
    kind: evaluationKind,
    askedOn: civilDay,
    askedBy: v.string(),
    reason: v.string(),
    agreedEarly: v.optional(v.boolean()),
  },
  returns: v.id("evaluations"),
  handler: async (ctx, { agreedEarly = false, ...typed }) => {
    const asked = accepted(askInput, typed);
    requireRule(ctx, asked.kind);
    if (asked.askedOn > ctx.today) throw problem("day_in_future", { field: "askedOn" });
    const others = await evaluationsOf(ctx, ctx.student._id);
    const isOpen = (row: Doc<"evaluations">) => ["asked", "underWay"].includes(stateOf(row));
    if (others.some((row) => row.kind === asked.kind && isOpen(row))) throw problem("evaluation_open");
    const isRecent = ({ completedOn }: Doc<"evaluations">) =>
      completedOn !== undefined && asked.askedOn < addYears(completedOn, 1);
    if (asked.kind === "reevaluation" && !agreedEarly && others.some(isRecent)) {
      throw problem("evaluation_too_soon", { field: "agreedEarly" });
    }
    return await insert(ctx, asked);
  },
});

/**
 * The evaluation begins, and its clock where the law sets one: on the day the consent was received. Throws
 * `consent_missing` without the consent that the kind needs; a re-evaluation may go ahead without an answer
 * once the efforts to get one are on record (34 CFR 300.300(c)(2)).
 */
export const begin = studentMutation({
  can: "status.edit",
  args: { evaluationId: v.id("evaluations") },
  returns: v.null(),
  handler: async (ctx, { evaluationId }) => {
    const row = await requireOpen(ctx, evaluationId);
    const { consent } = requireRule(ctx, row.kind);
    if (consent) await requireConsent(ctx, consent);
    const standing = consent ? await consentStanding(ctx, consent) : null;
    const given = standing?.state === "given" ? standing.consent?.decidedOn : undefined;
    // What was agreed before it was asked for cannot start a clock earlier than the asking did.
    const received = given !== undefined && given < row.askedOn ? row.askedOn : given;
    const begun = received
      ? { consentReceivedOn: received }
      : { effortsWithoutAnswer: consent ? "wentAhead" : "notAsked" };
    const after = { ...row, ...begun };
    await ctx.db.patch("evaluations", evaluationId, {
      ...begun,
      dueOn: dueOn(packOf(ctx.organization), after),
    });
    ctx.note(`evaluation ${evaluationId} begins`);
    return null;
  },
});

/** Days that do not count, for one of the two reasons that the law knows (34 CFR 300.301(d), (e)). */
export const stopClock = studentMutation({
  can: "status.edit",
  args: {
    evaluationId: v.id("evaluations"),
    reason: tollingReason,
    from: civilDay,
    until: civilDay,
    note: v.string(),
  },
  returns: v.null(),
  handler: async (ctx, { evaluationId, ...typed }) => {
    const row = await requireOpen(ctx, evaluationId);
    const stop = accepted(tollingInput, typed);
    if (stop.until < stop.from) throw problem("days_out_of_order", { field: "until" });
    const tolling = [...row.tolling, stop];
    const due = dueOn(packOf(ctx.organization), { ...row, tolling });
    await ctx.db.patch("evaluations", evaluationId, { tolling, dueOn: due });
    ctx.note(`evaluation ${evaluationId}: clock stopped, ${stop.reason}`);
    return null;
  },
});

/** The evaluation is done. Throws `consent_missing` when it never began for want of one. */
export const complete = studentMutation({
  can: "status.edit",
  args: {
    evaluationId: v.id("evaluations"),
    completedOn: civilDay,
    conclusion,
    findings: v.string(),
    evidenceDocumentIds: v.optional(v.array(v.id("documents"))),
  },
  returns: v.null(),
  handler: async (ctx, { evaluationId, evidenceDocumentIds = [], ...typed }) => {
    const row = await requireOpen(ctx, evaluationId);
    const done = accepted(completionInput, typed);
    if (done.completedOn > ctx.today) throw problem("day_in_future", { field: "completedOn" });
    if (done.completedOn < row.askedOn) throw problem("days_out_of_order", { field: "completedOn" });
    const { consent } = requireRule(ctx, row.kind);
    if (consent && stateOf(row) === "asked") await requireConsent(ctx, consent);
    await requireEvidence(ctx, evidenceDocumentIds);
    await ctx.db.patch("evaluations", evaluationId, { ...done, evidenceDocumentIds });
    ctx.note(`evaluation ${evaluationId} completed: ${done.conclusion}`);
    return null;
  },
});

/** Parents and school agree in writing that no re-evaluation is needed; the three years start anew. */
export const agreeNotNeeded = studentMutation({
  can: "status.edit",
  args: { agreedOn: civilDay, because: v.string() },
  returns: v.id("evaluations"),
  handler: async (ctx, typed) => {
    const { agreedOn, because } = accepted(agreementInput, typed);
    requireRule(ctx, "reevaluation");
    if (agreedOn > ctx.today) throw problem("day_in_future", { field: "agreedOn" });
    const asked = { kind: "reevaluation" as const, askedOn: agreedOn, askedBy: "", reason: because };
    return await insert(ctx, { ...asked, notNeededOn: agreedOn, notNeededBecause: because });
  },
});

/** The entry was a mistake; it stays in the record as one. */
export const retract = studentMutation({
  can: "status.edit",
  args: { evaluationId: v.id("evaluations"), reason: v.string() },
  returns: v.null(),
  handler: async (ctx, { evaluationId, reason }) => {
    const row = await requireRow(ctx, "evaluations", evaluationId);
    if (row.retractedAt !== undefined) throw problem("evaluation_closed");
    const retractReason = accepted(reasonInput, reason, "reason");
    await ctx.db.patch("evaluations", evaluationId, { retractedAt: Date.now(), retractReason });
    ctx.note(`evaluation ${evaluationId} taken back`);
    return null;
  },
});

type New = Pick<Doc<"evaluations">, "kind" | "askedOn" | "askedBy" | "reason"> &
  Partial<Pick<Doc<"evaluations">, "notNeededOn" | "notNeededBecause">>;

async function insert(ctx: StudentMutationCtx, facts: New): Promise<Id<"evaluations">> {
  const due = facts.notNeededOn ? undefined : dueOn(packOf(ctx.organization), { ...facts, tolling: [] });
  const evaluationId = await ctx.db.insert("evaluations", {
    ...ctx.compartment,
    ...facts,
    ...(due && { dueOn: due }),
    tolling: [],
    evidenceDocumentIds: [],
    recordedAt: Date.now(),
    recordedBy: ctx.person._id,
  });
  ctx.note(`evaluation ${evaluationId}: ${facts.kind}`);
  return evaluationId;
}

function requireRule(ctx: StudentMutationCtx, kind: EvaluationRule["kind"]): EvaluationRule {
  const rule = findEvaluationRule(packOf(ctx.organization), kind);
  if (!rule) throw problem("invalid", { field: "kind" });
  return rule;
}

async function requireOpen(ctx: StudentMutationCtx, evaluationId: Id<"evaluations">) {
  const row = await requireRow(ctx, "evaluations", evaluationId);
  if (!["asked", "underWay"].includes(stateOf(row))) throw problem("evaluation_closed");
  return row;
}
