import { i18n } from "@lingui/core";
import type { RowCode } from "#convex/roster/rules/kinds.ts";

/** What to say about a row: the given value stands beside it on the screen. */
export function rowSentenceOf(code: RowCode): string {
  return sentences[code]();
}

const sentences: Record<RowCode, () => string> = {
  required: () => i18n.t({ id: "roster.row.required", message: "This must be filled in." }),
  too_long: () => i18n.t({ id: "roster.row.tooLong", message: "This is too long. Shorten it." }),
  invalid: () => i18n.t({ id: "roster.row.invalid", message: "This does not look right. Check it." }),
  not_a_day: () =>
    i18n.t({ id: "roster.row.notADay", message: "This day does not exist. Write it as year-month-day." }),
  day_in_future: () => i18n.t({ id: "roster.row.dayInFuture", message: "This day is in the future." }),
  out_of_range: () =>
    i18n.t({ id: "roster.row.outOfRange", message: "Nobody in school was born then. Check the year." }),
  invalid_email: () => i18n.t({ id: "roster.row.invalidEmail", message: "This is not an e-mail address." }),
  unknown_grade: () =>
    i18n.t({ id: "roster.row.unknownGrade", message: "Your organization has no such grade." }),
  unknown_role: () =>
    i18n.t({ id: "roster.row.unknownRole", message: "This role is nothing here, so nobody is invited." }),
  unknown_school: () =>
    i18n.t({
      id: "roster.row.unknownSchool",
      message: "There is no such school, here or in the files. Add it, or correct its id or name.",
    }),
  unknown_group: () =>
    i18n.t({ id: "roster.row.unknownGroup", message: "There is no such class, here or in the files." }),
  unknown_student: () =>
    i18n.t({
      id: "roster.row.unknownStudent",
      message: "There is no such student, here or among the rows without errors.",
    }),
  unknown_person: () =>
    i18n.t({
      id: "roster.row.unknownPerson",
      message: "Nobody here has this address or id. Invite them, or add them to the staff file.",
    }),
  unknown_need: () =>
    i18n.t({ id: "roster.row.unknownNeed", message: "This is none of the needs that are recorded here." }),
  unknown_language: () =>
    i18n.t({
      id: "roster.row.unknownLanguage",
      message:
        "This language is not known here, so they are written to as if none was given. Write its code, such as es or vi.",
    }),
  unknown_value: () => i18n.t({ id: "roster.row.unknownValue", message: "Write yes or no." }),
  too_many_cells: () =>
    i18n.t({
      id: "roster.row.tooManyCells",
      message: "The row has more cells than the header. A value with a comma needs quotation marks.",
    }),
  duplicate_in_file: () =>
    i18n.t({
      id: "roster.row.duplicate",
      message: "An earlier row of the files has the same. The earlier one is taken.",
    }),
  number_taken: () =>
    i18n.t({ id: "roster.row.numberTaken", message: "Another student has this number already." }),
  number_of_other_child: () =>
    i18n.t({
      id: "roster.row.numberOfOtherChild",
      message: "This number belongs to a student with another name and birth date. They are not merged.",
    }),
  possible_duplicate: () =>
    i18n.t({
      id: "roster.row.possibleDuplicate",
      message: "A student with the same birth date and a like name is here already. Is it the same child?",
    }),
  birth_missing: () =>
    i18n.t({ id: "roster.row.birthMissing", message: "A new student needs a date of birth." }),
  no_email: () =>
    i18n.t({ id: "roster.row.noEmail", message: "Without an e-mail address nobody is invited." }),
  may_not_see: () =>
    i18n.t({
      id: "roster.row.mayNotSee",
      message: "The file says that this person may not see the record, so they are not invited.",
    }),
  invite_by_hand: () =>
    i18n.t({
      id: "roster.row.inviteByHand",
      message: "Whoever administers the whole organization is invited by hand, never by a file.",
    }),
  role_differs: () =>
    i18n.t({
      id: "roster.row.roleDiffers",
      message: "This person has another role here. It stays; change it on the people page.",
    }),
  case_manager_pending: () =>
    i18n.t({
      id: "roster.row.caseManagerPending",
      message: "The case manager is invited and has not joined yet. The next import puts them in.",
    }),
  not_joined_yet: () =>
    i18n.t({
      id: "roster.row.notJoinedYet",
      message: "This colleague has not joined yet. The next import puts them in the class.",
    }),
  needs_kept: () =>
    i18n.t({
      id: "roster.row.needsKept",
      message: "The student’s needs are recorded already and stay. Change them on the page of the student.",
    }),
  status_by_hand: () =>
    i18n.t({
      id: "roster.row.statusByHand",
      message:
        "A status is decided by a team, with a reason and a day. Record it on the page of the student.",
    }),
  staff_not_ended: () =>
    i18n.t({
      id: "roster.row.staffNotEnded",
      message: "A file never ends a colleague’s access. End it on the people page if they have left.",
    }),
  changed_since_check: () =>
    i18n.t({
      id: "roster.row.changedSinceCheck",
      message: "Somebody changed this after the check, so nothing was done. Import the file again.",
    }),
  changed_since_import: () =>
    i18n.t({
      id: "roster.row.changedSinceImport",
      message: "Somebody has changed this since the import, so it stays as it is.",
    }),
  in_use: () =>
    i18n.t({
      id: "roster.row.inUse",
      message: "People have worked with this since the import, so it stays.",
    }),
};
