import { v } from "convex/values";
import { append } from "../audit/model";
import { problem } from "../errors";
import { internalMutation } from "../functions";
import { reopen } from "./archiving";
import { found } from "./founding";
import { jurisdiction, organizationKind } from "./schema";

/**
 * Adds a further organization to a deployment that already has one. For whoever operates the deployment,
 * not for the browser:
 *
 *     npx convex run organizations/operator:addOrganization '{"name": ..., "administratorEmail": ...}'
 *
 * The administrator must have signed up before.
 */
export const addOrganization = internalMutation({
  args: {
    name: v.string(),
    kind: organizationKind,
    timeZone: v.string(),
    jurisdiction,
    administratorEmail: v.string(),
  },
  returns: v.id("organizations"),
  handler: async (ctx, { administratorEmail, ...organization }) => {
    const administrator = await ctx.db
      .query("people")
      .withIndex("by_email", (q) => q.eq("email", administratorEmail.trim().toLowerCase()))
      .unique();
    if (!administrator) throw problem("not_found", { field: "administratorEmail" });
    const organizationId = await found(ctx, { ...organization, isSample: false }, administrator);
    await append(ctx, {
      organizationId,
      permission: "organizations.edit",
      command: "organizations/operator:addOrganization",
      outcome: "done",
      summary: `administrator ${administrator._id}`,
    });
    return organizationId;
  },
});

/**
 * Opens an archived organization again, when none of its administrators can:
 *
 *     npx convex run organizations/operator:restoreOrganization '{"organizationId": ...}'
 */
export const restoreOrganization = internalMutation({
  args: { organizationId: v.id("organizations") },
  returns: v.null(),
  handler: async (ctx, { organizationId }) => {
    const organization = await ctx.db.get("organizations", organizationId);
    if (organization?.archivedAt === undefined) throw problem("not_found", { field: "organizationId" });
    await reopen(ctx, organization);
    return null;
  },
});
