import { defineTable } from "convex/server";
import { v } from "convex/values";
import { civilDay, compartment, gradeLevel, needCategory, teamRole } from "../values";

export const enrolmentStatus = v.union(
  v.literal("active"),
  v.literal("inactive"),
  v.literal("graduated"),
  v.literal("transferred"),
);

export const studentTables = {
  /**
   * The pupil record. Its id is the compartment that every other row about the pupil lies in.
   * Written by students/students.ts and students/record.ts; read by every student door.
   */
  students: defineTable({
    organizationId: v.id("organizations"),
    schoolId: v.id("organizations"),
    studentNumber: v.string(),
    firstName: v.string(),
    lastName: v.string(),
    preferredName: v.optional(v.string()),
    birthOn: civilDay,
    gradeLevel,
    caseManagerId: v.optional(v.id("people")),
    enrolmentStatus,
    needCategories: v.array(needCategory),
    /** First, last, preferred name and number in one text, for the search index; derived, never typed. */
    searchName: v.string(),
  })
    .index("by_organization_and_name", ["organizationId", "lastName", "firstName"])
    .index("by_organization_and_number", ["organizationId", "studentNumber"])
    .index("by_school_and_name", ["schoolId", "lastName", "firstName"])
    .index("by_case_manager", ["organizationId", "caseManagerId"])
    .searchIndex("search_name", {
      searchField: "searchName",
      filterFields: ["organizationId", "schoolId"],
    }),

  /**
   * Who works with the pupil, in which part, from when to when. Decides what staff may open.
   * Written by students/team.ts; read by access/relation.ts.
   */
  teamMemberships: defineTable({
    ...compartment,
    personId: v.id("people"),
    teamRole,
    startsOn: civilDay,
    endsOn: v.optional(civilDay),
  })
    .index("by_student_and_person", ["studentId", "personId"])
    .index("by_person", ["organizationId", "personId"]),
};
