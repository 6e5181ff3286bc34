import { defineTable } from "convex/server";
import { v } from "convex/values";
import { cameWith, civilDay, compartment } from "../values";

/** Why a spell at a school began or ended. */
export const entryReason = v.union(
  v.literal("enrolled"),
  v.literal("transferredIn"),
  v.literal("promoted"),
  v.literal("movedWithinDistrict"),
  v.literal("returned"),
);
export const exitReason = v.union(
  v.literal("promoted"),
  v.literal("movedWithinDistrict"),
  v.literal("transferredOut"),
  v.literal("graduated"),
  v.literal("agedOut"),
  v.literal("withdrawn"),
  v.literal("droppedOut"),
  v.literal("died"),
  v.literal("other"),
);

/** Who the child is, and the parts of studentProfiles. */
export const recordPart = v.union(
  v.literal("identity"),
  v.literal("languages"),
  v.literal("contacts"),
  v.literal("transport"),
  v.literal("health"),
  v.literal("learning"),
  v.literal("accessibility"),
  v.literal("baselines"),
  v.literal("adjustments"),
);

export const recordTables = {
  /**
   * Spells at a school in a grade. A spell that was put right carries `supersededAt` and is followed by its
   * correction. The student row holds what is true today of it.
   * Written by students/enrolling.ts; read by students/enrolments.ts, reports and the timeline.
   */
  enrolments: defineTable({
    ...compartment,
    schoolId: v.id("organizations"),
    gradeLevel: v.string(),
    startsOn: civilDay,
    endsOn: v.optional(civilDay),
    entryReason: v.optional(entryReason),
    exitReason: v.optional(exitReason),
    recordedAt: v.number(),
    recordedBy: v.optional(v.id("people")),
    supersededAt: v.optional(v.number()),
    ...cameWith,
  })
    .index("by_student", ["studentId", "startsOn"])
    .index("by_organization_and_start", ["organizationId", "startsOn"])
    .index("by_school_and_start", ["schoolId", "startsOn"])
    .index("by_start", ["startsOn"])
    .index("by_end", ["endsOn"]),

  /**
   * A part of the record as it was after a change, sealed; never changed but for the key it is sealed with.
   * `holdsFrom` is the day from which it is true: the day of the change, or an earlier one for a correction.
   * Written by students/versions.ts; read by students/history.ts and by whoever asks how it stood.
   */
  recordVersions: defineTable({
    ...compartment,
    part: recordPart,
    /** The names of the fields that changed, or all of them in the first version. */
    fields: v.array(v.string()),
    holdsFrom: civilDay,
    isCorrection: v.boolean(),
    recordedAt: v.number(),
    recordedBy: v.optional(v.id("people")),
    sealed: v.optional(v.string()),
    ...cameWith,
  })
    .index("by_student", ["studentId", "recordedAt"])
    .index("by_student_and_part", ["studentId", "part", "mergeId", "recordedAt"]),

  /**
   * A child who came from, or went to, a school outside the organization.
   * Written and read by students/transfers.ts.
   */
  transfers: defineTable({
    ...compartment,
    direction: v.union(v.literal("in"), v.literal("out")),
    /** The other school or district, as people call it. */
    place: v.string(),
    movedOn: civilDay,
    reason: v.optional(v.string()),
    /** Services comparable to those of the other school's plan, until there is one here (34 CFR 300.323(e)). */
    comparableServices: v.optional(v.string()),
    /** When the parents were consulted about them. */
    consultedOn: v.optional(civilDay),
    /** The other school's record: asked for and come (34 CFR 300.323(g)). */
    recordsRequestedOn: v.optional(civilDay),
    recordsReceivedOn: v.optional(civilDay),
    /** Our record: what was sent, and when. */
    recordsSentOn: v.optional(civilDay),
    recordsSent: v.optional(v.string()),
    recordedAt: v.number(),
    recordedBy: v.id("people"),
  }).index("by_student", ["studentId", "movedOn"]),
};
