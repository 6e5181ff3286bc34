import { defineTable } from "convex/server";
import { v } from "convex/values";
import { compartment } from "../values";

export const accessTables = {
  /**
   * Who has a child's record open right now: one row per person and child, renewed while their page is
   * visible. Behind it stands an audit entry of the same day.
   * Written by access/lease.ts; read by every student query; ends by access/expiry.ts.
   */
  recordLeases: defineTable({
    ...compartment,
    personId: v.id("people"),
    /** When the opening that is on record was, in ms. */
    openedAt: v.number(),
    /** The queries of the record stop here unless it is renewed, in ms. */
    expiresAt: v.number(),
  })
    .index("by_student_and_person", ["studentId", "personId"])
    .index("by_expiry", ["expiresAt"]),

  /**
   * Break-glass: somebody of the staff reads one child's record in an emergency, with a reason and an end. Kept
   * for ever; an administrator reviews each.
   * Written by access/emergencies.ts; read by access/relation.ts and by the pages of the child.
   */
  emergencyAccesses: defineTable({
    ...compartment,
    personId: v.id("people"),
    reason: v.string(),
    startsAt: v.number(),
    /** The agreed end, in ms. */
    endsAt: v.number(),
    /** When it ended: by hand, or by itself. Absent while it lasts. */
    endedAt: v.optional(v.number()),
    reviewedBy: v.optional(v.id("people")),
    reviewedAt: v.optional(v.number()),
    review: v.optional(v.union(v.literal("accepted"), v.literal("questioned"))),
    reviewNote: v.optional(v.string()),
  })
    .index("by_student_and_person", ["studentId", "personId", "endedAt"])
    .index("by_student", ["studentId", "startsAt"])
    .index("by_person", ["personId", "startsAt"])
    .index("by_organization_and_reviewed", ["organizationId", "reviewedAt", "startsAt"]),

  /**
   * When somebody gave their password in a session that was open already: one row per session.
   * Written by access/proving.ts, which removes those that prove nothing any more; read by access/proof.ts.
   */
  passwordProofs: defineTable({
    personId: v.id("people"),
    sessionId: v.string(),
    givenAt: v.number(),
  }).index("by_person", ["personId", "sessionId"]),
};
