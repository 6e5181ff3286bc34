import type { Doc, Id } from "../_generated/dataModel";
import { mayUseOwnAccount } from "../consent/ownAccount";
import { civilDayAt, isWithin } from "../dates";
import type { MutationCtx, QueryCtx } from "../functions";
import { invitationStatus } from "./rules/invitations";

/**
 * People of an organization that came here as a copy: their rows, memberships and guardianships are there, their
 * accounts are not. An invitation to the same address brings them back to their own row, so that everything they
 * have written stays theirs.
 */

/** Of one address, more rows than this would be a mistake. */
const FEW = 5;
const MANY = 50;

/** The member with this address who has no account here, or null. */
export async function findReturning(
  ctx: Pick<QueryCtx, "db">,
  organizationId: Id<"organizations">,
  email: string,
): Promise<Doc<"people"> | null> {
  const rows = await ctx.db
    .query("people")
    .withIndex("by_email", (q) => q.eq("email", email))
    .take(FEW);
  for (const person of rows) {
    if (person.authUserId === undefined && (await belongsTo(ctx, organizationId, person._id))) return person;
  }
  return null;
}

async function belongsTo(
  ctx: Pick<QueryCtx, "db">,
  organizationId: Id<"organizations">,
  personId: Id<"people">,
): Promise<boolean> {
  return (await membershipsIn(ctx, organizationId, personId)).length > 0;
}

async function membershipsIn(
  ctx: Pick<QueryCtx, "db">,
  organizationId: Id<"organizations">,
  personId: Id<"people">,
): Promise<Doc<"memberships">[]> {
  return await ctx.db
    .query("memberships")
    .withIndex("by_organization_and_person", (q) =>
      q.eq("organizationId", organizationId).eq("personId", personId),
    )
    .take(MANY);
}

/** A membership that holds today, or null. */
export async function findMembership(
  ctx: Pick<QueryCtx, "db">,
  { _id, timeZone }: Pick<Doc<"organizations">, "_id" | "timeZone">,
  personId: Id<"people">,
): Promise<Doc<"memberships"> | null> {
  const today = civilDayAt(Date.now(), timeZone);
  const held = await membershipsIn(ctx, _id, personId);
  return held.find((row) => isWithin(today, row)) ?? null;
}

/** Whether an open invitation to the address lies there already. */
export async function isInvited(
  ctx: Pick<QueryCtx, "db">,
  organizationId: Id<"organizations">,
  email: string,
): Promise<boolean> {
  const sent = await ctx.db
    .query("invitations")
    .withIndex("by_organization_and_email", (q) => q.eq("organizationId", organizationId).eq("email", email))
    .order("desc")
    .take(FEW);
  return sent.some((invitation) => invitationStatus(invitation, Date.now()) === "open");
}

/**
 * What somebody without an account is invited back to be; null for whoever is nothing here today, who has an open
 * invitation, and for a child whose family would have to agree to an account first (16 CFR 312.5).
 */
export async function awaitedMembership(
  ctx: Pick<QueryCtx, "db">,
  organization: Doc<"organizations">,
  person: Doc<"people">,
): Promise<Doc<"memberships"> | null> {
  const membership = await findMembership(ctx, organization, person._id);
  if (!membership || (await isInvited(ctx, organization._id, person.email))) return null;
  if (membership.role !== "student") return membership;
  const student = person.studentId && (await ctx.db.get("students", person.studentId));
  const today = civilDayAt(Date.now(), organization.timeZone);
  return student && (await mayUseOwnAccount(ctx, student, organization, today)) ? membership : null;
}

/**
 * Gives the account that has just been made to the person who comes back; the row that the account came with goes.
 * Answers whom the account belongs to now: as before, if that row has begun a life of its own.
 */
export async function comeBack(
  ctx: Pick<MutationCtx, "db">,
  personId: Id<"people">,
  arrived: Doc<"people">,
): Promise<Doc<"people">> {
  const person = await ctx.db.get("people", personId);
  if (!person || person.authUserId !== undefined || person._id === arrived._id) return arrived;
  const begun = await ctx.db
    .query("memberships")
    .withIndex("by_person", (q) => q.eq("personId", arrived._id))
    .first();
  if (begun) return arrived;
  const { authUserId, hasSecondFactor, passkeySessions } = arrived;
  const account = {
    authUserId,
    ...(hasSecondFactor !== undefined && { hasSecondFactor }),
    ...(passkeySessions !== undefined && { passkeySessions }),
  };
  await ctx.db.delete("people", arrived._id);
  await ctx.db.patch("people", personId, account);
  return { ...person, ...account };
}
