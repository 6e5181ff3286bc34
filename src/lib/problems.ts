import { i18n } from "@lingui/core";
import { ConvexError } from "convex/values";
import { type ErrorCode, errorCodes, type Problem } from "#convex/errors.ts";
import { accessProblems } from "./problems/access.ts";
import { consentProblems } from "./problems/consent.ts";
import { documentsProblems } from "./problems/documents.ts";
import { doorProblems } from "./problems/door.ts";
import { guardiansProblems } from "./problems/guardians.ts";
import { iepsProblems } from "./problems/ieps.ts";
import { organizationsProblems } from "./problems/organizations.ts";
import { progressProblems } from "./problems/progress.ts";
import { reportsProblems } from "./problems/reports.ts";
import { rosterProblems } from "./problems/roster.ts";
import type { Sentence } from "./problems/sentence.ts";
import { statusProblems } from "./problems/status.ts";
import { studentsProblems } from "./problems/students.ts";
import { typedProblems } from "./problems/typed.ts";

/** A problem that no code names: a bug, or a server that cannot be reached. */
export type ShownProblem = Omit<Problem, "code"> & { code: ErrorCode | "unexpected" };

const codes: ReadonlySet<string> = new Set(errorCodes);

/** The problem inside anything thrown by a Convex function; "unexpected" when it is a bug. */
export function readProblem(error: unknown): ShownProblem {
  if (error instanceof ConvexError) {
    const data: unknown = error.data;
    if (typeof data === "object" && data !== null && "code" in data && codes.has(String(data.code))) {
      return data as Problem;
    }
  }
  return { code: "unexpected" };
}

/** What to say about a refusal that is kept in a row as its code. */
export function readRefusal(code: string | null): string {
  const known = errorCodes.find((candidate) => candidate === code);
  return sentenceOf({ code: known ?? "unexpected" });
}

/** What to say about a problem, in the person's language: what happened, and what to do. */
export function sentenceOf(problem: ShownProblem): string {
  return sentences[problem.code](problem.params ?? {});
}

const sentences: Record<ErrorCode | "unexpected", Sentence> = {
  not_signed_in: () =>
    i18n.t({ id: "problem.notSignedIn", message: "You are signed out. Sign in again to go on." }),
  not_found: () =>
    i18n.t({ id: "problem.notFound", message: "This is not here, or it is not shared with you." }),
  not_allowed: () =>
    i18n.t({
      id: "problem.notAllowed",
      message: "Your role does not allow this. Ask an administrator if you need it.",
    }),
  lease_needed: () =>
    i18n.t({
      id: "problem.leaseNeeded",
      message: "This record has been closed because nobody looked at it for a while. Open it again.",
    }),
  too_many_tries: () =>
    i18n.t({ id: "problem.tooManyTries", message: "Too many tries. Wait a minute, then try again." }),
  second_factor_needed: () =>
    i18n.t({
      id: "problem.secondFactorNeeded",
      message: "Your school asks for a second step at sign-in. Set it up under Account to go on.",
    }),
  password_needed: () =>
    i18n.t({ id: "problem.passwordNeeded", message: "Give your password once more to go on." }),
  encryption_unavailable: () =>
    i18n.t({
      id: "problem.encryptionUnavailable",
      message:
        "Protected details cannot be opened or saved just now. Nothing is lost. Ask whoever runs this OpenIEP to check its encryption key.",
    }),
  record_merged: () =>
    i18n.t({
      id: "problem.recordMerged",
      message: "This record became part of another one. Open that one instead.",
    }),
  required: () => i18n.t({ id: "problem.required", message: "Fill this in." }),
  too_short: () => i18n.t({ id: "problem.tooShort", message: "This is too short. Say more." }),
  too_long: () => i18n.t({ id: "problem.tooLong", message: "This is too long. Shorten it." }),
  too_large: () => i18n.t({ id: "problem.tooLarge", message: "This is too large. Send less at once." }),
  invalid: () => i18n.t({ id: "problem.invalid", message: "This does not look right. Check it." }),
  not_a_day: () =>
    i18n.t({ id: "problem.notADay", message: "This day does not exist. Check day, month and year." }),
  day_in_future: () =>
    i18n.t({ id: "problem.dayInFuture", message: "This day is in the future. Choose today or earlier." }),
  day_in_past: () => i18n.t({ id: "problem.dayInPast", message: "This day is over. Choose today or later." }),
  days_out_of_order: () =>
    i18n.t({ id: "problem.daysOutOfOrder", message: "The end is before the start. Check both days." }),
  out_of_range: () =>
    i18n.t({ id: "problem.outOfRange", message: "This number is outside what can be measured. Check it." }),
  already_set_up: () =>
    i18n.t({
      id: "problem.alreadySetUp",
      message: "This OpenIEP already has an organization. Ask its administrator to invite you.",
    }),
  already_member: () =>
    i18n.t({ id: "problem.alreadyMember", message: "This person is already a member with this role." }),
  last_administrator: () =>
    i18n.t({
      id: "problem.lastAdministrator",
      message: "An organization needs an administrator. Make somebody else one first.",
    }),
  not_deactivated: () =>
    i18n.t({ id: "problem.notDeactivated", message: "This person was not deactivated, or is back already." }),
  invitation_not_found: () =>
    i18n.t({
      id: "problem.invitationNotFound",
      message: "This invitation link does not work. Ask for a new one.",
    }),
  invitation_expired: () =>
    i18n.t({ id: "problem.invitationExpired", message: "This invitation is too old. Ask for a new one." }),
  invitation_used: () =>
    i18n.t({
      id: "problem.invitationUsed",
      message: "This invitation was used already. Sign in with the account it made.",
    }),
  invitation_revoked: () =>
    i18n.t({
      id: "problem.invitationRevoked",
      message: "This invitation was taken back. Ask for a new one if you still need it.",
    }),
  invitation_other_email: () =>
    i18n.t({
      id: "problem.invitationOtherEmail",
      message: "This invitation is for another e-mail address. Sign in with the address it was sent to.",
    }),
  jurisdiction_in_use: () =>
    i18n.t({
      id: "problem.jurisdictionInUse",
      message: "Students are enrolled under this law already. Begin a separate organization for the other.",
    }),
  school_archived: () =>
    i18n.t({
      id: "problem.schoolArchived",
      message: "This school is archived. Choose another one, or restore it in the settings.",
    }),
  terms_overlap: ({ name = "" }) =>
    i18n.t({
      id: "problem.termsOverlap",
      message: "Some of these days belong to “{name}” already. Move one of the two.",
      values: { name },
    }),
  group_archived: () =>
    i18n.t({ id: "problem.groupArchived", message: "This group is archived. Restore it to change it." }),
  already_in_group: () =>
    i18n.t({ id: "problem.alreadyInGroup", message: "This person is in the group on these days already." }),
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
  guardian_cannot_sign: () =>
    i18n.t({
      id: "problem.guardianCannotSign",
      message: "This person may not sign for the child. Choose somebody who may.",
    }),
  restriction_lifted: () =>
    i18n.t({ id: "problem.restrictionLifted", message: "This court order was lifted already." }),
  not_of_age: () =>
    i18n.t({ id: "problem.notOfAge", message: "This can be recorded once the student is of full age." }),
  consent_missing: ({ kind }) =>
    isConsentKind(kind)
      ? i18n.t({
          id: "problem.consentMissing",
          message:
            "The family’s consent is missing: {consent}. Ask for it, or record it, on the consents page.",
          values: { consent: consentName(kind) },
        })
      : i18n.t({
          id: "problem.aConsentMissing",
          message: "The family’s consent is missing. Ask for it, or record it, on the consents page.",
        }),
  consent_in_writing: () =>
    i18n.t({
      id: "problem.consentInWriting",
      message: "This has to be in writing. Record a signed paper, or let the family answer here.",
    }),
  consent_retracted: () =>
    i18n.t({ id: "problem.consentRetracted", message: "This was marked as recorded in error already." }),
  evidence_needed: () =>
    i18n.t({
      id: "problem.evidenceNeeded",
      message: "Attach the signed paper, or say where it is kept.",
    }),
  name_differs: () =>
    i18n.t({ id: "problem.nameDiffers", message: "Type your name as it stands here, to sign." }),
  attempts_needed: ({ least }) =>
    i18n.t({
      id: "problem.attemptsNeeded",
      message: "Record your efforts to reach the family first, on {least} different days at least.",
      values: { least: Number(least ?? 2) },
    }),
  request_closed: () =>
    i18n.t({ id: "problem.requestClosed", message: "This question was answered or taken back already." }),
  services_notice_first: () =>
    i18n.t({
      id: "problem.servicesNoticeFirst",
      message: "Send the prior written notice first; services stop after it.",
    }),
  file_empty: () => i18n.t({ id: "problem.fileEmpty", message: "This file is empty. Choose another." }),
  file_too_large: ({ most }) =>
    i18n.t({
      id: "problem.fileTooLarge",
      message: "This file is larger than {most} MB. Send a smaller one.",
      values: { most: Number(most ?? 20) },
    }),
  file_refused: () =>
    i18n.t({
      id: "problem.fileRefused",
      message: "Files of this kind are not taken. Send a PDF, a picture, or an office document.",
    }),
  file_differs: () =>
    i18n.t({
      id: "problem.fileDiffers",
      message: "The contents are not what the file’s name says. Save it anew, then send it.",
    }),
  file_missing: () =>
    i18n.t({ id: "problem.fileMissing", message: "The file did not arrive. Send it again." }),
  file_not_ready: () =>
    i18n.t({ id: "problem.fileNotReady", message: "This file is still being checked. Wait a moment." }),
  document_retracted: () =>
    i18n.t({ id: "problem.documentRetracted", message: "This document was taken back." }),
  ...statusSentences,
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
  goal_retired: () =>
    i18n.t({
      id: "problem.goalRetired",
      message: "This goal is no longer worked on, so nothing can be added.",
    }),
  observation_retracted: () =>
    i18n.t({ id: "problem.observationRetracted", message: "This observation was taken back already." }),
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
  ...doorProblems,
  ...typedProblems,
  ...organizationsProblems,
  ...studentsProblems,
  ...rosterProblems,
  ...accessProblems,
  ...guardiansProblems,
  ...consentProblems,
  ...documentsProblems,
  ...statusProblems,
  ...iepsProblems,
  ...progressProblems,
  ...reportsProblems,
  unexpected: () =>
    i18n.t({
      id: "problem.unexpected",
      message: "Something went wrong on our side. Nothing you typed is lost; try again.",
    }),
};
