import { i18n } from "@lingui/core";
import type { Sentences } from "./sentence.ts";

/** What to say about problems of guardians and their rights. */
export const guardiansProblems = {
  guardian_cannot_sign: () =>
    i18n.t({
      id: "problem.guardianCannotSign",
      message: "This person may not sign for the child. Choose somebody who may.",
    }),
  restriction_lifted: () =>
    i18n.t({ id: "problem.restrictionLifted", message: "This court order was lifted already." }),
  not_of_age: () =>
    i18n.t({
      id: "problem.notOfAge",
      message: "This can be recorded once the rights are the student’s own.",
    }),
  notice_not_due: () =>
    i18n.t({
      id: "problem.noticeNotDue",
      message:
        "This notice is not due yet. Give it within the sixty days before the student must be told, or later.",
    }),
  notice_too_late: () =>
    i18n.t({
      id: "problem.noticeTooLate",
      message:
        "The rights are the student’s own already, so this notice comes too late. Send the one that says that they have passed.",
    }),
} satisfies Sentences;
