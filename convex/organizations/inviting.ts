import type { Doc, Id } from "../_generated/dataModel";
import { limits } from "../access/limits";
import { requireSecret } from "../access/secret";
import { mayUseOwnAccount } from "../consent/ownAccount";
import { civilDayAt, isWithin } from "../dates";
import { problem } from "../errors";
import { env, type MutationCtx, type OrganizationMutationCtx } from "../functions";
import { beginGuardianship } from "../guardians/model";
import { type Posting, post } from "../notifications/model";
import { mailLocaleOf } from "../notifications/rules/mail";
import { localeOfAddress } from "../people/model";
import { emailInput } from "../people/rules";
import { accepted } from "../typed";
import { giveMembership } from "./giving";
import { findReturning } from "./returning";
import { INVITATION_LIFETIME_MS } from "./rules/invitations";
import { hashToken, makeToken } from "./tokens";

type Wanted = Pick<Doc<"invitations">, "email" | "role"> &
  Partial<Pick<Doc<"invitations">, "studentId" | "relationship" | "schoolId" | "locale">>;
type Inviter = MutationCtx & Pick<OrganizationMutationCtx, "organization" | "person">;
type Inviting = Posting & Pick<Inviter, "organization" | "person">;

/**
 * Invites an address: the row keeps the hash of the token, the mail in the outbox carries the link. Throws
 * `too_many_tries`, `invalid` for an address that is none, `required` when a family role names no child,
 * `consent_missing` for a child under thirteen whose family has not agreed to an account (16 CFR 312.5).
 */
export async function invite(ctx: Inviter, wanted: Wanted): Promise<Id<"invitations">> {
  const email = accepted(emailInput, wanted.email, "email");
  const isFamily = wanted.role === "guardian" || wanted.role === "student";
  if (isFamily && !wanted.studentId) throw problem("required", { field: "studentId" });
  if (wanted.role === "student" && wanted.studentId) await requireAccountAge(ctx, wanted.studentId);
  const within = await limits.limit(ctx, "invitation", { key: ctx.person._id });
  if (!within.ok) throw problem("too_many_tries", { params: { retryAfterMs: within.retryAfter } });
  return (await issueInvitation(ctx, { ...wanted, email })).invitationId;
}

/** Writes an invitation that has been checked already: one by one above, or row by row of an import. */
export async function issueInvitation(
  ctx: Inviting,
  wanted: Wanted,
): Promise<{ invitationId: Id<"invitations">; url: string }> {
  const token = await makeToken(requireSecret());
  const returning = await findReturning(ctx, ctx.organization._id, wanted.email);
  const locale = wanted.locale ?? (await localeOfInvited(ctx, wanted));
  const { mailId, url } = await mail(ctx, wanted.email, token, locale);
  const now = Date.now();
  const invitationId = await ctx.db.insert("invitations", {
    organizationId: ctx.organization._id,
    email: wanted.email,
    role: wanted.role,
    tokenHash: await hashToken(token),
    invitedBy: ctx.person._id,
    ...(wanted.studentId && { studentId: wanted.studentId }),
    ...(wanted.role === "guardian" && { relationship: wanted.relationship ?? "parent" }),
    ...(wanted.schoolId && { schoolId: wanted.schoolId }),
    ...(locale !== undefined && { locale }),
    ...(returning && { personId: returning._id }),
    mailId,
    createdAt: now,
    expiresAt: now + INVITATION_LIFETIME_MS,
  });
  return { invitationId, url };
}

/** Sends an open or an expired invitation once more: with a new link, which takes the place of the old one. */
export async function inviteAgain(ctx: Inviter, invitation: Doc<"invitations">): Promise<void> {
  const within = await limits.limit(ctx, "invitation", { key: ctx.person._id });
  if (!within.ok) throw problem("too_many_tries", { params: { retryAfterMs: within.retryAfter } });
  const token = await makeToken(requireSecret());
  const { mailId } = await mail(ctx, invitation.email, token, invitation.locale);
  await ctx.db.patch("invitations", invitation._id, {
    tokenHash: await hashToken(token),
    expiresAt: Date.now() + INVITATION_LIFETIME_MS,
    mailId,
  });
}

async function mail(ctx: Inviting, to: string, token: string, locale: string | undefined) {
  const url = `${env.SITE_URL ?? ""}/invite/${token}`;
  const mailId = await post(ctx, {
    organizationId: ctx.organization._id,
    to,
    template: "invitation",
    params: { organizationName: ctx.organization.name, invitedByName: ctx.person.name },
    locale,
    url,
  });
  return { mailId, url };
}

/** Their own, if they are known here; for a family, in which the school writes to it about the child. */
async function localeOfInvited(ctx: Inviting, { email, studentId }: Wanted): Promise<string | undefined> {
  const known = await localeOfAddress(ctx, email);
  if (known !== undefined || studentId === undefined) return known;
  const profile = await ctx.db
    .query("studentProfiles")
    .withIndex("by_student", (q) => q.eq("studentId", studentId))
    .first();
  const language = profile?.languages?.correspondence || profile?.languages?.home;
  return language ? mailLocaleOf(language) : undefined;
}

async function requireAccountAge(ctx: Inviter, studentId: Id<"students">): Promise<void> {
  const student = await ctx.db.get("students", studentId);
  const today = civilDayAt(Date.now(), ctx.organization.timeZone);
  if (student && (await mayUseOwnAccount(ctx, student, ctx.organization, today))) return;
  throw problem("consent_missing", { field: "studentId", params: { kind: "under13Use" } });
}

const MANY_MEMBERSHIPS = 50;

/** Makes the person what the invitation says: member, and guardian or student of the child it names. */
export async function admit(
  ctx: Pick<MutationCtx, "db">,
  invitation: Doc<"invitations">,
  person: Doc<"people">,
  today: string,
): Promise<void> {
  const { organizationId, role, studentId, relationship, schoolId } = invitation;
  const personId = person._id;
  const held = await ctx.db
    .query("memberships")
    .withIndex("by_organization_and_person", (q) =>
      q.eq("organizationId", organizationId).eq("personId", personId),
    )
    .take(MANY_MEMBERSHIPS);
  const already = held.some((row) => row.role === role && row.schoolId === schoolId && isWithin(today, row));
  if (!already) {
    const school = schoolId && { schoolId };
    await giveMembership(ctx, person, { organizationId, role, ...school, startsOn: today });
  }
  if (role === "guardian" && studentId && !(await isGuardian(ctx, studentId, personId, today))) {
    await beginGuardianship(ctx, {
      organizationId,
      studentId,
      person: { _id: personId, locale: invitation.locale ?? person.locale },
      relationship: relationship ?? "parent",
      startsOn: today,
    });
  }
  if (role === "student" && studentId) await ctx.db.patch("people", personId, { studentId });
}

/** Somebody who comes back with a copy is one already. */
async function isGuardian(
  ctx: Pick<MutationCtx, "db">,
  studentId: Id<"students">,
  personId: Id<"people">,
  today: string,
): Promise<boolean> {
  const held = await ctx.db
    .query("guardianships")
    .withIndex("by_student_and_person", (q) => q.eq("studentId", studentId).eq("personId", personId))
    .take(MANY_MEMBERSHIPS);
  return held.some((row) => isWithin(today, row));
}
