import { defineTable } from "convex/server";
import { v } from "convex/values";
import { compartment } from "../values";

/** One file of an export, kept until the export expires. */
export const exportPart = v.object({
  storageId: v.id("_storage"),
  name: v.string(),
  size: v.number(),
  sha256: v.string(),
});

export const exportStatus = v.union(
  v.literal("building"),
  v.literal("ready"),
  v.literal("failed"),
  v.literal("expired"),
);

const built = {
  requestedBy: v.id("people"),
  requestedAt: v.number(),
  status: exportStatus,
  /** How far it has come, for the bar: steps done, and steps known of. */
  done: v.number(),
  total: v.number(),
  parts: v.array(exportPart),
  readyAt: v.optional(v.number()),
  expiresAt: v.optional(v.number()),
};

export const exportTables = {
  /**
   * A copy of one child's record to take away. Written by exports/children.ts and childBuilding.ts; its files
   * are removed after seven days (exports/expiry.ts).
   */
  childExports: defineTable({
    ...compartment,
    ...built,
    /** family: what is shared with the family. team: the complete copy. */
    audience: v.union(v.literal("team"), v.literal("family")),
    locale: v.string(),
    /** To whom outside it is given, if it is: entered in the disclosure log too. */
    recipient: v.optional(v.string()),
    purpose: v.optional(v.string()),
  })
    .index("by_student", ["studentId", "requestedAt"])
    .index("by_status", ["status", "expiresAt"]),

  /**
   * A copy of everything an organization holds, in parts. Written by exports/organizations.ts and
   * organizationBuilding.ts; where it stands is kept after each part, so that it goes on after an interruption.
   */
  organizationExports: defineTable({
    organizationId: v.id("organizations"),
    ...built,
    /** The table and the place in it where the next part begins. */
    table: v.number(),
    cursor: v.union(v.string(), v.null()),
    /** When the last part was finished or begun: an interrupted build is taken up again. */
    touchedAt: v.number(),
  })
    .index("by_organization", ["organizationId", "requestedAt"])
    .index("by_status", ["status", "expiresAt"]),

  /**
   * Leave to fetch one file for a few minutes; only the hash of the link's secret is kept.
   * Written by exports/tickets.ts; read by the download route (http.ts).
   */
  downloadTickets: defineTable({
    organizationId: v.id("organizations"),
    studentId: v.optional(v.id("students")),
    personId: v.id("people"),
    secretHash: v.string(),
    storageId: v.id("_storage"),
    fileName: v.string(),
    expiresAt: v.number(),
  })
    .index("by_secret", ["secretHash"])
    .index("by_student", ["studentId"])
    .index("by_expiry", ["expiresAt"]),
};
