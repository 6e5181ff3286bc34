import { defineTable } from "convex/server";
import { v } from "convex/values";

/** These tables are about two children at once, so they lie in the organization and in neither compartment. */
export const mergeTables = {
  /**
   * Two records that may be of the same child. Found when a record is written, never by a search through all.
   * Written by students/likeness.ts and students/duplicates.ts; read by the latter.
   */
  duplicates: defineTable({
    organizationId: v.id("organizations"),
    /** The record written last, and the one that was there. */
    newerId: v.id("students"),
    olderId: v.id("students"),
    because: v.union(v.literal("sameNumber"), v.literal("sameBirthAndName")),
    standing: v.union(v.literal("open"), v.literal("different"), v.literal("merged")),
    foundAt: v.number(),
    decidedAt: v.optional(v.number()),
    decidedBy: v.optional(v.id("people")),
  })
    .index("by_organization_and_standing", ["organizationId", "standing", "foundAt"])
    .index("by_pair", ["newerId", "olderId"])
    .index("by_older", ["olderId"]),

  /**
   * One record becoming part of another, in batches, and back again within the days for it.
   * Written and read by students/merging.ts.
   */
  merges: defineTable({
    organizationId: v.id("organizations"),
    keptId: v.id("students"),
    otherId: v.id("students"),
    /** The other's number when it became part, by which people know where something came from. */
    otherNumber: v.string(),
    state: v.union(v.literal("moving"), v.literal("done"), v.literal("undoing"), v.literal("undone")),
    /** Which table is being moved, by its place in belongings.ts. */
    table: v.number(),
    /** The page in it. */
    cursor: v.union(v.string(), v.null()),
    rowsMoved: v.number(),
    /** What the kept record took from the other, by part and field. */
    taken: v.array(v.string()),
    /** The kept record's last version of each part before that, to give back what was there. */
    before: v.record(v.string(), v.id("recordVersions")),
    startedAt: v.number(),
    startedBy: v.id("people"),
    finishedAt: v.optional(v.number()),
    undoneAt: v.optional(v.number()),
    undoneBy: v.optional(v.id("people")),
  })
    .index("by_organization", ["organizationId", "startedAt"])
    .index("by_kept", ["keptId"])
    .index("by_other", ["otherId"]),

  /**
   * Which rows a merge has moved, so that exactly those can go back, as they were.
   * Written by students/merging.ts and students/weaving.ts; read by the former and by students/origins.ts.
   */
  mergedRows: defineTable({
    organizationId: v.id("organizations"),
    mergeId: v.id("merges"),
    table: v.string(),
    rowId: v.string(),
    /** The other record held this dated fact: it goes back held, whatever has taken its place since. */
    wasHeld: v.optional(v.boolean()),
    /** What a dated fact was cut to: written by the merge, and gone with its end. */
    isMade: v.optional(v.boolean()),
  })
    .index("by_merge", ["mergeId"])
    .index("by_row", ["rowId"]),
};
