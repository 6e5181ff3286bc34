import type { Infer } from "convex/values";
import type { Doc, Id } from "../_generated/dataModel";
import type { InCompartment } from "../access/enter";
import { civilDayAt, isWithin } from "../dates";
import type { MutationCtx } from "../functions";
import type { alertKind, mailTemplate } from "./schema";

type Mail = {
  organizationId?: Id<"organizations">;
  to: string;
  template: Infer<typeof mailTemplate>;
  params: Record<string, string>;
  url: string;
};

/** Puts a mail into the outbox, in the transaction that causes it: both happen, or neither. */
export async function post(ctx: Pick<MutationCtx, "db">, mail: Mail): Promise<void> {
  await ctx.db.insert("outbox", { ...mail, hasLink: true, createdAt: Date.now() });
}

type Alert = {
  organizationId: Id<"organizations">;
  personId: Id<"people">;
  kind: Infer<typeof alertKind>;
  studentId?: Id<"students">;
};

/** Tells one person at once, in the transaction that causes it. */
export async function alert(ctx: Pick<MutationCtx, "db">, told: Alert): Promise<void> {
  await ctx.db.insert("alerts", { ...told, at: Date.now() });
}

/** A district has a handful of administrators. */
const MOST_ADMINISTRATORS = 100;

/** Those who administer the whole organization today, or the one school besides. */
export async function administratorsOf(
  ctx: Pick<MutationCtx, "db">,
  organization: Pick<Doc<"organizations">, "_id" | "timeZone">,
  schoolId?: Id<"organizations">,
): Promise<Id<"people">[]> {
  const today = civilDayAt(Date.now(), organization.timeZone);
  const rows = await ctx.db
    .query("memberships")
    .withIndex("by_organization_and_role", (q) =>
      q.eq("organizationId", organization._id).eq("role", "administrator"),
    )
    .take(MOST_ADMINISTRATORS);
  const current = rows.filter((row) => isWithin(today, row));
  const covering = current.filter((row) => row.schoolId === undefined || row.schoolId === schoolId);
  return [...new Set(covering.map(({ personId }) => personId))];
}

type AboutChild = Pick<MutationCtx, "db"> & Pick<InCompartment, "student" | "organization" | "person">;

/** Tells the child's case manager and the administrators of the child's school; not whoever causes it. */
export async function alertLeaders(ctx: AboutChild, { kind }: Pick<Alert, "kind">): Promise<void> {
  const { student, organization, person } = ctx;
  const leaders = new Set(await administratorsOf(ctx, organization, student.schoolId));
  if (student.caseManagerId) leaders.add(student.caseManagerId);
  leaders.delete(person._id);
  for (const personId of leaders) {
    await alert(ctx, { organizationId: organization._id, personId, kind, studentId: student._id });
  }
}

/** The words of a mail: subject and body in plain text, the link not among them. */
export function wordsOf({ template, params }: Pick<Doc<"outbox">, "template" | "params">): {
  subject: string;
  body: string;
} {
  const { name = "", organizationName = "", invitedByName = "" } = params;
  switch (template) {
    case "invitation":
      return {
        subject: `${invitedByName} invites you to ${organizationName} on OpenIEP`,
        body: `${invitedByName} has invited you to join ${organizationName}. Open the link to make your account. It can be used once, within seven days.`,
      };
    case "passwordReset":
      return {
        subject: "Choose a new OpenIEP password",
        body: `Hello ${name}. Someone, we hope you, asked for a new password. Open the link within 30 minutes to choose one. If it was not you, do nothing: your password stays as it is.`,
      };
    case "passwordChanged":
      return {
        subject: "Your OpenIEP password was changed",
        body: `Hello ${name}. Your password was changed just now. If it was you, there is nothing to do. If it was not, choose a new one at once with “I have forgotten my password”, and tell your administrator.`,
      };
    case "secondFactorOff":
      return {
        subject: "Your second step at sign-in was turned off",
        body: `Hello ${name}. Signing in to OpenIEP now asks for your password only. If it was not you who turned the second step off, change your password at once and tell your administrator.`,
      };
    case "rightsExplained":
      return {
        subject: `Notice from ${organizationName}: rights at full age`,
        body: `Hello ${name}. On ${params.day ?? ""} the rights in special education that parents hold now pass to the student: to agree or not to evaluations and services, to be part of the team and sign the plan, to read the record, to have a mistake corrected, and to disagree formally. Until then nothing changes. Sign in to read more, or call the school if you would rather talk about it.`,
      };
    case "rightsTransferred":
      return {
        subject: `Notice from ${organizationName}: rights have passed to the student`,
        body: `Hello ${name}. Since ${params.day ?? ""} the student is of full age, and the rights in special education that parents held are the student’s. Parents still receive the notices that the law gives to both. They read the record if the student agrees, if they claim the student as a dependent, or if a court made them guardian. Call the school with any question.`,
      };
    case "passkeyAdded":
      return {
        subject: "A passkey was added to your OpenIEP account",
        body: `Hello ${name}. A passkey that signs in to your account was added just now. If it was not you, open the link, remove it, change your password at once and tell your administrator.`,
      };
    case "passkeyRemoved":
      return {
        subject: "A passkey was removed from your OpenIEP account",
        body: `Hello ${name}. A passkey can no longer sign in to your account. If it was not you who removed it, change your password at once and tell your administrator.`,
      };
    case "accountExists":
      return {
        subject: "You have an OpenIEP account already",
        body: `Hello ${name}. Someone, perhaps you, tried to make an account with this address. You have one: open the link to sign in. If it was not you, do nothing.`,
      };
  }
}
