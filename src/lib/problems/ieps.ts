import { i18n } from "@lingui/core";
import type { Sentences } from "./sentence.ts";

/** What to say about problems of plans, and writing them together. */
export const iepsProblems = {
  conflict: () =>
    i18n.t({
      id: "problem.conflict",
      message: "Somebody else changed this meanwhile. Look at both and choose.",
    }),
  plan_not_draft: () =>
    i18n.t({
      id: "problem.planNotDraft",
      message: "Only a draft can be changed, and this plan is not a draft.",
    }),
  plan_draft_exists: () =>
    i18n.t({ id: "problem.planDraftExists", message: "There is a draft already. Open it instead." }),
  plan_incomplete: () =>
    i18n.t({ id: "problem.planIncomplete", message: "Some sections are not ready. Finish them first." }),
  plan_overlap: () =>
    i18n.t({ id: "problem.planOverlap", message: "Another plan is in effect on some of these days." }),
  transition_required: () =>
    i18n.t({
      id: "problem.transitionRequired",
      message: "A transition plan is needed at this age. Write that section first.",
    }),
  version_stale: () =>
    i18n.t({ id: "problem.versionStale", message: "The text moved on. Your words are kept and sent again." }),
  steps_invalid: () =>
    i18n.t({ id: "problem.stepsInvalid", message: "This change could not be put into the text." }),
  steps_too_many: () =>
    i18n.t({ id: "problem.stepsTooMany", message: "Too much at once. Paste in smaller parts." }),
  document_too_large: () =>
    i18n.t({
      id: "problem.documentTooLarge",
      message: "This section is full. Shorten it before adding more.",
    }),
} satisfies Sentences;
