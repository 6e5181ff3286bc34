import { defineTable } from "convex/server";
import { v } from "convex/values";

export const sealingTables = {
  /**
   * One run of re-sealing everything with the current key. It walks table after table and keeps its place, so that
   * it goes on where it stopped. Belongs to the deployment, not to an organization, and holds nothing of a child.
   * Written and read by sealing/rotation.ts.
   */
  keyRotations: defineTable({
    /** The cipher and the key that everything is sealed with when the run is over: `s2.<key id>`. */
    keyId: v.string(),
    /** The table being walked, by its place in sealing/tables.ts, and the page in it. */
    table: v.number(),
    cursor: v.union(v.string(), v.null()),
    rowsSeen: v.number(),
    rowsSealed: v.number(),
    startedAt: v.number(),
    finishedAt: v.optional(v.number()),
  }).index("by_start", ["startedAt"]),
};
