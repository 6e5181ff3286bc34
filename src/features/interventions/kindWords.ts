import { i18n } from "@lingui/core";
import type { Doc } from "#convex/_generated/dataModel.js";

type MeetingKind = Doc<"meetings">["kind"];
type InterventionKind = Doc<"interventions">["kind"];

const meetings: Record<MeetingKind, () => string> = {
  planTeam: () => i18n.t({ id: "meetings.planTeam", message: "Plan team" }),
  eligibility: () => i18n.t({ id: "meetings.eligibility", message: "Eligibility" }),
  review: () => i18n.t({ id: "meetings.review", message: "Review" }),
  family: () => i18n.t({ id: "meetings.family", message: "With the family" }),
  other: () => i18n.t({ id: "meetings.other", message: "Other" }),
};
const interventions: Record<InterventionKind, () => string> = {
  academic: () => i18n.t({ id: "interventions.academic", message: "Academic" }),
  behaviour: () => i18n.t({ id: "interventions.behaviour", message: "Behavior" }),
  speechLanguage: () => i18n.t({ id: "interventions.speechLanguage", message: "Speech and language" }),
  socialEmotional: () => i18n.t({ id: "interventions.socialEmotional", message: "Social and emotional" }),
  attendance: () => i18n.t({ id: "interventions.attendance", message: "Attendance" }),
  other: () => i18n.t({ id: "interventions.other", message: "Other" }),
};

export const meetingKindName = (kind: MeetingKind): string => meetings[kind]();
export const interventionKindName = (kind: InterventionKind): string => interventions[kind]();
