import { defineTable } from "convex/server";
import { v } from "convex/values";
import { civilDay, compartment } from "../values";

export const groupKind = v.union(v.literal("classroom"), v.literal("teachingGroup"));

export const groupTables = {
  /**
   * A classroom or a teaching group of one school. It opens no record by itself: it only suggests whom to put on a
   * child's team. Written by groups/groups.ts and the roster; read by groups/ and students/.
   */
  groups: defineTable({
    organizationId: v.id("organizations"),
    schoolId: v.id("organizations"),
    name: v.string(),
    kind: groupKind,
    /** Such as "Mathematics"; empty for a class that does everything together. */
    subject: v.string(),
    archivedAt: v.optional(v.number()),
  })
    .index("by_organization", ["organizationId", "archivedAt", "name"])
    .index("by_school", ["schoolId", "archivedAt", "name"]),

  /** Who teaches a group, from when to when. Written by groups/members.ts; read by groups/model.ts. */
  groupTeachers: defineTable({
    organizationId: v.id("organizations"),
    groupId: v.id("groups"),
    personId: v.id("people"),
    startsOn: civilDay,
    endsOn: v.optional(civilDay),
  })
    .index("by_group", ["groupId", "personId"])
    .index("by_person", ["organizationId", "personId"]),

  /** Which pupils are in a group, from when to when. Written by groups/members.ts; read by groups/model.ts. */
  groupStudents: defineTable({
    ...compartment,
    groupId: v.id("groups"),
    startsOn: civilDay,
    endsOn: v.optional(civilDay),
  })
    .index("by_group", ["groupId", "studentId"])
    .index("by_student", ["studentId", "groupId"]),
};
