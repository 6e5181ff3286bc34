import { internalQueryGeneric, mutationGeneric, paginationOptsValidator, queryGeneric } from "convex/server";
import { ConvexError, v } from "convex/values";

/** Adds an entry and answers how many there are by this key now. */
export const add = mutationGeneric({
  args: { key: v.string(), number: v.number() },
  handler: async (ctx, { key, number }) => {
    const identity = await ctx.auth.getUserIdentity();
    await ctx.db.insert("entries", { key, number, by: identity?.subject ?? "" });
    const entries = await ctx.db
      .query("entries")
      .withIndex("by_key", (q) => q.eq("key", key))
      .take(5_000);
    return entries.length;
  },
});

export const removeFirst = mutationGeneric({
  args: { key: v.string() },
  handler: async (ctx, { key }) => {
    const first = await ctx.db
      .query("entries")
      .withIndex("by_key", (q) => q.eq("key", key))
      .first();
    if (first) await ctx.db.delete("entries", first._id);
  },
});

export const numbers = queryGeneric({
  args: { key: v.string() },
  handler: async (ctx, { key }) => {
    const entries = await ctx.db
      .query("entries")
      .withIndex("by_key", (q) => q.eq("key", key))
      .take(5_000);
    return entries.map(({ number }) => number);
  },
});

export const page = queryGeneric({
  args: { key: v.string(), paginationOpts: paginationOptsValidator },
  handler: async (ctx, { key, paginationOpts }) =>
    await ctx.db
      .query("entries")
      .withIndex("by_key", (q) => q.eq("key", key))
      .paginate(paginationOpts),
});

/** The caller's own entries: another answer for everybody. */
export const mine = queryGeneric({
  args: { key: v.string() },
  handler: async (ctx, { key }) => {
    const identity = await ctx.auth.getUserIdentity();
    const entries = await ctx.db
      .query("entries")
      .withIndex("by_key", (q) => q.eq("key", key))
      .take(5_000);
    const numbers = entries.filter(({ by }) => by === (identity?.subject ?? "")).map(({ number }) => number);
    return { subject: identity?.subject ?? null, numbers };
  },
});

export const large = queryGeneric({
  args: { length: v.number() },
  handler: async (_ctx, { length }) => "é".repeat(length),
});

export const refuse = queryGeneric({
  args: { kind: v.union(v.literal("told"), v.literal("bug")) },
  handler: async (_ctx, { kind }) => {
    if (kind === "told") throw new ConvexError({ code: "refused" });
    throw new Error("a secret detail");
  },
});

export const secret = internalQueryGeneric({ args: {}, handler: async () => "for admins" });

/** Writes, then throws: nothing of it may stay. */
export const addAndThrow = mutationGeneric({
  args: { key: v.string() },
  handler: async (ctx, { key }) => {
    await ctx.db.insert("entries", { key, number: -1, by: "" });
    throw new ConvexError("taken back");
  },
});
