import { defineTable } from "convex/server";
import { v } from "convex/values";
import { civilDay, compartment } from "../values";

/** What is kept and destroyed together. */
export const recordKind = v.union(v.literal("record"), v.literal("measurements"), v.literal("files"));

export const proposalReason = v.union(
  /** The schedule says that its time has come. */
  v.literal("schedule"),
  v.literal("familyAsked"),
  v.literal("schoolAsked"),
);

export const proposalStatus = v.union(
  v.literal("proposed"),
  /** The parents have been told, and the waiting period runs. */
  v.literal("noticed"),
  /** One person has confirmed; a second one must. */
  v.literal("confirmed"),
  v.literal("kept"),
  v.literal("held"),
  v.literal("withdrawn"),
);

export const retentionTables = {
  /**
   * How long an organization keeps a kind of record, where it departs from the jurisdiction's default
   * (retention/rules/schedule.ts). Written and read by retention/schedule.ts.
   */
  retentionRules: defineTable({
    organizationId: v.id("organizations"),
    recordKind,
    years: v.number(),
    from: v.union(v.literal("leaving"), v.literal("birth")),
    changedBy: v.id("people"),
    changedAt: v.number(),
  }).index("by_organization", ["organizationId", "recordKind"]),

  /**
   * A record that is due to be destroyed, or that somebody asks to be, and what was decided. The daily job only
   * proposes. Written by retention/proposing.ts, proposals.ts and requests.ts; read by retention/proposals.ts.
   */
  retentionProposals: defineTable({
    ...compartment,
    recordKind,
    reason: proposalReason,
    askedBy: v.optional(v.id("people")),
    /** What whoever asks says. */
    words: v.optional(v.string()),
    dueOn: civilDay,
    proposedAt: v.number(),
    status: proposalStatus,
    decidedBy: v.optional(v.id("people")),
    decidedAt: v.optional(v.number()),
    decisionReason: v.optional(v.string()),
    /** Kept until then: the schedule proposes it again. */
    keepUntil: v.optional(civilDay),
    noticeOn: v.optional(civilDay),
    noticeMethod: v.optional(v.string()),
    /** The first day on which it may be destroyed. */
    notBefore: v.optional(civilDay),
    confirmedBy: v.optional(v.id("people")),
    /** Whether name, dates and grades stay (34 CFR 300.624(b)). */
    keepsPermanentRecord: v.optional(v.boolean()),
  })
    .index("by_student", ["studentId", "recordKind"])
    .index("by_organization_and_status", ["organizationId", "status", "dueOn"]),

  /**
   * A destruction, while it runs and for ever after as its certificate: what, how many, when, by whom, and a hash
   * over it all. Holds nothing about the child but the former id. Written by retention/destroying.ts.
   */
  destructions: defineTable({
    organizationId: v.id("organizations"),
    formerStudentId: v.string(),
    recordKind,
    reason: proposalReason,
    askedBy: v.optional(v.id("people")),
    confirmedBy: v.array(v.id("people")),
    status: v.union(v.literal("running"), v.literal("done")),
    startedAt: v.number(),
    finishedAt: v.optional(v.number()),
    /** Which table is next. */
    step: v.number(),
    counts: v.array(v.object({ table: v.string(), rows: v.number() })),
    files: v.number(),
    keptPermanentRecord: v.boolean(),
    /** Over every field above, in a fixed order (retention/rules/certificate.ts). */
    hash: v.optional(v.string()),
  })
    .index("by_organization", ["organizationId", "startedAt"])
    .index("by_status", ["status"]),

  /**
   * What may be kept without limit after a record is destroyed: name, number, dates, school and grade (34 CFR
   * 300.624(b)). Written by retention/destroying.ts; read by retention/certificates.ts.
   */
  permanentRecords: defineTable({
    organizationId: v.id("organizations"),
    formerStudentId: v.string(),
    name: v.string(),
    studentNumber: v.string(),
    schoolName: v.string(),
    gradeLevel: v.string(),
    startedOn: v.optional(civilDay),
    leftOn: v.optional(civilDay),
    keptAt: v.number(),
  }).index("by_organization", ["organizationId", "formerStudentId"]),
};
