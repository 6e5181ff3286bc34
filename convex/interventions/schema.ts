import { defineTable } from "convex/server";
import { v } from "convex/values";
import { civilDay, compartment } from "../values";

export const meetingKind = v.union(
  v.literal("planTeam"),
  v.literal("eligibility"),
  v.literal("review"),
  v.literal("family"),
  v.literal("other"),
);
export const interventionKind = v.union(
  v.literal("academic"),
  v.literal("behaviour"),
  v.literal("speechLanguage"),
  v.literal("socialEmotional"),
  v.literal("attendance"),
  v.literal("other"),
);

/** Facts that somebody wrote down, changed by whoever knew better, and can take back; the audit says who. */
const written = {
  people: v.string(),
  outcome: v.string(),
  recordedAt: v.number(),
  recordedBy: v.id("people"),
  retractedAt: v.optional(v.number()),
};

export const interventionTables = {
  /** A meeting that was held. Written by interventions/meetings.ts; read by it and by history/. */
  meetings: defineTable({
    ...compartment,
    kind: meetingKind,
    title: v.string(),
    heldOn: civilDay,
    sharedWithFamily: v.boolean(),
    ...written,
  }).index("by_student", ["studentId", "heldOn"]),

  /** What was tried with the child, from when to when. Written by interventions/interventions.ts; read by history/. */
  interventions: defineTable({
    ...compartment,
    kind: interventionKind,
    title: v.string(),
    startsOn: civilDay,
    endsOn: v.optional(civilDay),
    sharedWithFamily: v.boolean(),
    ...written,
  })
    .index("by_student", ["studentId", "startsOn"])
    .index("by_student_and_end", ["studentId", "endsOn"]),
};
