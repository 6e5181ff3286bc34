import { defineSchema, defineTable } from "convex/server";
import { v } from "convex/values";

export default defineSchema({
  notes: defineTable({
    text: v.string(),
    author: v.string(),
    pages: v.optional(v.number()),
    direction: v.optional(v.array(v.float64())),
  })
    .index("by_author", ["author"])
    .vectorIndex("by_direction", { vectorField: "direction", dimensions: 3, filterFields: ["author"] }),
  errands: defineTable({ name: v.string(), times: v.number() }).index("by_name", ["name"]),
});
