import { defineTable } from "convex/server";
import { v } from "convex/values";
import { civilDay, relationship } from "../values";

export const preferences = v.object({
  theme: v.union(v.literal("system"), v.literal("light"), v.literal("dark"), v.literal("contrast")),
  textSize: v.optional(v.union(v.literal("normal"), v.literal("large"), v.literal("larger"))),
});

export const peopleTables = {
  /**
   * One human, one row, whatever they are in how many organizations.
   * Written by people/accounts.ts (at sign-in) and people/me.ts; read by access/actor.ts.
   */
  people: defineTable({
    /** The account of better-auth; absent until the person has signed in for the first time. */
    authUserId: v.optional(v.string()),
    email: v.string(),
    name: v.string(),
    /** BCP 47, such as "en" or "es". */
    locale: v.string(),
    /** Which of the eight caret colours is theirs. */
    color: v.number(),
    /** The pupil this person is, for a student's own account. */
    studentId: v.optional(v.id("students")),
    preferences,
  })
    .index("by_auth_user", ["authUserId"])
    .index("by_email", ["email"]),

  /**
   * Who is a guardian of whom, from when to when. Decides what a guardian may open.
   * Written by students/guardianships.ts and organizations/invitations.ts; read by access/relation.ts.
   */
  guardianships: defineTable({
    organizationId: v.id("organizations"),
    studentId: v.id("students"),
    personId: v.id("people"),
    relationship,
    startsOn: civilDay,
    endsOn: v.optional(civilDay),
  })
    .index("by_student_and_person", ["studentId", "personId"])
    .index("by_person", ["personId"]),
};
