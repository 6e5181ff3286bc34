import { v } from "convex/values";
import { append } from "../audit/model";
import { problem } from "../errors";
import { internalMutation } from "../functions";
import { administratorsOf } from "../notifications/model";
import { reopen } from "./archiving";
import { found } from "./founding";
import { issueInvitation } from "./inviting";
import { findMembership, isInvited } from "./returning";
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

/** So many links a call: each is told once, and then only its hash is kept. */
const INVITED_AT_ONCE = 50;
/** People without an account, of whom some may be of other organizations or invited already. */
const LOOKED_AT = 500;

/**
 * Invites the people of an organization that was brought here as a copy, where none of them has an account yet; call
 * it until it answers an empty list:
 *
 *     npx convex run organizations/operator:inviteBack '{"organizationId": ...}'
 *
 * Answers with addresses and links, because nobody can sign in yet to read the outbox; with `email`, for that one
 * address. Whoever accepts is who they were: memberships, children and all that they have written stay theirs.
 */
export const inviteBack = internalMutation({
  args: { organizationId: v.id("organizations"), email: v.optional(v.string()) },
  returns: v.array(v.object({ email: v.string(), url: v.string() })),
  handler: async (ctx, { organizationId, email }) => {
    const organization = await ctx.db.get("organizations", organizationId);
    const [administratorId] = organization ? await administratorsOf(ctx, organization) : [];
    const inviter = administratorId && (await ctx.db.get("people", administratorId));
    if (!organization || !inviter) throw problem("not_found", { field: "organizationId" });
    const wanted = email?.trim().toLowerCase();
    const without = await ctx.db
      .query("people")
      .withIndex("by_auth_user", (q) => q.eq("authUserId", undefined))
      .take(LOOKED_AT);
    const invited: { email: string; url: string }[] = [];
    for (const person of without) {
      if (invited.length === INVITED_AT_ONCE) break;
      if (wanted !== undefined && person.email !== wanted) continue;
      const membership = await findMembership(ctx, organization, person._id);
      if (!membership || (wanted === undefined && (await isInvited(ctx, organizationId, person.email))))
        continue;
      const { role, schoolId } = membership;
      const { url } = await issueInvitation(
        { db: ctx.db, organization, person: inviter },
        { email: person.email, role, ...(schoolId && { schoolId }) },
      );
      invited.push({ email: person.email, url });
    }
    await append(ctx, {
      organizationId,
      permission: "people.invite",
      command: "organizations/operator:inviteBack",
      outcome: "done",
      summary: `${invited.length} invited back`,
    });
    return invited;
  },
});
