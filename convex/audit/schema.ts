import { defineTable } from "convex/server";
import { v } from "convex/values";
import { standing } from "../access/standing";

export const auditTables = {
  /**
   * What was done, opened or refused, as a hash chain per organization: each entry carries the hash of the
   * one before, so that a changed, removed or inserted entry shows. Never patched, never deleted.
   * Written by audit/model.ts only; read by audit/entries.ts.
   */
  auditEntries: defineTable({
    organizationId: v.id("organizations"),
    /** 1 for the first entry of the organization, without gaps. */
    sequence: v.number(),
    studentId: v.optional(v.id("students")),
    actorId: v.optional(v.id("people")),
    /** As what the actor stood to the student; absent where no compartment was open. */
    standing: v.optional(standing),
    permission: v.string(),
    /** The command as the browser calls it, such as "students/record:edit". */
    command: v.string(),
    outcome: v.union(v.literal("done"), v.literal("refused")),
    /** Which record and which fields; never their contents. */
    summary: v.string(),
    at: v.number(),
    previousHash: v.string(),
    hash: v.string(),
  })
    .index("by_organization_and_sequence", ["organizationId", "sequence"])
    .index("by_student", ["studentId", "at"])
    .index("by_student_and_command", ["studentId", "command", "at"])
    .index("by_actor", ["organizationId", "actorId", "sequence"])
    .index("by_outcome", ["organizationId", "outcome", "sequence"])
    .index("by_permission", ["organizationId", "permission", "sequence"]),

  /**
   * How far the daily verification has come in an organization's chain, and the newest entry that it has seen: if
   * that one is gone, the end of the chain has been cut off. One row per organization.
   * Written and read by audit/verification.ts.
   */
  auditVerifications: defineTable({
    organizationId: v.id("organizations"),
    /** The last entry verified in the round that runs, and its hash; 0 before the first. */
    throughSequence: v.number(),
    throughHash: v.string(),
    headSequence: v.number(),
    headHash: v.string(),
    /** When a round last reached the end of the chain. */
    wholeAt: v.optional(v.number()),
  }).index("by_organization", ["organizationId"]),

  /**
   * The chain did not verify at an entry. Stays open until a person has acknowledged it with a note; never deleted.
   * Written by audit/alarm.ts; read by audit/alarms.ts and the banner of administrators.
   */
  auditAlarms: defineTable({
    organizationId: v.id("organizations"),
    /** The sequence number of the first entry that does not follow from the one before it. */
    brokenAt: v.number(),
    foundAt: v.number(),
    acknowledgedAt: v.optional(v.number()),
    acknowledgedBy: v.optional(v.id("people")),
    note: v.optional(v.string()),
  })
    .index("by_organization_and_acknowledged", ["organizationId", "acknowledgedAt"])
    .index("by_organization_and_entry", ["organizationId", "brokenAt"]),
};
