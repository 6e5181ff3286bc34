import { i18n } from "@lingui/core";
import { format } from "../format.ts";
import type { Sentences } from "./sentence.ts";

/** What to say about problems of reports, copies, keeping and destroying. */
export const reportsProblems = {
  too_many_running: () =>
    i18n.t({
      id: "problem.tooManyRunning",
      message: "One like this is being made already. Wait until it is ready.",
    }),
  copy_expired: () =>
    i18n.t({ id: "problem.copyExpired", message: "This copy has expired. Make a new one." }),
  report_closed: () =>
    i18n.t({
      id: "problem.reportClosed",
      message: "This report was counted for somebody else, or for more than you may see. Count it anew.",
    }),
  record_still_needed: () =>
    i18n.t({
      id: "problem.recordStillNeeded",
      message: "The school still works with this record. It can be destroyed once the student has left.",
    }),
  record_held: () =>
    i18n.t({
      id: "problem.recordHeld",
      message: "This record is held for a legal matter. Lift the hold first.",
    }),
  request_unanswered: () =>
    i18n.t({
      id: "problem.requestUnanswered",
      message: "Somebody has asked to see this record. Answer them first.",
    }),
  notice_first: () =>
    i18n.t({ id: "problem.noticeFirst", message: "Tell the parents first, and record how." }),
  waiting_period: ({ notBefore = "" }) =>
    i18n.t({
      id: "problem.waitingPeriod",
      message: "The waiting period runs until {notBefore}. Confirm it then.",
      values: { notBefore },
    }),
  second_person_needed: () =>
    i18n.t({
      id: "problem.secondPersonNeeded",
      message: "A second administrator has to confirm. Ask a colleague.",
    }),
  decided_meanwhile: () =>
    i18n.t({
      id: "problem.decidedMeanwhile",
      message: "Somebody decided about this meanwhile. Close this, look at where it stands now, then decide.",
    }),
  not_due_any_more: ({ dueOn }) =>
    i18n.t({
      id: "problem.notDueAnyMore",
      message: "By the schedule this is not due any more: it is kept until {dueOn}.",
      values: { dueOn: typeof dueOn === "string" ? format.day(dueOn) : "" },
    }),
} satisfies Sentences;
