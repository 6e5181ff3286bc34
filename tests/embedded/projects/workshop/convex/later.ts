import {
  actionGeneric,
  internalActionGeneric,
  internalMutationGeneric,
  makeFunctionReference,
  mutationGeneric,
  queryGeneric,
} from "convex/server";
import { v } from "convex/values";

const runErrand = makeFunctionReference<"mutation">("later:errand");
const runErrandOutside = makeFunctionReference<"action">("later:errandOutside");

export const errand = internalMutationGeneric({
  args: { name: v.string(), fail: v.optional(v.boolean()) },
  handler: async (ctx, { name, fail }) => {
    const known = await ctx.db
      .query("errands")
      .withIndex("by_name", (q) => q.eq("name", name))
      .unique();
    if (known) await ctx.db.patch("errands", known._id, { times: known.times + 1 });
    else await ctx.db.insert("errands", { name, times: 1 });
    if (fail) throw new Error("the errand failed");
  },
});

export const errandOutside = internalActionGeneric({
  args: { name: v.string() },
  handler: async (ctx, args) => {
    await ctx.runMutation(runErrand, args);
  },
});

export const after = mutationGeneric({
  args: { ms: v.number(), name: v.string(), fail: v.optional(v.boolean()) },
  handler: async (ctx, { ms, ...args }) => await ctx.scheduler.runAfter(ms, runErrand, args),
});

export const outsideAfter = mutationGeneric({
  args: { ms: v.number(), name: v.string() },
  handler: async (ctx, { ms, ...args }) => await ctx.scheduler.runAfter(ms, runErrandOutside, args),
});

export const thenThrow = mutationGeneric({
  args: { name: v.string() },
  handler: async (ctx, args) => {
    await ctx.scheduler.runAfter(0, runErrand, args);
    throw new Error("changed my mind");
  },
});

export const fromAction = actionGeneric({
  args: { name: v.string() },
  handler: async (ctx, args) => await ctx.scheduler.runAfter(0, runErrand, args),
});

export const cancel = mutationGeneric({
  args: { id: v.id("_scheduled_functions") },
  handler: async (ctx, { id }) => await ctx.scheduler.cancel(id),
});

export const state = queryGeneric({
  args: { id: v.id("_scheduled_functions") },
  handler: async (ctx, { id }) => await ctx.db.system.get("_scheduled_functions", id),
});

export const times = queryGeneric({
  args: { name: v.string() },
  handler: async (ctx, { name }) => {
    const found = await ctx.db
      .query("errands")
      .withIndex("by_name", (q) => q.eq("name", name))
      .unique();
    return (found?.times ?? 0) as number;
  },
});

export const many = mutationGeneric({
  args: { count: v.number() },
  handler: async (ctx, { count }) => {
    for (let n = 0; n < count; n += 1) await ctx.scheduler.runAfter(1e9, runErrand, { name: `many ${n}` });
  },
});
