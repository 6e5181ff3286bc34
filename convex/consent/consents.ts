import { v } from "convex/values";
import { requireRow } from "../access/load";
import { requireEvidence } from "../documents/model";
import { problem } from "../errors";
import { studentMutation } from "../functions";
import { requireSigner } from "../guardians/model";
import { accepted } from "../typed";
import { civilDay } from "../values";
import { dropFollowUps, keepDecision } from "./recording";
import { decisionInput, reasonInput, recordProblem } from "./rules/input";
import { findKind } from "./rules/kinds";
import { consentDecision, consentKind } from "./schema";

/**
 * Writes down what a family decided on paper or in words, as of the day on which they did. A paper is among the
 * evidence or has a place where it is kept; what the law wants in writing is not taken in words.
 * @throws invalid (a kind that this jurisdiction does not ask for), consent_in_writing, evidence_needed,
 * guardian_cannot_sign, day_in_future
 */
export const record = studentMutation({
  can: "consent.record",
  args: {
    kind: consentKind,
    decision: consentDecision,
    decidedOn: v.optional(civilDay),
    endsOn: v.optional(civilDay),
    scope: v.string(),
    recipient: v.optional(v.string()),
    /** The guardian or the grown student who decided; without an account, their name alone. */
    personId: v.optional(v.id("people")),
    personName: v.string(),
    form: v.union(v.literal("onPaper"), v.literal("orally")),
    interpreterName: v.optional(v.string()),
    paperKeptAt: v.optional(v.string()),
    evidenceDocumentIds: v.optional(v.array(v.id("documents"))),
  },
  returns: v.id("consents"),
  handler: async (ctx, { studentId: _, ...args }) => {
    const { kind, decision, decidedOn = ctx.today, endsOn, personId, form, evidenceDocumentIds = [] } = args;
    const rule = findKind(ctx.organization.jurisdiction, kind);
    if (!rule) throw problem("invalid", { field: "kind" });
    const { recipient, interpreterName, paperKeptAt, ...typed } = accepted(decisionInput, args);
    const facts = { decision, decidedOn, endsOn, form, recipient, paperKeptAt };
    const wrong = recordProblem(rule, { ...facts, evidence: evidenceDocumentIds.length }, ctx.today);
    if (wrong) throw problem(wrong.code, { field: wrong.field });
    if (personId) await requireSigner(ctx, personId, decidedOn);
    await requireEvidence(ctx, evidenceDocumentIds);
    return await keepDecision(ctx, {
      kind,
      ...typed,
      decision,
      decidedOn,
      form,
      evidenceDocumentIds,
      ...(endsOn && { endsOn }),
      ...(recipient && { recipient }),
      ...(personId && { personId }),
      ...(interpreterName && { interpreterName }),
      ...(paperKeptAt && { paperKeptAt }),
    });
  },
});

/**
 * Marks a decision as recorded in error: it stays readable with the reason and counts for nothing. What the family
 * itself decided on a screen is theirs to change and is not retracted by the school.
 * @throws not_allowed, consent_retracted
 */
export const retract = studentMutation({
  can: "consent.record",
  args: { consentId: v.id("consents"), reason: v.string() },
  returns: v.null(),
  handler: async (ctx, { consentId, reason }) => {
    const consent = await requireRow(ctx, "consents", consentId);
    if (consent.retractedAt !== undefined) throw problem("consent_retracted");
    if (consent.form === "onScreen") throw problem("not_allowed");
    const retraction = { retractedAt: Date.now(), retractedBy: ctx.person._id };
    const retractionReason = accepted(reasonInput, reason, "reason");
    await ctx.db.patch("consents", consentId, { ...retraction, retractionReason });
    await dropFollowUps(ctx, consentId);
    ctx.note(`consent ${consentId}: recorded in error`);
    return null;
  },
});
