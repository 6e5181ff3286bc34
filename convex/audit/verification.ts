import { v } from "convex/values";
import { internal } from "../_generated/api";
import type { Doc, Id } from "../_generated/dataModel";
import { internalAction, internalMutation, internalQuery, type MutationCtx } from "../functions";
import { raiseAlarm } from "./alarm";
import { compareWith, headOf, STRETCH, stretchFrom } from "./model";
import { follow, START } from "./rules";

/** The verification of the chains that nobody has to ask for, and the same as a command for whoever runs the deployment. */

const ORGANIZATIONS = 50;
/** A day's share for one organization: 20,000 entries. A longer chain takes several days for a round. */
const STRETCHES_A_DAY = 40;

/** Starts the day's verification of every organization. Daily (crons.ts). */
export const start = internalMutation({
  args: { cursor: v.optional(v.string()) },
  returns: v.null(),
  handler: async (ctx, { cursor = null }) => {
    const found = await ctx.db
      .query("organizations")
      .withIndex("by_parent", (q) => q.eq("parentId", undefined))
      .paginate({ numItems: ORGANIZATIONS, cursor });
    for (const { _id: organizationId } of found.page) {
      const left = STRETCHES_A_DAY;
      await ctx.scheduler.runAfter(0, internal.audit.verification.goOn, { organizationId, left });
    }
    if (!found.isDone) {
      const next = { cursor: found.continueCursor };
      await ctx.scheduler.runAfter(0, internal.audit.verification.start, next);
    }
    return null;
  },
});

/** Verifies the next stretch of an organization's chain, and the one after it, until the end or the day's share. */
export const goOn = internalMutation({
  args: { organizationId: v.id("organizations"), left: v.number() },
  returns: v.null(),
  handler: async (ctx, { organizationId, left }) => {
    const state = await stateOf(ctx, organizationId);
    await checkHead(ctx, state);
    const through = { sequence: state.throughSequence, hash: state.throughHash };
    const entries = await stretchFrom(ctx, organizationId, through.sequence + 1);
    const { last, brokenAt } = follow(through, entries);
    if (brokenAt !== null) await raiseAlarm(ctx, organizationId, brokenAt);
    // Behind a breach it goes on from what stands there, so that a second one is found too.
    const after = brokenAt === null ? last : (entries.find(({ sequence }) => sequence >= brokenAt) ?? last);
    const isEnd = brokenAt === null && entries.length < STRETCH;
    const head = await headOf(ctx, organizationId);
    await ctx.db.patch("auditVerifications", state._id, {
      throughSequence: isEnd ? START.sequence : after.sequence,
      throughHash: isEnd ? START.hash : after.hash,
      headSequence: head.sequence,
      headHash: head.hash,
      ...(isEnd && { wholeAt: Date.now() }),
    });
    if (!isEnd && left > 1) {
      await ctx.scheduler.runAfter(0, internal.audit.verification.goOn, { organizationId, left: left - 1 });
    }
    return null;
  },
});

async function stateOf(
  ctx: MutationCtx,
  organizationId: Id<"organizations">,
): Promise<Doc<"auditVerifications">> {
  const known = await ctx.db
    .query("auditVerifications")
    .withIndex("by_organization", (q) => q.eq("organizationId", organizationId))
    .unique();
  if (known) return known;
  const { sequence, hash } = START;
  const first = { throughSequence: sequence, throughHash: hash, headSequence: sequence, headHash: hash };
  const id = await ctx.db.insert("auditVerifications", { organizationId, ...first });
  const made = await ctx.db.get("auditVerifications", id);
  if (!made) throw new Error("The row that was just written is not there.");
  return made;
}

/** The newest entry that was seen last time must still be there as it was: else the end has been cut off or replaced. */
async function checkHead(
  ctx: MutationCtx,
  { organizationId, headSequence, headHash }: Doc<"auditVerifications">,
): Promise<void> {
  const seen = { sequence: headSequence, hash: headHash };
  if ((await compareWith(ctx, organizationId, seen)) === "holds") return;
  const head = await headOf(ctx, organizationId);
  await raiseAlarm(ctx, organizationId, Math.min(headSequence, head.sequence + 1));
}

const verdict = v.object({
  organizationId: v.id("organizations"),
  name: v.string(),
  checked: v.number(),
  brokenAt: v.union(v.number(), v.null()),
});

/**
 * Verifies every chain of the deployment from its first entry on, for whoever runs it:
 *
 *     npx convex run audit/verification:run
 */
export const run = internalAction({
  args: {},
  returns: v.array(verdict),
  handler: async (ctx) => {
    const verdicts: {
      organizationId: Id<"organizations">;
      name: string;
      checked: number;
      brokenAt: number | null;
    }[] = [];
    let cursor: string | null = null;
    do {
      const found: { page: { organizationId: Id<"organizations">; name: string }[]; next: string | null } =
        await ctx.runQuery(internal.audit.verification.organizations, { cursor });
      for (const { organizationId, name } of found.page) {
        let place = START;
        let brokenAt: number | null = null;
        for (let isEnd = false; !isEnd && brokenAt === null; ) {
          const stretch: { last: typeof START; brokenAt: number | null; isEnd: boolean } = await ctx.runQuery(
            internal.audit.verification.stretch,
            { organizationId, place },
          );
          ({ last: place, brokenAt, isEnd } = stretch);
        }
        verdicts.push({ organizationId, name, checked: place.sequence, brokenAt });
      }
      cursor = found.next;
    } while (cursor !== null);
    return verdicts;
  },
});

export const organizations = internalQuery({
  args: { cursor: v.union(v.string(), v.null()) },
  returns: v.object({
    page: v.array(v.object({ organizationId: v.id("organizations"), name: v.string() })),
    next: v.union(v.string(), v.null()),
  }),
  handler: async (ctx, { cursor }) => {
    const found = await ctx.db
      .query("organizations")
      .withIndex("by_parent", (q) => q.eq("parentId", undefined))
      .paginate({ numItems: ORGANIZATIONS, cursor });
    const page = found.page.map(({ _id, name }) => ({ organizationId: _id, name }));
    return { page, next: found.isDone ? null : found.continueCursor };
  },
});

const place = v.object({ sequence: v.number(), hash: v.string() });

export const stretch = internalQuery({
  args: { organizationId: v.id("organizations"), place },
  returns: v.object({ last: place, brokenAt: v.union(v.number(), v.null()), isEnd: v.boolean() }),
  handler: async (ctx, { organizationId, place: from }) => {
    const entries = await stretchFrom(ctx, organizationId, from.sequence + 1);
    return { ...follow(from, entries), isEnd: entries.length < STRETCH };
  },
});
