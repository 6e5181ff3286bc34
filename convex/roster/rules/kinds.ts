/**
 * What an import is made of, in the order in which it is checked and applied: whatever a row names stands in an
 * earlier kind. The order is part of the data, because rows are staged by it.
 */
export const rowKinds = ["school", "group", "staff", "student", "guardian", "member"] as const;
export type RowKind = (typeof rowKinds)[number];

/** What the check found a row to be; `leave` are students whom a whole file no longer names. */
export const rowOutcomes = [
  "pending",
  "create",
  "change",
  "same",
  "skip",
  "question",
  "leave",
  "error",
] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** What became of a row: `kept` is an applied row that an undo left alone, because people have changed it since. */
export const rowResults = ["waiting", "applied", "passed", "refused", "undone", "kept"] as const;
export type RowResult = (typeof rowResults)[number];

/** A problem of a row: a stable code, the field it is about and what its sentence needs; never a value of the file. */
export type RowProblem = { code: RowCode; field?: string | undefined };

/** Every problem that a row can have. Sentences are in src/features/roster/rowSentences.ts; codes never change. */
export const rowCodes = [
  "required",
  "too_long",
  "invalid",
  "not_a_day",
  "day_in_future",
  "out_of_range",
  "invalid_email",
  "unknown_grade",
  "unknown_role",
  "unknown_school",
  "unknown_group",
  "unknown_student",
  "unknown_person",
  "unknown_need",
  "unknown_language",
  "unknown_value",
  "too_many_cells",
  "duplicate_in_file",
  "number_taken",
  "number_of_other_child",
  "possible_duplicate",
  "birth_missing",
  "no_email",
  "may_not_see",
  "invite_by_hand",
  "role_differs",
  "case_manager_pending",
  "not_joined_yet",
  "needs_kept",
  "status_by_hand",
  "staff_not_ended",
  "changed_since_check",
  "changed_since_import",
  "in_use",
] as const;
export type RowCode = (typeof rowCodes)[number];
