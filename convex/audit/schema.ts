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
    .index("by_student", ["studentId", "at"]),
};
