import { v } from "convex/values";
import { append } from "../audit/model";
import { problem } from "../errors";
import { internalMutation, internalQuery } from "../functions";
import { administratorsOf } from "../notifications/model";
import { reopen } from "./archiving";
import { found } from "./founding";
import { findMembership, findReturning } from "./returning";
import { beginReturns, findLastReturns, inviteBackAs, statusOf } from "./returns";
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

/**
 * Invites back the people of an organization that was brought here as a copy: all of them, batch after batch, each
 * once, and again only who has no open invitation any more. After a run that stopped, it goes on.
 *
 *     npx convex run organizations/operator:inviteBack '{"organizationId": ...}'
 *
 * With `email`, invites that one address at once, again if need be. The links are in `invitedBack`, because nobody can
 * sign in yet to read the outbox. Whoever follows theirs is who they were: memberships, children and all that they
 * have written stay theirs. Throws `not_found` for an organization that nobody administers, and for an address of
 * nobody who has no account.
 */
export const inviteBack = internalMutation({
  args: { organizationId: v.id("organizations"), email: v.optional(v.string()) },
  returns: v.null(),
  handler: async (ctx, { organizationId, email }) => {
    const organization = await ctx.db.get("organizations", organizationId);
    const [administratorId] = organization ? await administratorsOf(ctx, organization) : [];
    if (!organization || !administratorId) throw problem("not_found", { field: "organizationId" });
    const wanted = email?.trim().toLowerCase();
    const person = wanted === undefined ? null : await findReturning(ctx, organizationId, wanted);
    const membership = person && (await findMembership(ctx, organization, person._id));
    if (wanted !== undefined && !membership) throw problem("not_found", { field: "email" });
    if (membership) await inviteBackAs(ctx, { organization, person, membership, inviterId: administratorId });
    else await beginReturns(ctx, organizationId, administratorId);
    await append(ctx, {
      organizationId,
      permission: "people.inviteBack",
      command: "organizations/operator:inviteBack",
      outcome: "done",
      summary: person ? `person ${person._id}` : "everybody without an account",
    });
    return null;
  },
});

const LINKS_AT_ONCE = 500;

/**
 * How far inviting back has come, and the links of invitations that lie in the outbox, the oldest first, page by page:
 * give the `cursor` of an answer to read on, until it is null. A run that stopped goes on with `inviteBack`.
 *
 *     npx convex run organizations/operator:invitedBack '{"organizationId": ...}'
 *
 * A link is told until it runs out, after seven days.
 */
export const invitedBack = internalQuery({
  args: { organizationId: v.id("organizations"), cursor: v.optional(v.union(v.string(), v.null())) },
  returns: v.object({
    isFinished: v.boolean(),
    isStopped: v.boolean(),
    peopleSeen: v.number(),
    invited: v.number(),
    /** Who could not be invited; the log of the deployment says why, of each. */
    skipped: v.array(v.object({ personId: v.id("people"), code: v.optional(v.string()) })),
    /** How many more could not be, beyond the first hundred. */
    skippedUnnamed: v.number(),
    links: v.array(v.object({ email: v.string(), url: v.string() })),
    cursor: v.union(v.string(), v.null()),
  }),
  handler: async (ctx, { organizationId, cursor = null }) => {
    const run = await findLastReturns(ctx, organizationId);
    const status = run && (await statusOf(ctx, run));
    const mails = await ctx.db
      .query("outbox")
      .withIndex("by_organization_and_created", (q) => q.eq("organizationId", organizationId))
      .paginate({ cursor, numItems: LINKS_AT_ONCE });
    return {
      isFinished: status === "finished",
      isStopped: status === "stopped",
      peopleSeen: run?.peopleSeen ?? 0,
      invited: run?.invited ?? 0,
      skipped: run?.skipped ?? [],
      skippedUnnamed: run?.skippedUnnamed ?? 0,
      links: mails.page.flatMap(({ template, to, url }) =>
        template === "invitation" && url !== undefined ? [{ email: to, url }] : [],
      ),
      cursor: mails.isDone ? null : mails.continueCursor,
    };
  },
});
