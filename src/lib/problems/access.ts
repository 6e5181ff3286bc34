import { i18n } from "@lingui/core";
import type { Sentences } from "./sentence.ts";

/** What to say about problems of who has looked, and what went outside. */
export const accessProblems = {
  request_answered: () =>
    i18n.t({ id: "problem.requestAnswered", message: "This request has been answered already." }),
  emergency_not_needed: () =>
    i18n.t({
      id: "problem.emergencyNotNeeded",
      message: "You may open this child’s record as it is. Find the child in your list of students.",
    }),
  emergency_over: () =>
    i18n.t({ id: "problem.emergencyOver", message: "This emergency access has ended already." }),
  own_emergency: () =>
    i18n.t({
      id: "problem.ownEmergency",
      message: "Nobody reviews their own emergency access. Ask another administrator.",
    }),
  alarm_acknowledged: () =>
    i18n.t({ id: "problem.alarmAcknowledged", message: "Somebody has acknowledged this alarm already." }),
  checkpoint_unreadable: () =>
    i18n.t({
      id: "problem.checkpointUnreadable",
      message: "This file is not a checkpoint of this organization, or it has been changed.",
    }),
} satisfies Sentences;
