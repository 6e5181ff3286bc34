import { defineTable } from "convex/server";
import { v } from "convex/values";
import { cameWith, civilDay, compartment } from "../values";

export const senKind = v.union(
  v.literal("senSupport"),
  v.literal("ehcPlan"),
  v.literal("ideaEligible"),
  v.literal("section504"),
);
/** The strongest status of a day. */
export const senStatus = v.union(...senKind.members, v.literal("none"));
export const term = v.union(v.literal("temporary"), v.literal("longTerm"));

export const evaluationKind = v.union(
  v.literal("initial"),
  v.literal("reevaluation"),
  v.literal("exit"),
  v.literal("ehcAssessment"),
);
export const conclusion = v.union(v.literal("eligible"), v.literal("notEligible"));
export const tollingReason = v.union(v.literal("childNotProduced"), v.literal("changedAgency"));
/** A stretch that does not count towards the limit (34 CFR 300.301(d), (e)). */
export const tolling = v.object({
  reason: tollingReason,
  from: civilDay,
  until: civilDay,
  note: v.string(),
});

/**
 * What every dated fact says of itself: since when the record holds it, and until when it did. A row is never
 * changed but for these last three, which are set once and together: what was believed stays readable.
 */
export const believed = {
  recordedAt: v.number(),
  recordedBy: v.id("people"),
  supersededAt: v.optional(v.number()),
  supersededBy: v.optional(v.id("people")),
  /** Why the row was wrong, when it was; absent when life went on and a newer row says so. */
  correctionReason: v.optional(v.string()),
};

export const episodeFields = {
  kind: senKind,
  /** First and last day, both included; without a last day until further notice. May lie ahead. */
  startsOn: civilDay,
  endsOn: v.optional(civilDay),
  term,
  reason: v.string(),
  /** In words, such as "Eligibility team, 12 March". */
  decidedBy: v.string(),
  evidenceDocumentIds: v.array(v.id("documents")),
  /** A key of the pack's exits; only with a last day. */
  exitReason: v.optional(v.string()),
  exitEvaluationId: v.optional(v.id("evaluations")),
  /** Given to a student who leaves by diploma or age (34 CFR 300.305(e)(3)); absent while it is owed. */
  summaryGivenOn: v.optional(civilDay),
  /** Goes on from the row that ends on the day before: neither an entry into the status, nor that one an exit. */
  isContinuation: v.optional(v.boolean()),
  /** Somebody said that the days without a status around this one are right. */
  confirmsGap: v.optional(v.boolean()),
};

export const statusTables = {
  /**
   * A stretch of days with one kind of special-educational status. Those that hold have no `supersededAt`.
   * Entries and exits are counted over spells (rules/spells.ts), not over rows.
   * Written by status/episodes.ts; read by status/, history/ and reports/.
   */
  senEpisodes: defineTable({
    ...compartment,
    ...episodeFields,
    ...believed,
    /** The row that this one took the place of. */
    replacesId: v.optional(v.id("senEpisodes")),
  })
    .index("by_student", ["studentId", "startsOn"])
    .index("by_student_and_belief", ["studentId", "supersededAt"])
    .index("by_organization_and_start", ["organizationId", "startsOn"])
    .index("by_organization_and_end", ["organizationId", "endsOn"]),

  /**
   * A need of the child, ranked, for a stretch of days; rank 1 is the primary one. Ranks of a day are 1, 2, 3...
   * Written by status/needs.ts; read by status/, history/ and reports/.
   */
  studentNeeds: defineTable({
    ...compartment,
    /** A key of the pack's needs. */
    code: v.string(),
    rank: v.number(),
    startsOn: civilDay,
    endsOn: v.optional(civilDay),
    ...believed,
    ...cameWith,
  })
    .index("by_student", ["studentId", "startsOn"])
    .index("by_student_and_belief", ["studentId", "supersededAt"])
    .index("by_organization_and_start", ["organizationId", "startsOn"])
    .index("by_organization_and_end", ["organizationId", "endsOn"]),

  /**
   * An evaluation from the day it was asked for to its conclusion, or the agreement that none is needed.
   * Written by status/evaluations.ts; read by status/, history/ and students/due.ts.
   */
  evaluations: defineTable({
    ...compartment,
    kind: evaluationKind,
    askedOn: civilDay,
    askedBy: v.string(),
    reason: v.string(),
    /** The clock of an initial evaluation starts here, not when it was asked for (34 CFR 300.301(c)(1)(i)). */
    consentReceivedOn: v.optional(civilDay),
    /** Why it goes on without consent, where the law lets it (34 CFR 300.300(c)(2)). */
    effortsWithoutAnswer: v.optional(v.string()),
    /** The last day of the limit; absent while no clock runs. */
    dueOn: v.optional(civilDay),
    tolling: v.array(tolling),
    completedOn: v.optional(civilDay),
    conclusion: v.optional(conclusion),
    findings: v.optional(v.string()),
    evidenceDocumentIds: v.array(v.id("documents")),
    /** Parents and school agreed that no new evaluation is needed (34 CFR 300.303(b)(2)). */
    notNeededOn: v.optional(civilDay),
    notNeededBecause: v.optional(v.string()),
    recordedAt: v.number(),
    recordedBy: v.id("people"),
    retractedAt: v.optional(v.number()),
    retractReason: v.optional(v.string()),
  })
    .index("by_student", ["studentId", "askedOn"])
    .index("by_student_and_completion", ["studentId", "completedOn"]),

  /**
   * How far the values derived for "today" on each pupil (senStatus, primaryNeed, currentNeeds) have been taken
   * forward: one row per organization. Written and read by status/midnight.ts.
   */
  statusDays: defineTable({
    organizationId: v.id("organizations"),
    refreshedThrough: civilDay,
  }).index("by_organization", ["organizationId"]),
};
