import { v } from "convex/values";
import type { Doc, Id } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import { addDays, isWithin } from "../dates";
import { problem } from "../errors";
import { type OrganizationMutationCtx, organizationMutation } from "../functions";
import { role } from "../values";

/**
 * Gives a member another role from today on: the old membership ends, a new one begins, so that it stays
 * visible who was what when.
 */
export const changeRole = organizationMutation({
  can: "people.changeRole",
  args: {
    membershipId: v.id("memberships"),
    role,
    schoolId: v.optional(v.id("organizations")),
  },
  returns: v.id("memberships"),
  handler: async (ctx, { organizationId, membershipId, role: wanted, schoolId }) => {
    const membership = await requireCurrent(ctx, membershipId);
    if (membership.role === wanted && membership.schoolId === schoolId) return membershipId;
    if (schoolId) await requireRow(ctx, "organizations", schoolId);
    const staysAdministrator = wanted === "administrator" && schoolId === undefined;
    if (!staysAdministrator) await requireAnotherAdministrator(ctx, membership);
    await close(ctx, membershipId);
    const newId = await ctx.db.insert("memberships", {
      organizationId,
      personId: membership.personId,
      role: wanted,
      ...(schoolId && { schoolId }),
      startsOn: ctx.today,
    });
    ctx.note(`person ${membership.personId} from ${membership.role} to ${wanted}`);
    return newId;
  },
});

/** Ends a membership now. What the person could open closes in their browser at once. */
export const end = organizationMutation({
  can: "people.changeRole",
  args: { membershipId: v.id("memberships") },
  returns: v.null(),
  handler: async (ctx, { membershipId }) => {
    const membership = await requireCurrent(ctx, membershipId);
    await requireAnotherAdministrator(ctx, membership);
    await close(ctx, membershipId);
    ctx.note(`person ${membership.personId} no longer ${membership.role}`);
    return null;
  },
});

/** Yesterday is the last day: days are whole, and access must end now, not at midnight. */
async function close(ctx: OrganizationMutationCtx, membershipId: Id<"memberships">): Promise<void> {
  await ctx.db.patch("memberships", membershipId, { endsOn: addDays(ctx.today, -1) });
}

async function requireCurrent(
  ctx: OrganizationMutationCtx,
  membershipId: Id<"memberships">,
): Promise<Doc<"memberships">> {
  const membership = await requireRow(ctx, "memberships", membershipId);
  if (!isWithin(ctx.today, membership)) throw problem("not_found");
  return membership;
}

const MANY_ADMINISTRATORS = 200;

/** An organization that nobody administers could never be entered again. */
async function requireAnotherAdministrator(
  ctx: OrganizationMutationCtx,
  leaving: Doc<"memberships">,
): Promise<void> {
  if (leaving.role !== "administrator" || leaving.schoolId !== undefined) return;
  const administrators = await ctx.db
    .query("memberships")
    .withIndex("by_organization_and_role", (q) =>
      q.eq("organizationId", ctx.organization._id).eq("role", "administrator"),
    )
    .take(MANY_ADMINISTRATORS);
  const others = administrators.filter(
    (row) => row._id !== leaving._id && row.schoolId === undefined && isWithin(ctx.today, row),
  );
  if (others.length === 0) throw problem("last_administrator");
}
