import { defineTable } from "convex/server";
import { v } from "convex/values";
import { senStatus } from "../status/schema";
import { civilDay, compartment, teamRole } from "../values";
import { mergeTables } from "./mergeSchema";
import { profileTables } from "./profileSchema";
import { recordTables } from "./recordSchema";

export const enrolmentStatus = v.union(
  v.literal("active"),
  v.literal("inactive"),
  v.literal("graduated"),
  v.literal("transferred"),
);

/** Which plan a list shows for a pupil: the one in effect, or else the draft. */
export const planState = v.union(v.literal("none"), v.literal("draft"), v.literal("inEffect"));

/** The needs of today by rank; 1 is the primary one. Codes are keys of the pack (compliance/rules). */
export const currentNeeds = v.array(v.object({ code: v.string(), rank: v.number() }));

export const studentTables = {
  /**
   * The pupil record. Its id is the compartment that every other row about the pupil lies in.
   * Written by students/model.ts; read by every student door.
   */
  students: defineTable({
    organizationId: v.id("organizations"),
    schoolId: v.id("organizations"),
    studentNumber: v.string(),
    firstName: v.string(),
    lastName: v.string(),
    preferredName: v.optional(v.string()),
    pronouns: v.optional(v.string()),
    /** Birth date and national numbers in one envelope, class "identity": see identity.ts. */
    sealedIdentity: v.optional(v.string()),
    /** Only in rows of a former version that sealing/rotation.ts has not come to yet. */
    birthOn: v.optional(civilDay),
    /** Keyed hashes by which a national number is found, and a child who may be here twice. */
    stateNumberIndex: v.optional(v.string()),
    upnIndex: v.optional(v.string()),
    formerUpnIndex: v.optional(v.string()),
    lastNameAndBirthIndex: v.optional(v.string()),
    firstNameAndBirthIndex: v.optional(v.string()),
    /** Today's values of `enrolments`, for lists; a grade is one of the organization's. */
    gradeLevel: v.string(),
    enrolmentStatus,
    caseManagerId: v.optional(v.id("people")),
    /** The last day on which those who worked with an archived child may open the record. */
    staffAccessEndsOn: v.optional(civilDay),
    /** The record that this one turned out to be a duplicate of, and became part of. */
    mergedIntoId: v.optional(v.id("students")),
    /**
     * What holds today of senEpisodes and studentNeeds, for lists and filters: derived on every change and at
     * midnight (status/model.ts, status/midnight.ts), never typed.
     */
    senStatus,
    primaryNeed: v.optional(v.string()),
    currentNeeds,
    /** Only in rows of a former version that students/nameWords.ts has not come to yet. */
    searchName: v.optional(v.string()),
    /**
     * What a list shows of the pupil's plans; derived by students/listedPlan.ts in the transaction of every command
     * that changes one, so that a list reads one row a pupil.
     */
    planState,
    planId: v.optional(v.id("ieps")),
    /** Of the plan in effect; "9999-12-31" while there is none, so that those come last. */
    reviewDueOn: civilDay,
  })
    .index("by_organization_and_name", ["organizationId", "lastName", "firstName"])
    .index("by_organization_and_number", ["organizationId", "studentNumber"])
    .index("by_organization_and_grade", ["organizationId", "gradeLevel", "lastName", "firstName"])
    .index("by_organization_and_enrolment", ["organizationId", "enrolmentStatus", "lastName", "firstName"])
    .index("by_organization_and_status", ["organizationId", "senStatus", "lastName", "firstName"])
    .index("by_organization_and_need", ["organizationId", "primaryNeed", "lastName", "firstName"])
    .index("by_organization_and_plan", ["organizationId", "planState", "lastName", "firstName"])
    .index("by_organization_and_review", ["organizationId", "reviewDueOn", "lastName", "firstName"])
    .index("by_school_and_name", ["schoolId", "lastName", "firstName"])
    .index("by_school_and_review", ["schoolId", "reviewDueOn", "lastName", "firstName"])
    .index("by_case_manager", ["organizationId", "caseManagerId", "lastName", "firstName"])
    .index("by_state_number", ["organizationId", "stateNumberIndex"])
    .index("by_upn", ["organizationId", "upnIndex"])
    .index("by_former_upn", ["organizationId", "formerUpnIndex"])
    .index("by_last_name_and_birth", ["organizationId", "lastNameAndBirthIndex"])
    .index("by_first_name_and_birth", ["organizationId", "firstNameAndBirthIndex"])
    .index("by_search_name", ["searchName"]),

  /**
   * A row for each word of a pupil's names and number, by which lists find the pupil: a search index looks through
   * its best matches only, and a district can have more children of one name than that. Written by
   * students/nameWords.ts; read by students/finding.ts.
   */
  studentWords: defineTable({
    ...compartment,
    schoolId: v.id("organizations"),
    /** Without capitals, accents and signs (rules/words.ts). */
    word: v.string(),
    lastName: v.string(),
    firstName: v.string(),
    /** Every word of the pupil, in order, with spaces between: whoever types two is answered from one row. */
    all: v.string(),
  })
    .index("by_student", ["studentId"])
    .index("by_organization_and_word", ["organizationId", "word", "lastName", "firstName"])
    .index("by_school_and_word", ["schoolId", "word", "lastName", "firstName"]),

  /**
   * A list as somebody likes to see it: the words and filters of its address, under a name. Written and read by
   * students/views.ts, by its owner only.
   */
  savedViews: defineTable({
    organizationId: v.id("organizations"),
    personId: v.id("people"),
    name: v.string(),
    /** What stands behind the question mark of the list's address. */
    query: v.string(),
  }).index("by_person", ["organizationId", "personId", "name"]),

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
    /** When the record learned the last day; absent when it was known from the start. */
    endLearnedAt: v.optional(v.number()),
  })
    .index("by_student_and_person", ["studentId", "personId"])
    .index("by_person", ["organizationId", "personId"]),

  ...recordTables,
  ...profileTables,
  ...mergeTables,
};
