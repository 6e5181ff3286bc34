import { ConvexError } from "convex/values";

/**
 * Every problem a person can meet, as a code. The sentence for each code is in `src/lib/problems/`;
 * a plain `Error` anywhere in convex/ means a bug, never something to show.
 */
export const errorCodes = [
  // The door
  "not_signed_in",
  "not_found",
  "not_allowed",
  "lease_needed",
  "too_many_tries",
  "second_factor_needed",
  "password_needed",
  "encryption_unavailable",
  "record_merged",
  // What was typed
  "required",
  "too_short",
  "too_long",
  "too_large",
  "invalid",
  "not_a_day",
  "day_in_future",
  "day_in_past",
  "day_not_ahead",
  "days_out_of_order",
  "days_too_far_apart",
  "out_of_range",
  // Organizations and people
  "already_set_up",
  "already_member",
  "last_administrator",
  "not_deactivated",
  "invitation_not_found",
  "invitation_expired",
  "invitation_used",
  "invitation_revoked",
  "invitation_other_email",
  "jurisdiction_in_use",
  "school_archived",
  "organization_name_differs",
  "terms_overlap",
  "group_archived",
  "already_in_group",
  // Mail
  "mail_not_set_up",
  "mail_outdated",
  "mail_not_waiting",
  // Students
  "student_number_taken",
  "not_enrolled",
  "already_enrolled",
  "nothing_moves",
  "health_not_opened",
  "merge_blocked",
  "merge_running",
  "undo_too_late",
  "already_on_team",
  "not_a_member",
  // Rosters
  "import_running",
  "import_not_ready",
  "import_out_of_step",
  "import_too_large",
  "import_leaving_unconfirmed",
  "import_cleared",
  "export_expired",
  // Who has looked, and what went outside
  "request_answered",
  "emergency_not_needed",
  "emergency_over",
  "own_emergency",
  "alarm_acknowledged",
  "checkpoint_unreadable",
  // Guardians
  "guardian_cannot_sign",
  "restriction_lifted",
  "not_of_age",
  "notice_not_due",
  "notice_too_late",
  // Consent
  "consent_missing",
  "consent_in_writing",
  "consent_retracted",
  "evidence_needed",
  "name_differs",
  "attempts_needed",
  "request_closed",
  "services_notice_first",
  // Documents
  "file_empty",
  "file_too_large",
  "file_refused",
  "file_differs",
  "file_missing",
  "file_not_ready",
  "document_retracted",
  // Status, needs and evaluations
  "episode_overlap",
  "episode_excluded",
  "episode_gap",
  "episode_followed",
  "episode_ended",
  "exit_ground_needed",
  "exit_evaluation_needed",
  "exit_withdrawal_needed",
  "need_unknown",
  "need_twice",
  "need_not_with_status",
  "needs_changed_since",
  "evaluation_open",
  "evaluation_too_soon",
  "evaluation_closed",
  // Plans
  "conflict",
  "plan_not_draft",
  "plan_draft_exists",
  "plan_incomplete",
  "plan_overlap",
  "transition_required",
  // Writing together
  "version_stale",
  "steps_invalid",
  "steps_too_many",
  "document_too_large",
  // Progress
  "goal_retired",
  "observation_retracted",
  // Reports, copies, keeping and destroying
  "too_many_running",
  "copy_expired",
  "report_closed",
  "record_still_needed",
  "record_held",
  "request_unanswered",
  "notice_first",
  "waiting_period",
  "second_person_needed",
  "decided_meanwhile",
  "not_due_any_more",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What travels to the browser: the code, the field it belongs to, and the values its sentence needs. */
export type Problem = {
  code: ErrorCode;
  field?: string;
  params?: Record<string, string | number | boolean | null>;
};

/** The error to throw for something a person can meet: `throw problem("required", { field: "name" })`. */
export function problem(code: ErrorCode, more: Omit<Problem, "code"> = {}): ConvexError<Problem> {
  return new ConvexError({ code, ...more });
}
