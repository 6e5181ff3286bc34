import { i18n } from "@lingui/core";
import type { Sentences } from "./sentence.ts";

/** What to say about problems of status, needs and evaluations. */
export const statusProblems = {
  episode_overlap: () =>
    i18n.t({
      id: "problem.episodeOverlap",
      message: "The child already has this status on some of these days. Correct that entry instead.",
    }),
  episode_excluded: () =>
    i18n.t({
      id: "problem.episodeExcluded",
      message: "Another status holds on some of these days, and the two cannot go together. End it first.",
    }),
  episode_gap: () =>
    i18n.t({
      id: "problem.episodeGap",
      message: "This leaves days without any status. Say that this is right, or change the days.",
    }),
  episode_followed: () =>
    i18n.t({
      id: "problem.episodeFollowed",
      message: "This entry goes on in a later one. Change the later one first.",
    }),
  episode_ended: () =>
    i18n.t({
      id: "problem.episodeEnded",
      message: "This status has ended already. Correct the entry if that was wrong.",
    }),
  exit_ground_needed: () =>
    i18n.t({
      id: "problem.exitGroundNeeded",
      message: "This status ends only for a reason that the law knows. Choose the reason.",
    }),
  exit_evaluation_needed: () =>
    i18n.t({
      id: "problem.exitEvaluationNeeded",
      message:
        "This needs an evaluation first that found the child no longer eligible (34 CFR 300.305(e)). Record it under Evaluations.",
    }),
  exit_withdrawal_needed: () =>
    i18n.t({
      id: "problem.exitWithdrawalNeeded",
      message:
        "No withdrawal of services is on record for that day (34 CFR 300.300(b)(4)). Record the family’s letter under Consents, or choose another ground.",
    }),
  need_unknown: () =>
    i18n.t({ id: "problem.needUnknown", message: "This need is not in use on that day. Choose another." }),
  need_twice: () =>
    i18n.t({ id: "problem.needTwice", message: "A need is in the list twice. Take one away." }),
  need_not_with_status: () =>
    i18n.t({
      id: "problem.needNotWithStatus",
      message: "Name the need: “No specialist assessment yet” goes with SEN support only.",
    }),
  needs_changed_since: () =>
    i18n.t({
      id: "problem.needsChangedSince",
      message: "The needs have changed since then. Choose a later day, or correct what is recorded.",
    }),
  evaluation_open: () =>
    i18n.t({
      id: "problem.evaluationOpen",
      message: "An evaluation of this kind is open already. Go on with that one.",
    }),
  evaluation_too_soon: () =>
    i18n.t({
      id: "problem.evaluationTooSoon",
      message:
        "The last evaluation is less than a year ago. Parents and school must agree to another one now.",
    }),
  evaluation_closed: () =>
    i18n.t({
      id: "problem.evaluationClosed",
      message: "This evaluation is finished. Ask for a new one, or take this one back.",
    }),
} satisfies Sentences;
