import { mutationGeneric, queryGeneric } from "convex/server";
import { v } from "convex/values";

export const open = mutationGeneric({
  args: { count: v.number() },
  handler: async (ctx, { count }) => {
    for (let n = 0; n < count; n += 1) await ctx.db.insert("accounts", { name: `account ${n}`, amount: 100 });
  },
});

/** Moves an amount and notes it: three writes that belong together. */
export const transfer = mutationGeneric({
  args: { from: v.number(), to: v.number(), amount: v.number(), key: v.string(), number: v.number() },
  handler: async (ctx, { from, to, amount, key, number }) => {
    const account = async (n: number) =>
      await ctx.db
        .query("accounts")
        .withIndex("by_name", (q) => q.eq("name", `account ${n}`))
        .unique();
    const source = await account(from);
    if (source) await ctx.db.patch("accounts", source._id, { amount: source.amount - amount });
    const target = await account(to);
    if (target) await ctx.db.patch("accounts", target._id, { amount: target.amount + amount });
    await ctx.db.insert("entries", { key, number, by: "" });
  },
});

export const total = queryGeneric({
  args: {},
  handler: async (ctx) => {
    const accounts = await ctx.db.query("accounts").take(1_000);
    return accounts.reduce((sum, { amount }) => sum + amount, 0);
  },
});
