import { internalMutationGeneric, mutationGeneric, queryGeneric } from "convex/server";
import { v } from "convex/values";

export const write = mutationGeneric({
  args: { text: v.string() },
  returns: v.id("lines"),
  handler: async (ctx, { text }) => await ctx.db.insert("lines", { text }),
});

export const read = queryGeneric({
  args: {},
  returns: v.array(v.string()),
  handler: async (ctx) => (await ctx.db.query("lines").take(100)).map(({ text }) => text as string),
});

export const erase = internalMutationGeneric({
  args: {},
  handler: async (ctx) => {
    for (const line of await ctx.db.query("lines").take(100)) await ctx.db.delete("lines", line._id);
  },
});
