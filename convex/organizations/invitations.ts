import { ConvexError, v } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import { append } from "../audit/model";
import { civilDayAt, isWithin } from "../dates";
import { type ErrorCode, type Problem, problem } from "../errors";
import {
  type OrganizationMutationCtx,
  openQuery,
  organizationMutation,
  organizationQuery,
  ownMutation,
  type QueryCtx,
} from "../functions";
import { findDelivery } from "../notifications/model";
import { shownDelivery } from "../notifications/schema";
import { proveAddress } from "../people/model";
import { relationship, role } from "../values";
import { admit, invite, inviteAgain } from "./inviting";
import { membershipsOf, requireSchoolRow } from "./model";
import { comeBack } from "./returning";
import { type InvitationStatus, invitationStatus } from "./rules/invitations";
import { hashToken } from "./tokens";

const status = v.union(v.literal("open"), v.literal("accepted"), v.literal("revoked"), v.literal("expired"));

const RECENT = 200;

/** The last two hundred invitations, newest first. */
export const list = organizationQuery({
  can: "people.invite",
  args: {},
  returns: v.array(
    v.object({
      invitationId: v.id("invitations"),
      email: v.string(),
      role,
      status,
      invitedByName: v.string(),
      createdAt: v.number(),
      expiresAt: v.number(),
      /** How its mail stands, while it is open; null where no mail is known. */
      delivery: v.union(shownDelivery, v.null()),
    }),
  ),
  handler: async (ctx, { organizationId }) => {
    const rows = await ctx.db
      .query("invitations")
      .withIndex("by_organization", (q) => q.eq("organizationId", organizationId))
      .order("desc")
      .take(RECENT);
    const inviters = new Map<string, string>();
    for (const { invitedBy } of rows) {
      if (inviters.has(invitedBy)) continue;
      inviters.set(invitedBy, (await ctx.db.get("people", invitedBy))?.name ?? "");
    }
    return await Promise.all(
      rows.map(async (row) => {
        const status = invitationStatus(row, Date.now());
        return {
          invitationId: row._id,
          email: row.email,
          role: row.role,
          status,
          invitedByName: inviters.get(row.invitedBy) ?? "",
          createdAt: row.createdAt,
          expiresAt: row.expiresAt,
          delivery: status === "open" && row.mailId ? await findDelivery(ctx, row.mailId) : null,
        };
      }),
    );
  },
});

/** Invites an e-mail address to be something here; a guardian's or a student's invitation names the child. */
export const send = organizationMutation({
  can: "people.invite",
  args: {
    email: v.string(),
    role,
    studentId: v.optional(v.id("students")),
    relationship: v.optional(relationship),
    schoolId: v.optional(v.id("organizations")),
  },
  returns: v.id("invitations"),
  handler: async (ctx, { organizationId: _, ...wanted }) => {
    if (wanted.studentId) await requireRow(ctx, "students", wanted.studentId);
    if (wanted.schoolId) await requireRow(ctx, "organizations", wanted.schoolId);
    const invitationId = await invite(ctx, wanted);
    ctx.note(`invitation ${invitationId} as ${wanted.role}`);
    return invitationId;
  },
});

const staffRole = v.union(
  v.literal("administrator"),
  v.literal("caseManager"),
  v.literal("teacher"),
  v.literal("specialist"),
);
const MOST_AT_ONCE = 100;

/**
 * Invites several addresses to be the same thing here, a hundred at most. Each has its own answer: "sent", or the
 * problem that kept it from being sent.
 */
export const sendMany = organizationMutation({
  can: "people.invite",
  args: { emails: v.array(v.string()), role: staffRole, schoolId: v.optional(v.id("organizations")) },
  returns: v.array(v.object({ email: v.string(), outcome: v.string() })),
  handler: async (ctx, { organizationId: _, emails, ...wanted }) => {
    const addresses = [...new Set(emails.map((email) => email.trim().toLowerCase()))].filter(Boolean);
    if (addresses.length === 0) throw problem("required", { field: "emails" });
    if (addresses.length > MOST_AT_ONCE) throw problem("too_large", { field: "emails" });
    if (wanted.schoolId) await requireSchoolRow(ctx, wanted.schoolId);
    const answers = [];
    for (const email of addresses)
      answers.push({ email, outcome: await outcomeOf(ctx, { ...wanted, email }) });
    ctx.note(`${answers.filter(({ outcome }) => outcome === "sent").length} invitations as ${wanted.role}`);
    return answers;
  },
});

/** "sent", or the code of the problem; an address that is a member with this role already is not invited again. */
async function outcomeOf(
  ctx: OrganizationMutationCtx,
  wanted: Pick<Doc<"invitations">, "email" | "role" | "schoolId">,
): Promise<string> {
  const person = await ctx.db
    .query("people")
    .withIndex("by_email", (q) => q.eq("email", wanted.email))
    .first();
  const held = person?.authUserId ? await membershipsOf(ctx, person._id) : [];
  const isMember = held.some(
    (row) => row.role === wanted.role && row.schoolId === wanted.schoolId && isWithin(ctx.today, row),
  );
  if (isMember) return "already_member";
  try {
    await invite(ctx, wanted);
    return "sent";
  } catch (refusal) {
    // Nothing has been written for this address: invite() checks before it writes.
    if (refusal instanceof ConvexError) return (refusal.data as Problem).code;
    throw refusal;
  }
}

/** Sends an invitation once more, with a new link; the old link no longer works. An expired one opens again. */
export const resend = organizationMutation({
  can: "people.invite",
  args: { invitationId: v.id("invitations") },
  returns: v.null(),
  handler: async (ctx, { invitationId }) => {
    const invitation = await requireRow(ctx, "invitations", invitationId);
    const current = invitationStatus(invitation, Date.now());
    if (current !== "expired") requireOpen(current);
    await inviteAgain(ctx, invitation);
    ctx.note(`invitation ${invitationId} again`);
    return null;
  },
});

/** Takes an open invitation back: its link no longer works. */
export const revoke = organizationMutation({
  can: "people.invite",
  args: { invitationId: v.id("invitations") },
  returns: v.null(),
  handler: async (ctx, { invitationId }) => {
    const invitation = await requireRow(ctx, "invitations", invitationId);
    const now = Date.now();
    requireOpen(invitationStatus(invitation, now));
    await ctx.db.patch("invitations", invitationId, { revokedAt: now });
    return null;
  },
});

/** What the holder of a link is invited to, or null for a link that never was one. */
export const find = openQuery({
  because: "The invited person has no account yet; the token in the link is what they show.",
  args: { token: v.string() },
  returns: v.union(
    v.null(),
    v.object({
      organizationName: v.string(),
      email: v.string(),
      role,
      invitedByName: v.string(),
      status,
    }),
  ),
  handler: async (ctx, { token }) => {
    const invitation = await findByToken(ctx, token);
    const organization = invitation && (await ctx.db.get("organizations", invitation.organizationId));
    if (!invitation || !organization || organization.archivedAt !== undefined) return null;
    const inviter = await ctx.db.get("people", invitation.invitedBy);
    return {
      organizationName: organization.name,
      email: invitation.email,
      role: invitation.role,
      invitedByName: inviter?.name ?? "",
      status: invitationStatus(invitation, Date.now()),
    };
  },
});

/**
 * Joins the organization that a link invites to. The account's address must be the invited one: the link
 * went there, so whoever holds both is who was meant.
 */
export const accept = ownMutation({
  args: { token: v.string() },
  returns: v.id("organizations"),
  handler: async (ctx, { token }) => {
    const invitation = await findByToken(ctx, token);
    const organization = invitation && (await ctx.db.get("organizations", invitation.organizationId));
    if (!invitation || !organization || organization.archivedAt !== undefined) {
      throw problem("invitation_not_found");
    }
    const now = Date.now();
    requireOpen(invitationStatus(invitation, now));
    if (invitation.email !== ctx.person.email.toLowerCase()) throw problem("invitation_other_email");
    const person = invitation.personId ? await comeBack(ctx, invitation.personId, ctx.person) : ctx.person;
    await admit(ctx, invitation, person, civilDayAt(now, organization.timeZone));
    await ctx.db.patch("invitations", invitation._id, { acceptedAt: now });
    await proveAddress(ctx, ctx.person.authUserId);
    await append(ctx, {
      organizationId: organization._id,
      studentId: invitation.studentId,
      actorId: person._id,
      permission: "people.invite",
      command: "organizations/invitations:accept",
      outcome: "done",
      summary: `invitation ${invitation._id} as ${invitation.role}`,
    });
    return organization._id;
  },
});

async function findByToken(ctx: Pick<QueryCtx, "db">, token: string): Promise<Doc<"invitations"> | null> {
  const tokenHash = await hashToken(token);
  return await ctx.db
    .query("invitations")
    .withIndex("by_token_hash", (q) => q.eq("tokenHash", tokenHash))
    .unique();
}

const refusals = {
  accepted: "invitation_used",
  revoked: "invitation_revoked",
  expired: "invitation_expired",
} as const satisfies Record<Exclude<InvitationStatus, "open">, ErrorCode>;

function requireOpen(current: InvitationStatus): void {
  if (current !== "open") throw problem(refusals[current]);
}
