import { defineTable } from "convex/server";
import { v } from "convex/values";
import { civilDay, relationship, role } from "../values";

export const organizationKind = v.union(v.literal("district"), v.literal("school"));
export const jurisdiction = v.union(v.literal("us-federal"), v.literal("england"));

export const organizationTables = {
  /**
   * The tenant (a district, or a school on its own), and the schools below it.
   * Written by organizations/setup.ts and organizations/organizations.ts; read by every door.
   */
  organizations: defineTable({
    name: v.string(),
    kind: organizationKind,
    /** The district a school belongs to; absent on the tenant itself. */
    parentId: v.optional(v.id("organizations")),
    /** IANA name; decides what "today" is. */
    timeZone: v.string(),
    jurisdiction,
    isSample: v.boolean(),
    archivedAt: v.optional(v.number()),
  }).index("by_parent", ["parentId"]),

  /**
   * Who is what in an organization, from when to when. Several rows per person are fine.
   * Written by organizations/invitations.ts, memberships.ts, setup.ts; read by access/actor.ts.
   */
  memberships: defineTable({
    organizationId: v.id("organizations"),
    personId: v.id("people"),
    role,
    /** Limits an administrator to one school of the district. */
    schoolId: v.optional(v.id("organizations")),
    startsOn: civilDay,
    endsOn: v.optional(civilDay),
  })
    .index("by_person", ["personId"])
    .index("by_organization_and_role", ["organizationId", "role"])
    .index("by_organization_and_person", ["organizationId", "personId"]),

  /**
   * A link that lets one e-mail address join. Only the hash of the link's token is kept.
   * Written and read by organizations/invitations.ts.
   */
  invitations: defineTable({
    organizationId: v.id("organizations"),
    email: v.string(),
    role,
    tokenHash: v.string(),
    invitedBy: v.id("people"),
    /** For a guardian, or the student's own account: whose. */
    studentId: v.optional(v.id("students")),
    relationship: v.optional(relationship),
    schoolId: v.optional(v.id("organizations")),
    createdAt: v.number(),
    expiresAt: v.number(),
    acceptedAt: v.optional(v.number()),
    revokedAt: v.optional(v.number()),
  })
    .index("by_token_hash", ["tokenHash"])
    .index("by_organization", ["organizationId", "createdAt"]),
};
