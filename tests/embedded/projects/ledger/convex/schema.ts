import { defineSchema, defineTable } from "convex/server";
import { v } from "convex/values";

export default defineSchema({
  /** Amounts whose sum never changes: what a half transaction would betray. */
  accounts: defineTable({ name: v.string(), amount: v.number() }).index("by_name", ["name"]),
  entries: defineTable({ key: v.string(), number: v.number(), by: v.string() }).index("by_key", [
    "key",
    "number",
  ]),
});
