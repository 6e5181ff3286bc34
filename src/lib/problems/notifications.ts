import { i18n } from "@lingui/core";
import type { Sentences } from "./sentence.ts";

/** What to say about problems of mail. */
export const notificationsProblems = {
  mail_not_set_up: () =>
    i18n.t({
      id: "problem.mailNotSetUp",
      message: "No mail server is set up here. Hand out the link yourself.",
    }),
  mail_outdated: () =>
    i18n.t({
      id: "problem.mailOutdated",
      message: "What this mail leads to is over. Write a new one, such as another invitation.",
    }),
  mail_not_waiting: () => i18n.t({ id: "problem.mailNotWaiting", message: "This mail needs no other try." }),
} satisfies Sentences;
