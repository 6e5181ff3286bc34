import { defineSchema, defineTable } from "convex/server";
import { v } from "convex/values";

/** What the benchmarks read and write: a room whose members share one line, and a table to grow. */
export default defineSchema({
  members: defineTable({
    subject: v.string(),
    role: v.union(v.literal("writer"), v.literal("reader")),
  }).index("by_subject", ["subject"]),
  /** The newest 128 keys, and how many there have been: who is shown a later state has missed none. */
  lines: defineTable({ room: v.string(), text: v.string(), count: v.number() }).index("by_room", ["room"]),
  notes: defineTable({ author: v.string(), topic: v.string(), position: v.number(), body: v.string() })
    .index("by_author_and_position", ["author", "position"])
    .index("by_topic", ["topic"]),
  /** The product's own audit entries, and all their indexes; ids are of no table here. */
  auditEntries: defineTable({
    organizationId: v.string(),
    sequence: v.number(),
    actorId: v.optional(v.string()),
    permission: v.string(),
    command: v.string(),
    outcome: v.string(),
    summary: v.string(),
    at: v.number(),
    previousHash: v.string(),
    hash: v.string(),
    studentId: v.optional(v.string()),
  })
    .index("by_organization_and_sequence", ["organizationId", "sequence"])
    .index("by_student", ["studentId", "at"])
    .index("by_student_and_command", ["studentId", "command", "at"])
    .index("by_actor", ["organizationId", "actorId", "sequence"])
    .index("by_outcome", ["organizationId", "outcome", "sequence"])
    .index("by_permission", ["organizationId", "permission", "sequence"]),
  pupils: defineTable({
    kind: v.union(v.literal("plain"), v.literal("sealed")),
    name: v.string(),
    school: v.string(),
    number: v.string(),
    identity: v.string(),
  }).index("by_kind", ["kind"]),
  topics: defineTable({ name: v.string(), ownerId: v.id("members") }).index("by_name", ["name"]),
});
