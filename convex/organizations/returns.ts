import { paginationOptsValidator, paginationResultValidator } from "convex/server";
import { ConvexError, type Infer, v } from "convex/values";
import { internal } from "../_generated/api";
import type { Doc, Id } from "../_generated/dataModel";
import { requireSecret } from "../access/secret";
import {
  internalMutation,
  type MutationCtx,
  type OrganizationQueryCtx,
  organizationMutation,
  organizationQuery,
  type QueryCtx,
} from "../functions";
import type { Posting } from "../notifications/model";
import { issueInvitation } from "./inviting";
import { awaitedMembership } from "./returning";

/**
 * Invites the people of a moved organization back, batch after batch, each a transaction of its own. Whoever has an
 * open invitation gets no second one, so that a run may be begun again at any time; whose row is broken is skipped and
 * named.
 */

const BATCH = 50;
/** Each of them takes a few reads to judge: of so many at once, a page stays far below what one query may read. */
const LOOKED_AT = 200;
/** More than these are not named: then it is no longer one row that is broken. */
const MOST_SKIPPED = 100;

/** The last run of the organization, or null. */
export async function findLastReturns(
  ctx: Pick<QueryCtx, "db">,
  organizationId: Id<"organizations">,
): Promise<Doc<"returns"> | null> {
  return await ctx.db
    .query("returns")
    .withIndex("by_organization", (q) => q.eq("organizationId", organizationId))
    .order("desc")
    .first();
}

export const returnsStatus = v.union(v.literal("running"), v.literal("stopped"), v.literal("finished"));

/** Where a run stands: it has stopped when its batch failed, or is told of no more. */
export async function statusOf(
  ctx: Pick<QueryCtx, "db">,
  run: Doc<"returns">,
): Promise<Infer<typeof returnsStatus>> {
  if (run.finishedAt !== undefined) return "finished";
  const id = ctx.db.system.normalizeId("_scheduled_functions", run.nextBatch ?? "");
  const batch = id && (await ctx.db.system.get("_scheduled_functions", id));
  const isToCome = batch?.state.kind === "pending" || batch?.state.kind === "inProgress";
  return isToCome ? "running" : "stopped";
}

/** How far the last run has come; null before the first. */
export const get = organizationQuery({
  can: "people.inviteBack",
  args: {},
  returns: v.union(
    v.object({
      status: returnsStatus,
      invited: v.number(),
      /** Who could not be, and the code of the problem; null for a fault on the server, which its log tells. */
      skipped: v.array(
        v.object({ personId: v.id("people"), name: v.string(), code: v.union(v.string(), v.null()) }),
      ),
      /** How many more could not be, beyond those that are named. */
      skippedUnnamed: v.number(),
    }),
    v.null(),
  ),
  handler: async (ctx, { organizationId }) => {
    const run = await findLastReturns(ctx, organizationId);
    if (!run) return null;
    const skipped = [];
    for (const { personId, code = null } of run.skipped ?? []) {
      const person = await ctx.db.get("people", personId);
      // Whoever has come back since was invited by hand.
      if (person && person.authUserId === undefined) skipped.push({ personId, name: person.name, code });
    }
    const { invited, skippedUnnamed = 0 } = run;
    return { status: await statusOf(ctx, run), invited, skipped, skippedUnnamed };
  },
});

/**
 * Members who have neither an account nor an open invitation: whom a run would invite. A page holds those of so many
 * people without an account anywhere on the deployment, so it may be empty and others come after it. Where everybody
 * has an account, as on a deployment that nothing was moved to, nothing is read. Whom no run can invite, because
 * something of theirs cannot be read, is not among them.
 */
export const list = organizationQuery({
  can: "people.inviteBack",
  args: { paginationOpts: paginationOptsValidator },
  returns: paginationResultValidator(v.id("people")),
  handler: async (ctx, { paginationOpts }) => {
    const found = await ctx.db
      .query("people")
      .withIndex("by_auth_user", (q) => q.eq("authUserId", undefined))
      .paginate({ ...paginationOpts, numItems: Math.min(paginationOpts.numItems, LOOKED_AT) });
    const page = [];
    for (const person of found.page) {
      if (await isAwaited(ctx, person)) page.push(person._id);
    }
    return { ...found, page };
  },
});

async function isAwaited(ctx: OrganizationQueryCtx, person: Doc<"people">): Promise<boolean> {
  try {
    return (await awaitedMembership(ctx, ctx.organization, person)) !== null;
  } catch {
    return false;
  }
}

/**
 * Invites everybody back who has neither an account nor an open invitation; goes on with a run that stopped, in the
 * name of whoever asks. While one is running it changes nothing.
 */
export const start = organizationMutation({
  can: "people.inviteBack",
  args: {},
  returns: v.null(),
  handler: async (ctx, { organizationId }) => {
    const runId = await beginReturns(ctx, organizationId, ctx.person._id);
    ctx.note(`run ${runId}`);
    return null;
  },
});

/** Begins a run, or goes on with one that stopped, after the last person that it came to. */
export async function beginReturns(
  ctx: Pick<MutationCtx, "db" | "scheduler">,
  organizationId: Id<"organizations">,
  startedBy: Id<"people">,
): Promise<Id<"returns">> {
  const last = await findLastReturns(ctx, organizationId);
  const status = last ? await statusOf(ctx, last) : "finished";
  if (last && status === "running") return last._id;
  const begun = { organizationId, startedBy, peopleSeen: 0, invited: 0, startedAt: Date.now() };
  const runId = last && status === "stopped" ? last._id : await ctx.db.insert("returns", begun);
  await ctx.db.patch("returns", runId, { startedBy, nextBatch: await scheduleBatch(ctx, runId) });
  return runId;
}

const scheduleBatch = (ctx: Pick<MutationCtx, "scheduler">, runId: Id<"returns">) =>
  ctx.scheduler.runAfter(0, internal.organizations.returns.proceed, { runId });

/** One batch, and the next one after it. */
export const proceed = internalMutation({
  args: { runId: v.id("returns") },
  returns: v.null(),
  handler: async (ctx, { runId }) => {
    const run = await ctx.db.get("returns", runId);
    const organization = run && (await ctx.db.get("organizations", run.organizationId));
    if (!run || !organization || run.finishedAt !== undefined) return null;
    const { after, startedBy: inviterId } = run;
    const rows = await ctx.db
      .query("memberships")
      .withIndex("by_organization_and_person", (q) => {
        const all = q.eq("organizationId", organization._id);
        return after === undefined ? all : all.gt("personId", after);
      })
      .take(BATCH);
    const seen = [...new Set(rows.map(({ personId }) => personId))];
    // What no invitation can be written without is missing for everybody: the run stops, and goes on once it is there.
    requireSecret();
    const skipped = [...(run.skipped ?? [])];
    let invited = 0;
    for (const personId of seen) {
      try {
        const one = { organizationId: organization._id, personId, inviterId };
        if (await ctx.runMutation(internal.organizations.returns.inviteOne, one)) invited++;
      } catch (error) {
        // A row that cannot be read would stop the run at the same place for ever.
        console.error(`Person ${personId} could not be invited back.`, error);
        skipped.push({ personId, ...codeOf(error) });
      }
    }
    const [last, isDone] = [seen.at(-1), rows.length < BATCH];
    await ctx.db.patch("returns", runId, {
      ...(last && { after: last }),
      peopleSeen: run.peopleSeen + seen.length,
      invited: run.invited + invited,
      ...(skipped.length > 0 && { skipped: skipped.slice(0, MOST_SKIPPED) }),
      skippedUnnamed: (run.skippedUnnamed ?? 0) + Math.max(0, skipped.length - MOST_SKIPPED),
      ...(isDone ? { finishedAt: Date.now() } : { nextBatch: await scheduleBatch(ctx, runId) }),
    });
    return null;
  },
});

/** Invites one person back, if they are awaited; a transaction within the batch's, which leaves nothing when it fails. */
export const inviteOne = internalMutation({
  args: { organizationId: v.id("organizations"), personId: v.id("people"), inviterId: v.id("people") },
  returns: v.boolean(),
  handler: async (ctx, { organizationId, personId, inviterId }) => {
    const organization = await ctx.db.get("organizations", organizationId);
    const person = await ctx.db.get("people", personId);
    if (!organization || !person || person.authUserId !== undefined) return false;
    const membership = await awaitedMembership(ctx, organization, person);
    if (membership) await inviteBackAs(ctx, { organization, person, membership, inviterId });
    return membership !== null;
  },
});

function codeOf(error: unknown): { code?: string } {
  const { data } = error instanceof ConvexError ? error : { data: null };
  const code: unknown = typeof data === "object" && data !== null && "code" in data ? data.code : undefined;
  return typeof code === "string" ? { code } : {};
}

type Back = {
  organization: Doc<"organizations">;
  person: Doc<"people">;
  membership: Doc<"memberships">;
  inviterId: Id<"people">;
};

/** Invites somebody to be what they are here. */
export async function inviteBackAs(
  ctx: Posting,
  { organization, person: { email }, membership: { role, schoolId }, inviterId }: Back,
): Promise<void> {
  const inviter = await ctx.db.get("people", inviterId);
  if (!inviter) throw new Error(`Person ${inviterId} is gone.`);
  await issueInvitation(
    { db: ctx.db, scheduler: ctx.scheduler, organization, person: inviter },
    { email, role, ...(schoolId && { schoolId }) },
  );
}
