import { type Validator, v } from "convex/values";
import type { Role } from "../values";

/**
 * When a role has a permission. The first two are about the organization and need no student; the rest are
 * about the person and the one student whose compartment is open.
 */
export type Condition =
  | "always"
  | "acrossTheOrganization" // an administrator of the whole district, not of one school
  | "inTheirSchools" // the student's school is one that the administrator's membership covers
  | "onTheTeam" // a current team membership, or case management
  | "caseManages"
  | "guardianOf" // a current guardian who may see the record
  | "isTheStudent"
  | "signsForTheChild"; // a guardian who may sign, or the student at full age (guardians/model.ts)

type Row = Partial<Record<Role, Condition>>;

/**
 * Who may do what: permission, then role, then the condition under which that role has it. A role that is
 * not named never has the permission. Nothing else in the system decides.
 */
export const policy = {
  "organizations.edit": { administrator: "acrossTheOrganization" },
  "organizations.archive": { administrator: "acrossTheOrganization" },
  "people.list": { administrator: "always", caseManager: "always", teacher: "always", specialist: "always" },
  "people.invite": { administrator: "acrossTheOrganization" },
  // Everybody of a moved organization at once, with a mail to each.
  "people.inviteBack": { administrator: "acrossTheOrganization" },
  "people.changeRole": { administrator: "acrossTheOrganization" },
  "people.endSessions": { administrator: "acrossTheOrganization" },
  "people.deactivate": { administrator: "acrossTheOrganization" },
  // Which pupils are in a class is a fact about pupils: those who administer its school see and change it.
  "groups.edit": { administrator: "always" },
  "outbox.read": { administrator: "acrossTheOrganization" },
  "outbox.send": { administrator: "acrossTheOrganization" },
  "audit.read": { administrator: "acrossTheOrganization" },

  // A roster holds every child of the district, so it goes in and out only by who administers all of it.
  "roster.import": { administrator: "acrossTheOrganization" },
  "roster.export": { administrator: "acrossTheOrganization" },

  "audit.acknowledge": { administrator: "acrossTheOrganization" },

  // To ask for one child in an emergency; what a granted one lets read is in `emergencyPermissions` below.
  "access.breakGlass": {
    administrator: "always",
    caseManager: "always",
    teacher: "always",
    specialist: "always",
  },
  "access.listReviews": { administrator: "always" },
  "access.review": { administrator: "inTheirSchools" },
  // Who has looked, what went outside, what was asked: for those who keep the record and those it is about
  // (34 CFR 99.32(c), 300.614).
  "access.read": {
    administrator: "inTheirSchools",
    caseManager: "caseManages",
    guardian: "guardianOf",
    student: "isTheStudent",
  },
  "disclosures.record": { administrator: "inTheirSchools", caseManager: "caseManages" },
  "recordRequests.make": { guardian: "guardianOf", student: "isTheStudent" },
  "recordRequests.answer": { administrator: "inTheirSchools", caseManager: "caseManages" },

  "students.list": {
    administrator: "always",
    caseManager: "always",
    teacher: "always",
    specialist: "always",
  },
  "students.add": { administrator: "always" },
  // Many at a time, from the list: each pupil's school is checked besides.
  "students.assign": { administrator: "always" },
  "students.exportRows": { administrator: "always" },
  "students.read": {
    administrator: "inTheirSchools",
    caseManager: "onTheTeam",
    teacher: "onTheTeam",
    specialist: "onTheTeam",
    guardian: "guardianOf",
    student: "isTheStudent",
  },
  "students.edit": { administrator: "inTheirSchools", caseManager: "caseManages" },
  "students.manageTeam": { administrator: "inTheirSchools", caseManager: "caseManages" },

  // The parts of the record beside who the child is: languages, contacts, transport, learning, equipment.
  "students.readProfile": {
    administrator: "inTheirSchools",
    caseManager: "onTheTeam",
    teacher: "onTheTeam",
    specialist: "onTheTeam",
  },
  // What those who teach the child know best: how they learn, what they need in class, where they started.
  "students.editLearning": {
    administrator: "inTheirSchools",
    caseManager: "onTheTeam",
    teacher: "onTheTeam",
    specialist: "onTheTeam",
  },
  // Medical considerations: for those who must act on them; each opening is an audit entry of its own.
  "students.readHealth": {
    administrator: "inTheirSchools",
    caseManager: "caseManages",
    specialist: "onTheTeam",
  },
  "students.editHealth": {
    administrator: "inTheirSchools",
    caseManager: "caseManages",
    specialist: "onTheTeam",
  },
  "students.merge": { administrator: "acrossTheOrganization" },
  "students.transfer": { administrator: "inTheirSchools", caseManager: "caseManages" },
  "students.archive": { administrator: "inTheirSchools" },

  "consent.read": {
    administrator: "inTheirSchools",
    caseManager: "onTheTeam",
    teacher: "onTheTeam",
    specialist: "onTheTeam",
    guardian: "guardianOf",
    student: "isTheStudent",
  },
  // Writing down what a family said on paper or in words, and asking them.
  "consent.record": { administrator: "inTheirSchools", caseManager: "caseManages" },
  // Deciding, oneself.
  "consent.decide": { guardian: "signsForTheChild", student: "signsForTheChild" },

  // The family reads what is shared with it; confidential documents have a row of their own.
  "documents.read": {
    administrator: "inTheirSchools",
    caseManager: "onTheTeam",
    teacher: "onTheTeam",
    specialist: "onTheTeam",
    guardian: "guardianOf",
    student: "isTheStudent",
  },
  "documents.readConfidential": { administrator: "inTheirSchools", caseManager: "caseManages" },
  "documents.add": {
    administrator: "inTheirSchools",
    caseManager: "onTheTeam",
    teacher: "onTheTeam",
    specialist: "onTheTeam",
    guardian: "guardianOf",
  },
  "documents.manage": { administrator: "inTheirSchools", caseManager: "caseManages" },

  // A guardian and the student read a plan only once it is shared with the family: see `requireReadable...`
  // in ieps/model.ts, which asks `ctx.audience`.
  "ieps.read": {
    administrator: "inTheirSchools",
    caseManager: "onTheTeam",
    teacher: "onTheTeam",
    specialist: "onTheTeam",
    guardian: "guardianOf",
    student: "isTheStudent",
  },
  // The working documents of a plan, shared or not: section states, owners, text as it is typed.
  "ieps.readDrafts": {
    administrator: "inTheirSchools",
    caseManager: "onTheTeam",
    teacher: "onTheTeam",
    specialist: "onTheTeam",
  },
  "ieps.start": { administrator: "inTheirSchools", caseManager: "caseManages" },
  "ieps.edit": {
    administrator: "inTheirSchools",
    caseManager: "onTheTeam",
    teacher: "onTheTeam",
    specialist: "onTheTeam",
  },
  "ieps.share": { administrator: "inTheirSchools", caseManager: "caseManages" },
  "ieps.putInEffect": { administrator: "inTheirSchools", caseManager: "caseManages" },
  "ieps.goals.edit": {
    administrator: "inTheirSchools",
    caseManager: "onTheTeam",
    teacher: "onTheTeam",
    specialist: "onTheTeam",
  },

  // Status, needs, evaluations and what happened when. The family reads its own part: see `history/`.
  "status.read": {
    administrator: "inTheirSchools",
    caseManager: "onTheTeam",
    teacher: "onTheTeam",
    specialist: "onTheTeam",
    guardian: "guardianOf",
    student: "isTheStudent",
  },
  "status.edit": { administrator: "inTheirSchools", caseManager: "caseManages" },
  // The record as it stood on a past day, and what was believed about it when.
  "history.read": {
    administrator: "inTheirSchools",
    caseManager: "onTheTeam",
    teacher: "onTheTeam",
    specialist: "onTheTeam",
  },
  // Meetings held and interventions tried.
  "interventions.record": {
    administrator: "inTheirSchools",
    caseManager: "onTheTeam",
    teacher: "onTheTeam",
    specialist: "onTheTeam",
  },

  "progress.read": {
    administrator: "inTheirSchools",
    caseManager: "onTheTeam",
    teacher: "onTheTeam",
    specialist: "onTheTeam",
    guardian: "guardianOf",
    student: "isTheStudent",
  },
  "progress.log": { caseManager: "onTheTeam", teacher: "onTheTeam", specialist: "onTheTeam" },
  "progress.retract": { administrator: "inTheirSchools", caseManager: "caseManages" },

  // Which students a report counts follows from the role: the organization's, one school's, a caseload (reports/).
  "reports.read": { administrator: "always", caseManager: "always" },
  // The team's copy is complete, the family's holds what is shared with it (exports/children.ts asks `ctx.audience`).
  "exports.child": { administrator: "inTheirSchools", caseManager: "caseManages", guardian: "guardianOf" },
  "exports.organization": { administrator: "acrossTheOrganization" },
  "retention.ask": { administrator: "inTheirSchools", caseManager: "caseManages", guardian: "guardianOf" },
  "retention.decide": { administrator: "acrossTheOrganization" },

  "presence.join": {
    administrator: "inTheirSchools",
    caseManager: "onTheTeam",
    teacher: "onTheTeam",
    specialist: "onTheTeam",
  },
} as const satisfies Record<string, Row>;

export type Permission = keyof typeof policy;
export const permissions = Object.keys(policy) as Permission[];

/** The permissions as a validator, for functions that send abilities to the browser. */
export const permission = v.union(
  ...permissions.map((name) => v.literal(name)),
) as unknown as Validator<Permission>;

/** The condition under which a role has a permission, or null when it never has. */
export function conditionFor(permission: Permission, role: Role): Condition | null {
  const row: Row = policy[permission];
  return row[role] ?? null;
}

/**
 * What a running emergency access lets a member of staff do about the one child: read, nothing else. Part of the
 * policy, not an exception to it.
 */
export const emergencyPermissions: ReadonlySet<Permission> = new Set<Permission>([
  "students.read",
  "students.readHealth",
  "status.read",
  "documents.read",
  "ieps.read",
  "ieps.readDrafts",
  "progress.read",
]);

/** Who works for the organization, as opposed to the family. */
export function isStaff(role: Role): boolean {
  return role !== "guardian" && role !== "student";
}
