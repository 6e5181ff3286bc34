import { defineTable } from "convex/server";
import { v } from "convex/values";
import { civilDay, relationship, role } from "../values";

export const organizationKind = v.union(v.literal("district"), v.literal("school"));
export const jurisdiction = v.union(v.literal("us-federal"), v.literal("england"));

/** Every setting of an organization. What is usual for each, and what it means in law: rules/settings.ts. */
export const organizationSettings = v.object({
  /** "MM-DD". */
  schoolYearStartsOn: v.string(),
  /** School days of an ordinary week, Monday is 1. */
  weekdays: v.array(v.number()),
  /** From the youngest to the oldest. The code is what a pupil's row holds. */
  grades: v.array(v.object({ code: v.string(), name: v.string() })),
  /** Each ends on a day of every year, "MM-DD"; progress is reported by then. */
  reportingPeriods: v.array(v.object({ name: v.string(), endsOn: v.string() })),
  reviewCycleMonths: v.number(),
  transitionAge: v.number(),
  majorityAge: v.number(),
  /** Whether parents read the record on after the student decides; where the law leaves no such time, without effect. */
  parentsReadOn: v.boolean(),
  /** Days for an initial evaluation under IDEA; elsewhere without effect. */
  evaluationDays: v.number(),
  /** Keys of the pack's needs that are not recorded here, such as developmental delay. */
  unusedNeeds: v.array(v.string()),
  /** Without a touch for so long, a screen asks for the password again. */
  lockAfterMinutes: v.number(),
  /** Who may not enter without a second factor. */
  secondFactorRoles: v.array(role),
  /** Whether race and ethnicity are kept, for federal reporting. */
  needsRaceColumns: v.boolean(),
  /** In a table that leaves the organization, numbers from 1 to below this are hidden. */
  smallestShared: v.number(),
  /** A file that was taken back loses its contents after so many days. */
  retractedFileDays: v.number(),
});

/** What an organization has decided itself; the rest is what is usual where it is. */
export const chosenSettings = organizationSettings.partial();

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
    settings: v.optional(chosenSettings),
    /**
     * Never deleted. An archived school takes nobody in, and its past stays readable; an archived tenant is closed
     * to everybody until it is restored.
     */
    archivedAt: v.optional(v.number()),
    archiveReason: v.optional(v.string()),
  }).index("by_parent", ["parentId"]),

  /** A stretch of school days with a name. Written by organizations/calendar.ts; read by whatever counts school days. */
  terms: defineTable({
    organizationId: v.id("organizations"),
    name: v.string(),
    startsOn: civilDay,
    endsOn: civilDay,
  }).index("by_organization", ["organizationId", "startsOn"]),

  /**
   * Days without school: holidays, training, snow. A school's own row wins over the district's, and can also keep
   * the school open. Written by organizations/calendar.ts; read by whatever counts school days.
   */
  closures: defineTable({
    organizationId: v.id("organizations"),
    /** The one school it is about; absent for all. */
    schoolId: v.optional(v.id("organizations")),
    name: v.string(),
    startsOn: civilDay,
    endsOn: civilDay,
    isOpen: v.boolean(),
  }).index("by_organization", ["organizationId", "startsOn"]),

  /**
   * Who is what in an organization, from when to when. Several rows per person are fine.
   * Written by organizations/invitations.ts, memberships.ts, deactivation.ts, setup.ts; read by access/enter.ts.
   */
  memberships: defineTable({
    organizationId: v.id("organizations"),
    personId: v.id("people"),
    role,
    /** Limits an administrator to one school of the district. */
    schoolId: v.optional(v.id("organizations")),
    startsOn: civilDay,
    endsOn: v.optional(civilDay),
    /** Who gave it and who ended it, and when; absent where an invitation was accepted or the operator did it. */
    givenBy: v.optional(v.id("people")),
    endedBy: v.optional(v.id("people")),
    endedAt: v.optional(v.number()),
    /** It ended because the person was deactivated: reactivating gives it back, up to the day it had before. */
    deactivated: v.optional(v.object({ until: v.optional(civilDay) })),
    /** The person's name and address in one text, for the search index; derived, never typed. */
    searchName: v.string(),
  })
    .index("by_person", ["personId"])
    .index("by_organization_and_role", ["organizationId", "role"])
    .index("by_organization_and_person", ["organizationId", "personId"])
    .searchIndex("search_name", { searchField: "searchName", filterFields: ["organizationId"] }),

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
    /** BCP 47: in which it is written, and a guardian is written to from then on. */
    locale: v.optional(v.string()),
    /** A member who has no account here: whoever accepts is this person again. */
    personId: v.optional(v.id("people")),
    /** The mail with its newest link. */
    mailId: v.optional(v.id("outbox")),
    createdAt: v.number(),
    expiresAt: v.number(),
    acceptedAt: v.optional(v.number()),
    revokedAt: v.optional(v.number()),
  })
    .index("by_token_hash", ["tokenHash"])
    .index("by_email", ["email", "createdAt"])
    .index("by_organization", ["organizationId", "createdAt"])
    .index("by_student", ["studentId"])
    .index("by_organization_and_email", ["organizationId", "email"]),

  /**
   * One run of inviting back the people of an organization that came here as a copy. It goes from person to person
   * and keeps its place, so that it goes on where it stopped.
   * Written and read by organizations/returns.ts.
   */
  returns: defineTable({
    organizationId: v.id("organizations"),
    /** Whose name stands in the invitations. */
    startedBy: v.id("people"),
    /** The last person that was looked at. */
    after: v.optional(v.id("people")),
    peopleSeen: v.number(),
    invited: v.number(),
    /** Who could not be invited, and the code of the problem; absent for a fault, of which the log says more. */
    skipped: v.optional(v.array(v.object({ personId: v.id("people"), code: v.optional(v.string()) }))),
    /** How many more could not be, who are not named here; the log names them. */
    skippedUnnamed: v.optional(v.number()),
    /**
     * The scheduled batch to come. Each puts the next in its place, so a run whose batch has failed has stopped. As
     * text: a deployment that a snapshot is restored to knows no such id, and would refuse the row.
     */
    nextBatch: v.optional(v.string()),
    startedAt: v.number(),
    finishedAt: v.optional(v.number()),
  }).index("by_organization", ["organizationId", "startedAt"]),
};
