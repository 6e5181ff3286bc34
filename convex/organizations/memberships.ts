import { v } from "convex/values";
import type { Doc, Id } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import { addDays } from "../dates";
import { problem } from "../errors";
import { type OrganizationMutationCtx, organizationMutation } from "../functions";
import { civilDay, role } from "../values";
import { giveMembership } from "./giving";
import { closeMembership, membershipsOf, requireAnotherAdministrator, requireSchoolRow } from "./model";
import { membershipState, spellProblem } from "./rules/membership";

const given = {
  role,
  schoolId: v.optional(v.id("organizations")),
  /** The first day; today when absent. */
  startsOn: v.optional(civilDay),
  /** The last day; absent means until further notice. */
  endsOn: v.optional(civilDay),
};

/**
 * Gives a member another role, from today or from a later day on: the old membership ends on the day before, the new
 * one begins, so that it stays visible who was what when.
 */
export const changeRole = organizationMutation({
  can: "people.changeRole",
  args: { membershipId: v.id("memberships"), ...given },
  returns: v.id("memberships"),
  handler: async (ctx, { membershipId, startsOn = ctx.today, ...wanted }) => {
    const membership = await requireOpen(ctx, membershipId);
    if (isSame(membership, wanted)) return membershipId;
    await requireGivable(ctx, { ...wanted, startsOn });
    const staysAdministrator =
      wanted.role === "administrator" && wanted.schoolId === undefined && wanted.endsOn === undefined;
    if (!staysAdministrator) await requireAnotherAdministrator(ctx, membership);
    await closeMembership(ctx, membership, addDays(startsOn, -1));
    const newId = await give(ctx, membership.personId, { ...wanted, startsOn });
    ctx.note(`person ${membership.personId} from ${membership.role} to ${wanted.role} on ${startsOn}`);
    return newId;
  },
});

/** Gives a member a further role, beside those they have. Throws `already_member` for one that they have on these days. */
export const add = organizationMutation({
  can: "people.changeRole",
  args: { personId: v.id("people"), ...given },
  returns: v.id("memberships"),
  handler: async (ctx, { personId, startsOn = ctx.today, ...wanted }) => {
    const held = await membershipsOf(ctx, personId);
    if (held.length === 0) throw problem("not_found", { field: "personId" });
    // Family roles name a child: they are given by invitation only.
    if (wanted.role === "guardian" || wanted.role === "student") throw problem("invalid", { field: "role" });
    await requireGivable(ctx, { ...wanted, startsOn });
    const clash = held.some(
      (row) =>
        row.role === wanted.role &&
        row.schoolId === wanted.schoolId &&
        membershipState(row, ctx.today) !== "never" &&
        (row.endsOn === undefined || startsOn <= row.endsOn) &&
        (wanted.endsOn === undefined || row.startsOn <= wanted.endsOn),
    );
    if (clash) throw problem("already_member", { field: "role" });
    const membershipId = await give(ctx, personId, { ...wanted, startsOn });
    ctx.note(`person ${personId} also ${wanted.role} from ${startsOn}`);
    return membershipId;
  },
});

/** Ends a membership: now, so that what the person could open closes in their browser at once, or after a day to come. */
export const end = organizationMutation({
  can: "people.changeRole",
  args: { membershipId: v.id("memberships"), endsOn: v.optional(civilDay) },
  returns: v.null(),
  handler: async (ctx, { membershipId, endsOn }) => {
    const membership = await requireOpen(ctx, membershipId);
    const wrong = endsOn === undefined ? null : spellProblem({ startsOn: endsOn }, ctx.today);
    if (wrong) throw problem(wrong, { field: "endsOn" });
    await requireAnotherAdministrator(ctx, membership);
    // Yesterday is the last day: days are whole, and access must end now, not at midnight.
    await closeMembership(ctx, membership, endsOn ?? addDays(ctx.today, -1));
    ctx.note(`person ${membership.personId} no longer ${membership.role}${endsOn ? ` after ${endsOn}` : ""}`);
    return null;
  },
});

type Wanted = Pick<Doc<"memberships">, "role" | "schoolId" | "endsOn">;

function isSame(row: Doc<"memberships">, wanted: Wanted): boolean {
  return row.role === wanted.role && row.schoolId === wanted.schoolId && row.endsOn === wanted.endsOn;
}

async function requireGivable(
  ctx: OrganizationMutationCtx,
  wanted: Wanted & { startsOn: string },
): Promise<void> {
  const wrong = spellProblem(wanted, ctx.today);
  if (wrong) throw problem(wrong, { field: wrong === "days_out_of_order" ? "endsOn" : "startsOn" });
  const school = wanted.schoolId && (await requireSchoolRow(ctx, wanted.schoolId));
  if (school && school.archivedAt !== undefined) throw problem("school_archived", { field: "schoolId" });
}

async function give(
  ctx: OrganizationMutationCtx,
  personId: Id<"people">,
  { role: wanted, schoolId, startsOn, endsOn }: Wanted & { startsOn: string },
): Promise<Id<"memberships">> {
  return await giveMembership(ctx, await requireRow(ctx, "people", personId), {
    organizationId: ctx.organization._id,
    role: wanted,
    ...(schoolId && { schoolId }),
    startsOn,
    ...(endsOn && { endsOn }),
    givenBy: ctx.person._id,
  });
}

/** A membership that is current or to come. Throws `not_found` for one that is over. */
async function requireOpen(
  ctx: OrganizationMutationCtx,
  membershipId: Id<"memberships">,
): Promise<Doc<"memberships">> {
  const membership = await requireRow(ctx, "memberships", membershipId);
  const state = membershipState(membership, ctx.today);
  if (state !== "current" && state !== "coming") throw problem("not_found");
  return membership;
}
