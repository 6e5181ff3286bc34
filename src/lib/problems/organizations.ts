import { i18n } from "@lingui/core";
import type { Sentences } from "./sentence.ts";

/** What to say about problems of organizations, people and groups. */
export const organizationsProblems = {
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
  organization_name_differs: () =>
    i18n.t({
      id: "problem.organizationNameDiffers",
      message: "Type the name exactly as it stands above, so that nothing is archived by mistake.",
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
} satisfies Sentences;
