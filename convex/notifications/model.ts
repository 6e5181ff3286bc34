import type { Infer } from "convex/values";
import { internal } from "../_generated/api";
import type { Doc, Id } from "../_generated/dataModel";
import type { InCompartment } from "../access/enter";
import { civilDayAt, isWithin } from "../dates";
import { env, type MutationCtx, type QueryCtx } from "../functions";
import { advance, headStartOf, shownDelivery as shown } from "./rules/delivery";
import { keptTag, mailTagOf } from "./rules/mail";
import { placeOf } from "./rules/places";
import { readMailSetup } from "./rules/server";
import type { alertKind, mailTemplate, shownDelivery } from "./schema";

type Mail = {
  organizationId?: Id<"organizations">;
  to: string;
  template: Infer<typeof mailTemplate>;
  params: Record<string, string>;
  /** BCP 47, of whoever reads it; English when nobody knows. */
  locale: string | undefined;
  url: string;
  /** The child whose page the link leads to. */
  aboutId?: Id<"students">;
};

/** What writes mail needs: the row, and somebody who comes for it. */
export type Posting = Pick<MutationCtx, "db" | "scheduler">;

/** What this deployment's environment says about sending mail. */
export const mailSetup = () => readMailSetup(env);

/**
 * Puts a mail into the outbox, in the transaction that causes it: both happen, or neither. It leaves at once where a
 * mail server is set up; otherwise it waits for one (sending.ts).
 */
export async function post(ctx: Posting, { locale, ...mail }: Mail): Promise<Id<"outbox">> {
  const language = locale === undefined ? {} : { locale: keptTag(locale) };
  const createdAt = Date.now();
  const mailId = await ctx.db.insert("outbox", {
    ...mail,
    ...language,
    hasLink: true,
    createdAt,
    state: "waiting",
    dueAt: createdAt - headStartOf(mail.template),
  });
  if (mailSetup().kind === "ready") {
    await ctx.scheduler.runAfter(0, internal.notifications.sending.begin, {});
  }
  return mailId;
}

/** How a mail stands; null where there is none. */
export async function findDelivery(
  ctx: Pick<MutationCtx, "db"> | Pick<QueryCtx, "db">,
  mailId: Id<"outbox">,
): Promise<Infer<typeof shownDelivery> | null> {
  const mail = await ctx.db.get("outbox", mailId);
  return mail && shown(mail, { isSetUp: mailSetup().kind === "ready", now: Date.now() });
}

/** Takes the link out of a mail: it has run out, or the page that it led to is gone. Without it, it is not sent. */
export async function dropLink(ctx: Pick<MutationCtx, "db">, mail: Doc<"outbox">): Promise<void> {
  const dropped = advance(mail, { kind: "withdrawn" }, Date.now());
  await ctx.db.patch("outbox", mail._id, {
    ...dropped,
    ...{ hasLink: false, url: undefined, aboutId: undefined },
  });
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

type Writing = Pick<Doc<"organizations">, "_id" | "name" | "jurisdiction">;
type ToStaff = Omit<Alert, "organizationId" | "kind"> & {
  organization: Writing;
  kind: Exclude<Alert["kind"], FamilyKind | ScreenKind>;
};
/** A mail that says that mail does not leave would not leave either. */
type ScreenKind = "mailGivenUp";
/** To the family goes mail about the child only if they agreed to it: guardians/telling.ts. */
type FamilyKind = "consentAsked" | "recordRequestAnswered" | "rightsExplained" | "rightsTransferred";

/** Tells a member of staff at once and by mail, in their language. The mail names no child: its link leads to the page. */
export async function tellStaff(ctx: Posting, { organization, ...told }: ToStaff): Promise<void> {
  await alert(ctx, { ...told, organizationId: organization._id });
  const person = await ctx.db.get("people", told.personId);
  if (person?.authUserId === undefined) return;
  const place = placeOf({ kind: told.kind, studentId: told.studentId ?? null, audience: "team" });
  const { kind: template, studentId } = told;
  await mailAbout(ctx, { organization, template, person, locale: person.locale, place, studentId });
}

type About = {
  organization: Writing;
  template: Mail["template"];
  person: Pick<Doc<"people">, "name" | "email">;
  locale: string;
  params?: Record<string, string>;
  /** The page that its link leads to, once the reader has signed in; home where there is none. */
  place: string | null;
  /** The child that the page is about. */
  studentId: Id<"students"> | undefined;
};

/** Puts a mail from an organization to somebody who has an account into the outbox. */
export async function mailAbout(
  ctx: Posting,
  { organization, template, person: { name, email }, locale, params, place, studentId }: About,
): Promise<void> {
  const said = { ...params, name, organizationName: organization.name };
  const url = `${env.SITE_URL ?? ""}${place ?? "/"}`;
  const mail = { organizationId: organization._id, to: email, template, params: said, url };
  const tag = mailTagOf(locale, organization.jurisdiction);
  await post(ctx, { ...mail, locale: tag, ...(studentId && { aboutId: studentId }) });
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

type AboutChild = Posting & Pick<InCompartment, "student" | "organization" | "person">;

/** Tells the child's case manager and the administrators of the child's school; not whoever causes it. */
export async function alertLeaders(ctx: AboutChild, { kind }: Pick<ToStaff, "kind">): Promise<void> {
  const { student, organization, person } = ctx;
  const leaders = new Set(await administratorsOf(ctx, organization, student.schoolId));
  if (student.caseManagerId) leaders.add(student.caseManagerId);
  leaders.delete(person._id);
  for (const personId of leaders) {
    await tellStaff(ctx, { organization, personId, kind, studentId: student._id });
  }
}
