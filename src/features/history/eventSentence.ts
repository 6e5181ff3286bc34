import { i18n } from "@lingui/core";
import type { Doc } from "#convex/_generated/dataModel.js";
import { consentName } from "#src/lib/consentWords.ts";
import { format } from "#src/lib/format.ts";
import { gradeName } from "#src/lib/grades.ts";
import {
  type Conclusion,
  conclusionName,
  type EvaluationKind,
  evaluationKindName,
  exitReasonName,
} from "#src/lib/statusWords.ts";
import {
  needName,
  type Relationship,
  relationshipName,
  type SenStatus,
  senStatusName,
  type TeamRole,
  teamRoleName,
} from "#src/lib/words.ts";
import type { TimelineEvent } from "./event.ts";
import { partName } from "./partWords.ts";

type Sentence = (event: TimelineEvent) => string;

const about = (event: TimelineEvent, name: string): string => event.about[name] ?? "";
const status = (event: TimelineEvent) => senStatusName(about(event, "status") as SenStatus);
const evaluation = (event: TimelineEvent) => evaluationKindName(about(event, "evaluation") as EvaluationKind);

/** What happened, in one plain line; the family reads the same words as the team. */
const sentences: Record<TimelineEvent["kind"], Sentence> = {
  statusEntered: (event) =>
    i18n.t({
      id: "history.statusEntered",
      message: "Status begins: {status}",
      values: { status: status(event) },
    }),
  statusChanged: (event) =>
    i18n.t({
      id: "history.statusChanged",
      message: "Status goes on with a change: {status}",
      values: { status: status(event) },
    }),
  statusLeft: (event) =>
    event.about.exitReason
      ? i18n.t({
          id: "history.statusLeftBecause",
          message: "Last day of the status: {status}. {reason}",
          values: { status: status(event), reason: exitReasonName(event.about.exitReason) },
        })
      : i18n.t({
          id: "history.statusLeft",
          message: "Last day of the status: {status}",
          values: { status: status(event) },
        }),
  needsChanged: (event) =>
    about(event, "codes") === ""
      ? i18n.t({ id: "history.needsNone", message: "No needs on record any longer" })
      : i18n.t({
          id: "history.needsChanged",
          message: "Needs: {needs}",
          values: { needs: format.list(about(event, "codes").split(" ").map(needName)) },
        }),
  planStarted: (event) =>
    i18n.t({
      id: "history.planStarted",
      message: "Plan started as a draft: {title}",
      values: { title: about(event, "title") },
    }),
  planInEffect: (event) =>
    i18n.t({
      id: "history.planInEffect",
      message: "Plan takes effect: {title}",
      values: { title: about(event, "title") },
    }),
  planEnded: (event) =>
    i18n.t({
      id: "history.planEnded",
      message: "Plan ends: {title}",
      values: { title: about(event, "title") },
    }),
  evaluationAsked: (event) =>
    i18n.t({
      id: "history.evaluationAsked",
      message: "{evaluation} asked for by {who}",
      values: { evaluation: evaluation(event), who: about(event, "askedBy") },
    }),
  evaluationCompleted: (event) =>
    event.about.conclusion
      ? i18n.t({
          id: "history.evaluationConcluded",
          message: "{evaluation} completed: {conclusion}",
          values: {
            evaluation: evaluation(event),
            conclusion: conclusionName(event.about.conclusion as Conclusion),
          },
        })
      : i18n.t({
          id: "history.evaluationCompleted",
          message: "{evaluation} completed",
          values: { evaluation: evaluation(event) },
        }),
  evaluationNotNeeded: () =>
    i18n.t({
      id: "history.evaluationNotNeeded",
      message: "Parents and school agree that no re-evaluation is needed",
    }),
  meetingHeld: (event) =>
    i18n.t({
      id: "history.meetingHeld",
      message: "Meeting: {title}",
      values: { title: about(event, "title") },
    }),
  interventionStarted: (event) =>
    i18n.t({
      id: "history.interventionStarted",
      message: "Support begins: {title}",
      values: { title: about(event, "title") },
    }),
  interventionEnded: (event) =>
    i18n.t({
      id: "history.interventionEnded",
      message: "Support ends: {title}",
      values: { title: about(event, "title") },
    }),
  consentDecided: (event) => {
    const values = {
      consent: consentName(about(event, "consent") as Doc<"consents">["kind"]),
      person: about(event, "person"),
    };
    switch (event.about.decision) {
      case "given":
        return i18n.t({ id: "history.consentGiven", message: "{person} agreed: {consent}", values });
      case "refused":
        return i18n.t({ id: "history.consentRefused", message: "{person} did not agree: {consent}", values });
      default:
        return i18n.t({
          id: "history.consentWithdrawn",
          message: "{person} withdrew an agreement: {consent}",
          values,
        });
    }
  },
  documentAdded: (event) =>
    i18n.t({
      id: "history.documentAdded",
      message: "Document: {title}",
      values: { title: about(event, "title") },
    }),
  schoolEntered: (event) =>
    i18n.t({
      id: "history.schoolEntered",
      message: "At {school}, {grade}",
      values: { school: about(event, "school"), grade: gradeName(about(event, "grade")) },
    }),
  schoolLeft: (event) =>
    i18n.t({
      id: "history.schoolLeft",
      message: "Last day at {school}",
      values: { school: about(event, "school") },
    }),
  joinedTeam: (event) =>
    i18n.t({
      id: "history.joinedTeam",
      message: "{person} joins the team: {part}",
      values: { person: about(event, "person"), part: teamRoleName(about(event, "teamRole") as TeamRole) },
    }),
  leftTeam: (event) =>
    i18n.t({
      id: "history.leftTeam",
      message: "Last day of {person} on the team",
      values: { person: about(event, "person") },
    }),
  guardianAdded: (event) =>
    i18n.t({
      id: "history.guardianAdded",
      message: "{person} is a guardian: {part}",
      values: {
        person: about(event, "person"),
        part: relationshipName(about(event, "relationship") as Relationship),
      },
    }),
  guardianEnded: (event) =>
    i18n.t({
      id: "history.guardianEnded",
      message: "Last day of {person} as a guardian",
      values: { person: about(event, "person") },
    }),
  recordChanged: (event) =>
    event.about.isCorrection
      ? i18n.t({
          id: "history.recordCorrected",
          message: "{person} corrected the record: {part}",
          values: { person: about(event, "person"), part: partName(about(event, "part")) },
        })
      : i18n.t({
          id: "history.recordChanged",
          message: "{person} changed the record: {part}",
          values: { person: about(event, "person"), part: partName(about(event, "part")) },
        }),
  disclosed: (event) =>
    i18n.t({
      id: "history.disclosed",
      message: "Information given to {recipient}",
      values: { recipient: about(event, "recipient") },
    }),
  emergencyAccess: (event) =>
    i18n.t({
      id: "history.emergencyAccess",
      message: "{person} opened the record in an emergency",
      values: { person: about(event, "person") },
    }),
};

export const sentenceOfEvent = (event: TimelineEvent): string => sentences[event.kind](event);
