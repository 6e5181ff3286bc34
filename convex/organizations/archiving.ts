import { v } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import { isAllowed } from "../access/abilities";
import { currentMemberships, lacksSecondFactor } from "../access/enter";
import { append } from "../audit/model";
import { civilDayAt } from "../dates";
import { problem } from "../errors";
import { type MutationCtx, organizationMutation, ownMutation } from "../functions";
import { accepted, requiredText } from "../typed";

const REASON_LENGTH = 500;

/**
 * Archives the whole organization, never deleting a word of it: from now on nobody opens anything in it, on open
 * screens either, until it is restored. Throws `password_needed`; `organization_name_differs` unless its name is
 * typed; `required`.
 */
export const archive = organizationMutation({
  can: "organizations.archive",
  proof: "recentPassword",
  args: { name: v.string(), reason: v.string() },
  returns: v.null(),
  handler: async (ctx, { organizationId, name, reason }) => {
    const archiveReason = accepted(requiredText(REASON_LENGTH), reason, "reason");
    if (name.trim() !== ctx.organization.name) throw problem("organization_name_differs", { field: "name" });
    await ctx.db.patch("organizations", organizationId, { archivedAt: Date.now(), archiveReason });
    ctx.note("archived");
    return null;
  },
});

/**
 * Opens an archived organization again, as whoever may archive it. Throws `password_needed`, `second_factor_needed`;
 * `not_found` to everybody else, and for an organization that is not archived.
 */
export const restore = ownMutation({
  proof: "recentPassword",
  args: { organizationId: v.id("organizations") },
  returns: v.null(),
  handler: async (ctx, { organizationId }) => {
    const organization = await ctx.db.get("organizations", organizationId);
    if (organization?.archivedAt === undefined || organization.parentId) throw problem("not_found");
    const today = civilDayAt(Date.now(), organization.timeZone);
    const memberships = await currentMemberships(ctx, organizationId, ctx.person._id, today);
    if (!isAllowed("organizations.archive", memberships, null)) throw problem("not_found");
    if (lacksSecondFactor(ctx, organization, memberships)) throw problem("second_factor_needed");
    await reopen(ctx, organization, ctx.person);
    return null;
  },
});

/** Opens an archived organization; without a person it is the operator who does. */
export async function reopen(
  ctx: Pick<MutationCtx, "db">,
  { _id: organizationId }: Doc<"organizations">,
  person?: Doc<"people">,
): Promise<void> {
  await ctx.db.patch("organizations", organizationId, { archivedAt: undefined, archiveReason: undefined });
  await append(ctx, {
    organizationId,
    actorId: person?._id,
    permission: "organizations.archive",
    command: person ? "organizations/archiving:restore" : "organizations/operator:restoreOrganization",
    outcome: "done",
    summary: "restored",
  });
}
