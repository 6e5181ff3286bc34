import { v } from "convex/values";
import { internal } from "../_generated/api";
import type { Doc, Id } from "../_generated/dataModel";
import { addDays, civilDayAt } from "../dates";
import { internalMutation, type MutationCtx } from "../functions";
import { refreshStatus } from "./model";

/** Pupils whose status is looked at in one transaction. */
const BATCH = 100;
/** A deployment serves fewer tenants. */
const MOST_ORGANIZATIONS = 1000;

/**
 * What begins or ends today shows in lists from the organization's own midnight on. Every half hour (crons.ts)
 * it takes each organization whose day has turned since the last time; one that was not running for days
 * catches up on all of them.
 */
export const turn = internalMutation({
  args: {},
  returns: v.number(),
  handler: async (ctx) => {
    const tenants = await ctx.db
      .query("organizations")
      .withIndex("by_parent", (q) => q.eq("parentId", undefined))
      .take(MOST_ORGANIZATIONS);
    let turned = 0;
    for (const organization of tenants) {
      const today = civilDayAt(Date.now(), organization.timeZone);
      const seen = await dayOf(ctx, organization._id);
      if (seen && seen.refreshedThrough >= today) continue;
      const from = seen?.refreshedThrough ?? addDays(today, -1);
      const refresh = { organizationId: organization._id, from, today, step: 0, cursor: null };
      await ctx.scheduler.runAfter(0, internal.status.midnight.refresh, refresh);
      turned++;
    }
    return turned;
  },
});

/** What can turn over a day: episodes and needs that begin after `from`, or ended on it or since. */
const steps = [
  { table: "senEpisodes", edge: "start" },
  { table: "senEpisodes", edge: "end" },
  { table: "studentNeeds", edge: "start" },
  { table: "studentNeeds", edge: "end" },
] as const;

/** One batch of an organization's new day; goes on by itself, and marks the day once all are done. */
export const refresh = internalMutation({
  args: {
    organizationId: v.id("organizations"),
    from: v.string(),
    today: v.string(),
    step: v.number(),
    cursor: v.union(v.string(), v.null()),
  },
  returns: v.null(),
  handler: async (ctx, { step, cursor, ...turning }) => {
    const page = await changing(ctx, turning, step).paginate({ numItems: BATCH, cursor });
    const students = new Set(page.page.map(({ studentId }) => studentId));
    for (const studentId of students) await refreshStatus(ctx, studentId, turning.today);
    const next = page.isDone ? { step: step + 1, cursor: null } : { step, cursor: page.continueCursor };
    if (next.step < steps.length) {
      await ctx.scheduler.runAfter(0, internal.status.midnight.refresh, { ...turning, ...next });
      return null;
    }
    const seen = await dayOf(ctx, turning.organizationId);
    if (seen) await ctx.db.patch("statusDays", seen._id, { refreshedThrough: turning.today });
    else {
      const { organizationId, today: refreshedThrough } = turning;
      await ctx.db.insert("statusDays", { organizationId, refreshedThrough });
    }
    return null;
  },
});

type Turning = { organizationId: Id<"organizations">; from: string; today: string };

/** Both tables carry the same days under the same index names, so one query serves them. */
function changing(ctx: MutationCtx, { organizationId, from, today }: Turning, step: number) {
  const { table, edge } = steps[step] ?? steps[0];
  const rows = ctx.db.query(table as "senEpisodes");
  return edge === "start"
    ? rows.withIndex("by_organization_and_start", (q) =>
        q.eq("organizationId", organizationId).gt("startsOn", from).lte("startsOn", today),
      )
    : rows.withIndex("by_organization_and_end", (q) =>
        q.eq("organizationId", organizationId).gte("endsOn", from).lt("endsOn", today),
      );
}

async function dayOf(
  ctx: MutationCtx,
  organizationId: Id<"organizations">,
): Promise<Doc<"statusDays"> | null> {
  return await ctx.db
    .query("statusDays")
    .withIndex("by_organization", (q) => q.eq("organizationId", organizationId))
    .unique();
}
