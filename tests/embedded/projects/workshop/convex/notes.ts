import {
  internalMutationGeneric,
  internalQueryGeneric,
  mutationGeneric,
  paginationOptsValidator,
  queryGeneric,
} from "convex/server";
import { ConvexError, v } from "convex/values";

export const add = mutationGeneric({
  args: {
    text: v.string(),
    author: v.string(),
    pages: v.optional(v.number()),
    direction: v.optional(v.array(v.float64())),
  },
  returns: v.id("notes"),
  handler: async (ctx, note) => await ctx.db.insert("notes", note),
});

export const list = queryGeneric({
  args: { author: v.string() },
  handler: async (ctx, { author }) => {
    const notes = await ctx.db
      .query("notes")
      .withIndex("by_author", (q) => q.eq("author", author))
      .take(100);
    return notes.map(({ text }) => text as string);
  },
});

export const get = queryGeneric({
  args: { id: v.id("notes") },
  handler: async (ctx, { id }) => await ctx.db.get("notes", id),
});

export const page = queryGeneric({
  args: { paginationOpts: paginationOptsValidator },
  handler: async (ctx, { paginationOpts }) => await ctx.db.query("notes").paginate(paginationOpts),
});

export const twoPages = queryGeneric({
  args: {},
  handler: async (ctx) => {
    const first = { numItems: 1, cursor: null };
    await ctx.db.query("notes").paginate(first);
    return await ctx.db.query("notes").paginate(first);
  },
});

export const change = mutationGeneric({
  args: { id: v.id("notes"), text: v.string() },
  handler: async (ctx, { id, text }) => {
    await ctx.db.patch("notes", id, { text, pages: undefined });
    return await ctx.db.get("notes", id);
  },
});

export const promise = queryGeneric({
  args: {},
  returns: v.string(),
  handler: async () => 7 as unknown as string,
});

export const addMisfit = mutationGeneric({
  args: {},
  handler: async (ctx) => {
    await ctx.db.insert("notes", { text: 5, author: "misfit" });
  },
});

export const refuse = mutationGeneric({
  args: { text: v.string() },
  handler: async (ctx, { text }) => {
    await ctx.db.insert("notes", { text, author: "refused" });
    throw new ConvexError({ code: "refused", text });
  },
});

export const fail = queryGeneric({
  args: {},
  handler: async () => {
    throw new TypeError("the note is torn");
  },
});

export const secret = internalQueryGeneric({ args: {}, handler: async () => "for the deployment only" });

export const note = internalMutationGeneric({
  args: { text: v.string() },
  handler: async (ctx, { text }) => {
    await ctx.db.insert("notes", { text, author: "callback" });
  },
});
