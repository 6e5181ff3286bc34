import { v } from "convex/values";
import { organizationMutation, organizationQuery } from "../functions";
import { accepted } from "../typed";
import { ruleOf } from "./model";
import { keepingInput, recordKinds } from "./rules/schedule";
import { recordKind } from "./schema";

const from = v.union(v.literal("leaving"), v.literal("birth"));

/** How long each kind of record is kept, and where the figure comes from. */
export const get = organizationQuery({
  can: "retention.decide",
  args: {},
  returns: v.array(
    v.object({
      recordKind,
      years: v.number(),
      from,
      source: v.string(),
      /** Usual practice rather than a rule that was read in its source. */
      isUnconfirmed: v.boolean(),
      isOwn: v.boolean(),
    }),
  ),
  handler: async (ctx) =>
    await Promise.all(
      recordKinds.map(async (kind) => ({
        recordKind: kind,
        ...(await ruleOf(ctx, ctx.organization, kind)),
      })),
    ),
});

/** Sets how long a kind of record is kept: so many years after the child left, or from birth. */
export const set = organizationMutation({
  can: "retention.decide",
  args: { recordKind, years: v.number(), from },
  returns: v.null(),
  handler: async (ctx, { organizationId, recordKind: kind, years: typed, from: start }) => {
    const { years } = accepted(keepingInput, { years: typed });
    const own = await ctx.db
      .query("retentionRules")
      .withIndex("by_organization", (q) => q.eq("organizationId", organizationId).eq("recordKind", kind))
      .unique();
    const changed = { years, from: start, changedBy: ctx.person._id, changedAt: Date.now() };
    if (own) await ctx.db.patch("retentionRules", own._id, changed);
    else await ctx.db.insert("retentionRules", { organizationId, recordKind: kind, ...changed });
    ctx.note(`${kind}: ${years} years from ${start}`);
    return null;
  },
});
