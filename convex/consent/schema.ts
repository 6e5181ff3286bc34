import { defineTable } from "convex/server";
import { v } from "convex/values";
import { civilDay, compartment } from "../values";

/** What a family is asked to agree to. Which of them a jurisdiction knows is in consent/rules/kinds.ts. */
export const consentKind = v.union(
  v.literal("initialEvaluation"),
  v.literal("initialServices"),
  v.literal("reevaluation"),
  v.literal("views"),
  v.literal("assessmentAgreement"),
  v.literal("dataSharing"),
  v.literal("electronicDelivery"),
  v.literal("media"),
  v.literal("under13Use"),
);
export const consentDecision = v.union(v.literal("given"), v.literal("refused"), v.literal("withdrawn"));

/** How the family said it: themselves on a screen, on a signed paper, or in words. */
export const consentForm = v.union(v.literal("onScreen"), v.literal("onPaper"), v.literal("orally"));

export const attemptMeans = v.union(
  v.literal("phone"),
  v.literal("message"),
  v.literal("letter"),
  v.literal("visit"),
  v.literal("meeting"),
);

export const consentTables = {
  /**
   * Every decision of a family, one row each, in the order of the days on which they were made. Rows are never
   * changed, only marked as recorded in error; a later one outweighs an earlier one from its own day on (34 CFR
   * 300.9(c)(2): withdrawing is not retroactive).
   * Written by consent/consents.ts and consent/deciding.ts; read by consent/model.ts.
   */
  consents: defineTable({
    ...compartment,
    kind: consentKind,
    /** What exactly was agreed to, in the words that were shown. */
    scope: v.string(),
    /** For data sharing: who may be told. */
    recipient: v.optional(v.string()),
    decision: consentDecision,
    decidedOn: civilDay,
    /** The last day on which a consent holds; absent when it holds until it is withdrawn. */
    endsOn: v.optional(civilDay),
    /** Who decided; the name alone for somebody without an account. */
    personId: v.optional(v.id("people")),
    personName: v.string(),
    form: consentForm,
    interpreterName: v.optional(v.string()),
    /** Where a signed paper is kept, when no scan of it is among the evidence. */
    paperKeptAt: v.optional(v.string()),
    /** For a decision on a screen: which words stood there, in which language, and the name that was typed. */
    statement: v.optional(v.object({ version: v.number(), locale: v.string(), typedName: v.string() })),
    requestId: v.optional(v.id("consentRequests")),
    evidenceDocumentIds: v.array(v.id("documents")),
    recordedAt: v.number(),
    recordedBy: v.id("people"),
    /** Recorded in error: it stays readable and counts for nothing. */
    retractedAt: v.optional(v.number()),
    retractedBy: v.optional(v.id("people")),
    retractionReason: v.optional(v.string()),
  })
    .index("by_student_and_day", ["studentId", "decidedOn"])
    .index("by_student_and_kind", ["studentId", "kind", "decidedOn"]),

  /**
   * What a family was asked, and the efforts to reach them while they do not answer.
   * Written by consent/requests.ts; closed by the decision that answers it.
   */
  consentRequests: defineTable({
    ...compartment,
    kind: consentKind,
    scope: v.string(),
    recipient: v.optional(v.string()),
    askedOn: civilDay,
    askedBy: v.id("people"),
    attempts: v.array(
      v.object({
        madeOn: civilDay,
        means: attemptMeans,
        outcome: v.string(),
        recordedAt: v.number(),
        recordedBy: v.id("people"),
      }),
    ),
    status: v.union(
      v.literal("open"),
      v.literal("answered"),
      /** The school went ahead without an answer, as it may for a re-evaluation (34 CFR 300.300(c)(2)). */
      v.literal("wentAhead"),
      v.literal("takenBack"),
    ),
    closedOn: v.optional(civilDay),
    closedBy: v.optional(v.id("people")),
  })
    .index("by_student_and_status", ["studentId", "status"])
    .index("by_student_and_kind", ["studentId", "kind", "askedOn"]),

  /**
   * What has to be done because a consent was withdrawn, in this order (34 CFR 300.300(b)(4)).
   * Written by consent/followUps.ts; read by students/due.ts.
   */
  consentFollowUps: defineTable({
    ...compartment,
    consentId: v.id("consents"),
    step: v.union(v.literal("priorWrittenNotice"), v.literal("stopServices")),
    openedOn: civilDay,
    doneOn: v.optional(civilDay),
    doneBy: v.optional(v.id("people")),
    evidenceDocumentIds: v.array(v.id("documents")),
  })
    .index("by_student_and_done", ["studentId", "doneOn"])
    .index("by_organization_and_done", ["organizationId", "doneOn"]),
};
