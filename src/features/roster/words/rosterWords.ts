import { i18n } from "@lingui/core";
import type { FunctionReturnType } from "convex/server";
import type { api } from "#convex/_generated/api.js";
import type { RowKind, RowOutcome } from "#convex/roster/rules/kinds.ts";
import type { Tone } from "#src/ui/tone.ts";

export type Import = FunctionReturnType<typeof api.roster.imports.get>;
export type ImportRow = FunctionReturnType<typeof api.roster.rows.list>["page"][number];
export type Status = Import["status"];

/** What the rows are about, in the plural. */
export function kindWord(kind: RowKind): string {
  const words: Record<RowKind, () => string> = {
    school: () => i18n.t({ id: "roster.kind.school", message: "Schools" }),
    group: () => i18n.t({ id: "roster.kind.group", message: "Classes" }),
    staff: () => i18n.t({ id: "roster.kind.staff", message: "Staff" }),
    student: () => i18n.t({ id: "roster.kind.student", message: "Students" }),
    guardian: () => i18n.t({ id: "roster.kind.guardian", message: "Guardians" }),
    member: () => i18n.t({ id: "roster.kind.member", message: "Places in classes" }),
  };
  return words[kind]();
}

/** What would be done with rows. */
export function outcomeWord(outcome: RowOutcome): string {
  const words: Record<RowOutcome, () => string> = {
    pending: () => i18n.t({ id: "roster.outcome.pending", message: "Not checked yet" }),
    create: () => i18n.t({ id: "roster.outcome.create", message: "New" }),
    change: () => i18n.t({ id: "roster.outcome.change", message: "Changed" }),
    same: () => i18n.t({ id: "roster.outcome.same", message: "As they are" }),
    skip: () => i18n.t({ id: "roster.outcome.skip", message: "Left out" }),
    question: () => i18n.t({ id: "roster.outcome.question", message: "Same child?" }),
    leave: () => i18n.t({ id: "roster.outcome.leave", message: "Become inactive" }),
    error: () => i18n.t({ id: "roster.outcome.error", message: "Errors" }),
  };
  return words[outcome]();
}

/** Rows that an import or an undo left alone. */
export function resultWord(result: "kept" | "refused"): string {
  return result === "kept"
    ? i18n.t({ id: "roster.result.kept", message: "Stay" })
    : i18n.t({ id: "roster.result.refused", message: "Left alone" });
}

/** Where an import stands. */
export function statusWord(status: Status): string {
  const words: Record<Status, () => string> = {
    staging: () => i18n.t({ id: "roster.status.staging", message: "Uploading" }),
    checking: () => i18n.t({ id: "roster.status.checking", message: "Being checked" }),
    checked: () => i18n.t({ id: "roster.status.checked", message: "Ready to apply" }),
    applying: () => i18n.t({ id: "roster.status.applying", message: "Being applied" }),
    stopped: () => i18n.t({ id: "roster.status.stopped", message: "Stopped" }),
    applied: () => i18n.t({ id: "roster.status.applied", message: "Applied" }),
    undoing: () => i18n.t({ id: "roster.status.undoing", message: "Being taken back" }),
    undone: () => i18n.t({ id: "roster.status.undone", message: "Taken back" }),
    discarded: () => i18n.t({ id: "roster.status.discarded", message: "Discarded" }),
  };
  return words[status]();
}

export const statusTones: Record<Status, Tone> = {
  staging: "information",
  checking: "information",
  checked: "attention",
  applying: "information",
  stopped: "attention",
  applied: "good",
  undoing: "information",
  undone: "neutral",
  discarded: "neutral",
};

/** What a field is called: in the mapping of columns, and where a change is shown. */
export function fieldWord(field: string): string {
  const words: Record<string, () => string> = {
    externalId: () => i18n.t({ id: "roster.field.externalId", message: "Id in the other system" }),
    studentNumber: () => i18n.t({ id: "student.number", message: "Student number" }),
    givenName: () => i18n.t({ id: "student.firstName", message: "First name" }),
    firstName: () => i18n.t({ id: "student.firstName", message: "First name" }),
    familyName: () => i18n.t({ id: "student.lastName", message: "Last name" }),
    lastName: () => i18n.t({ id: "student.lastName", message: "Last name" }),
    preferredName: () => i18n.t({ id: "student.preferredName", message: "Preferred name" }),
    birthOn: () => i18n.t({ id: "roster.field.birthOn", message: "Date of birth" }),
    grade: () => i18n.t({ id: "students.grade", message: "Grade" }),
    school: () => i18n.t({ id: "student.school", message: "School" }),
    homeLanguage: () => i18n.t({ id: "roster.field.homeLanguage", message: "Home language" }),
    interpreterNeeded: () => i18n.t({ id: "roster.field.interpreter", message: "Interpreter needed" }),
    needPrimary: () => i18n.t({ id: "roster.field.needPrimary", message: "Primary need" }),
    needSecondary: () => i18n.t({ id: "roster.field.needSecondary", message: "Second need" }),
    needs: () => i18n.t({ id: "roster.field.needs", message: "Needs" }),
    planType: () => i18n.t({ id: "roster.field.planType", message: "Kind of plan" }),
    caseManagerEmail: () =>
      i18n.t({ id: "roster.field.caseManagerEmail", message: "Case manager’s address" }),
    caseManager: () => i18n.t({ id: "roster.field.caseManager", message: "Case manager" }),
    email: () => i18n.t({ id: "roster.field.email", message: "E-mail address" }),
    role: () => i18n.t({ id: "roster.field.role", message: "Role" }),
    student: () => i18n.t({ id: "roster.field.student", message: "Student’s id" }),
    relationship: () => i18n.t({ id: "roster.field.relationship", message: "Relationship" }),
    phone: () => i18n.t({ id: "roster.field.phone", message: "Telephone" }),
    language: () => i18n.t({ id: "roster.field.language", message: "Language" }),
    maySign: () => i18n.t({ id: "roster.field.maySign", message: "May sign" }),
    mayView: () => i18n.t({ id: "roster.field.mayView", message: "May see the record" }),
    name: () => i18n.t({ id: "roster.field.name", message: "Name" }),
    subject: () => i18n.t({ id: "roster.field.subject", message: "Subject" }),
    group: () => i18n.t({ id: "roster.field.group", message: "Class" }),
    invitation: () => i18n.t({ id: "roster.field.invitation", message: "Invitation to" }),
    status: () => i18n.t({ id: "roster.field.status", message: "Enrolment" }),
  };
  return words[field]?.() ?? field;
}
