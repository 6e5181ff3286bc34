import { i18n } from "@lingui/core";
import type { Sentences } from "./sentence.ts";

/** What to say about problems of students, their enrollment and their team. */
export const studentsProblems = {
  student_number_taken: () =>
    i18n.t({ id: "problem.studentNumberTaken", message: "Another student has this number. Check it." }),
  not_enrolled: () =>
    i18n.t({
      id: "problem.notEnrolled",
      message: "The child is not enrolled on this day. Check the day, or enroll the child first.",
    }),
  already_enrolled: () =>
    i18n.t({
      id: "problem.alreadyEnrolled",
      message: "The child is enrolled already. Change the school or the grade instead.",
    }),
  nothing_moves: () =>
    i18n.t({
      id: "problem.nothingMoves",
      message: "The child is at this school and in this grade on that day. Choose another school or grade.",
    }),
  health_not_opened: () =>
    i18n.t({
      id: "problem.healthNotOpened",
      message: "Open the medical considerations first. That you have read them goes on record.",
    }),
  merge_blocked: () =>
    i18n.t({
      id: "problem.mergeBlocked",
      message: "These two records cannot be joined yet. Settle what is listed as in the way first.",
    }),
  merge_running: () =>
    i18n.t({
      id: "problem.mergeRunning",
      message: "These records are still being moved. Wait until that is finished.",
    }),
  undo_too_late: () =>
    i18n.t({
      id: "problem.undoTooLate",
      message: "It is too late to take this apart: joined records can be separated for 30 days.",
    }),
  already_on_team: () =>
    i18n.t({ id: "problem.alreadyOnTeam", message: "This person is on the team already." }),
  not_a_member: () =>
    i18n.t({
      id: "problem.notAMember",
      message: "This person is not in your organization. Invite them first.",
    }),
} satisfies Sentences;
