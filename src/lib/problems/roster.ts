import { i18n } from "@lingui/core";
import type { Sentences } from "./sentence.ts";

/** What to say about problems of files that come in and go out. */
export const rosterProblems = {
  import_running: () =>
    i18n.t({
      id: "problem.importRunning",
      message: "Another import is open in your organization. Finish it or discard it, then start this one.",
    }),
  import_not_ready: () =>
    i18n.t({
      id: "problem.importNotReady",
      message: "This import has moved on meanwhile. Look at where it stands, then choose again.",
    }),
  import_out_of_step: () =>
    i18n.t({
      id: "problem.importOutOfStep",
      message: "Rows arrived out of order. Choose the same files again to go on where it stopped.",
    }),
  import_too_large: () =>
    i18n.t({
      id: "problem.importTooLarge",
      message: "These files have too many rows for one import. Split them by school and import one by one.",
    }),
  import_leaving_unconfirmed: ({ leaving = "" }) =>
    i18n.t({
      id: "problem.importLeavingUnconfirmed",
      message:
        "With this file {leaving} students would become inactive. Check it, or type that number to say it is so.",
      values: { leaving },
    }),
  import_cleared: () =>
    i18n.t({
      id: "problem.importCleared",
      message: "The contents of this import were cleared after 30 days, so it cannot be taken back any more.",
    }),
  export_expired: () =>
    i18n.t({ id: "problem.exportExpired", message: "This export took too long. Start it again." }),
} satisfies Sentences;
