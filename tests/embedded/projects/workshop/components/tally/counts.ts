import {
  componentsGeneric,
  type FunctionReference,
  internalQueryGeneric,
  mutationGeneric,
  queryGeneric,
} from "convex/server";
import { ConvexError, v } from "convex/values";

const components = componentsGeneric() as unknown as {
  journal: {
    lines: {
      write: FunctionReference<"mutation", "internal", { text: string }, string>;
      read: FunctionReference<"query", "internal", Record<string, never>, string[]>;
    };
  };
};

/** Counts one more and notes it in the component's own journal; refuses to go beyond `limit`. */
export const increment = mutationGeneric({
  args: { name: v.string(), limit: v.optional(v.number()), handle: v.optional(v.string()) },
  returns: v.number(),
  handler: async (ctx, { name, limit, handle }) => {
    const count = await ctx.db
      .query("counts")
      .withIndex("by_name", (q) => q.eq("name", name))
      .unique();
    const value = (count?.value ?? 0) + 1;
    if (count) await ctx.db.patch("counts", count._id, { value });
    else await ctx.db.insert("counts", { name, value });
    await ctx.runMutation(components.journal.lines.write, { text: `${name}: ${value}` });
    if (handle) await ctx.runMutation(handle as never, { text: `${name} called back` } as never);
    if (limit !== undefined && value > limit) throw new ConvexError({ code: "too_many", limit });
    return value;
  },
});

export const get = queryGeneric({
  args: { name: v.string() },
  returns: v.object({ value: v.number(), journal: v.array(v.string()), unit: v.string() }),
  handler: async (ctx, { name }) => {
    const count = await ctx.db
      .query("counts")
      .withIndex("by_name", (q) => q.eq("name", name))
      .unique();
    const journal = await ctx.runQuery(components.journal.lines.read, {});
    return { value: count?.value ?? 0, journal, unit: process.env.TALLY_UNIT ?? "none" };
  },
});

/** What a component may know of the outside. */
export const surroundings = queryGeneric({
  args: {},
  handler: async (ctx) => ({
    identity: await ctx.auth.getUserIdentity(),
    variables: Object.keys(process.env).sort(),
  }),
});

export const hidden = internalQueryGeneric({ args: {}, handler: async () => "only for the component" });
