import { v } from "convex/values";
import { interventionKind, meetingKind } from "../interventions/schema";
import { civilDay } from "../values";

/** No tables: a history is read from the domains that wrote it. */

export const group = v.union(
  v.literal("status"),
  v.literal("needs"),
  v.literal("plans"),
  v.literal("evaluations"),
  v.literal("meetings"),
  v.literal("interventions"),
  v.literal("consents"),
  v.literal("documents"),
  v.literal("enrolment"),
  v.literal("people"),
  v.literal("record"),
);

/** What an event is; the browser has the words. */
export const eventKind = v.union(
  v.literal("statusEntered"),
  v.literal("statusChanged"),
  v.literal("statusLeft"),
  v.literal("needsChanged"),
  v.literal("planStarted"),
  v.literal("planInEffect"),
  v.literal("planEnded"),
  v.literal("evaluationAsked"),
  v.literal("evaluationCompleted"),
  v.literal("evaluationNotNeeded"),
  v.literal("meetingHeld"),
  v.literal("interventionStarted"),
  v.literal("interventionEnded"),
  v.literal("consentDecided"),
  v.literal("documentAdded"),
  v.literal("schoolEntered"),
  v.literal("schoolLeft"),
  v.literal("joinedTeam"),
  v.literal("leftTeam"),
  v.literal("guardianAdded"),
  v.literal("guardianEnded"),
  v.literal("recordChanged"),
  v.literal("disclosed"),
  v.literal("emergencyAccess"),
);

export const event = v.object({
  /** Stable for the row and the edge that it tells of. */
  key: v.string(),
  on: civilDay,
  group,
  kind: eventKind,
  /** Codes and words by name, as the sentence of the kind needs them. */
  about: v.record(v.string(), v.string()),
  /** Long words that somebody wrote, such as a reason or an outcome. */
  text: v.optional(v.string()),
  /** The last day of what begins here, where it is known. */
  until: v.optional(civilDay),
  /** The number of the record that it was written in, when that has become part of this one; for the team. */
  from: v.optional(v.string()),
  /** The plan to open, where there is one. */
  iepId: v.optional(v.id("ieps")),
  /** What was written down, as the form takes it, for those who may change it. */
  meeting: v.optional(
    v.object({ meetingId: v.id("meetings"), kind: meetingKind, sharedWithFamily: v.boolean() }),
  ),
  intervention: v.optional(
    v.object({
      interventionId: v.id("interventions"),
      kind: interventionKind,
      startsOn: civilDay,
      endsOn: v.string(),
      outcome: v.string(),
      sharedWithFamily: v.boolean(),
    }),
  ),
});
