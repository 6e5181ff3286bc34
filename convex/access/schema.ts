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
};
