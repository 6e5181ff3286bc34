import {
  type DataModelFromSchemaDefinition,
  type GenericMutationCtx,
  type GenericQueryCtx,
  mutationGeneric,
  queryGeneric,
} from "convex/server";
import { v } from "convex/values";
import type schema from "./schema";

type Model = DataModelFromSchemaDefinition<typeof schema>;

/** B06: validated, indexed twice, durable. */
export const add = mutationGeneric({
  args: { author: v.string(), topic: v.string(), position: v.number(), body: v.string() },
  returns: v.id("notes"),
  handler: async (ctx: GenericMutationCtx<Model>, note) => await ctx.db.insert("notes", note),
});

/** Grows the table: `count` notes from `from` on, a thousand to each author, ten to each topic. */
export const fill = mutationGeneric({
  args: { from: v.number(), count: v.number() },
  returns: v.union(v.null(), v.id("notes")),
  handler: async (ctx: GenericMutationCtx<Model>, { from, count }) => {
    let last = null;
    for (let n = from; n < from + count; n++) {
      const topic = `topic ${Math.floor(n / 10)}`;
      if (n % 10 === 0) {
        const ownerId = await ctx.db.insert("members", { subject: `owner of ${topic}`, role: "reader" });
        await ctx.db.insert("topics", { name: topic, ownerId });
      }
      last = await ctx.db.insert("notes", {
        author: `author ${Math.floor(n / 1000)}`,
        topic,
        position: n % 1000,
        body: "A sentence of about three hundred bytes, as a note has. ".repeat(5),
      });
    }
    return last;
  },
});

const times = v.number();

/** B09: one document by its id. */
export const byId = queryGeneric({
  args: { id: v.id("notes"), times },
  returns: v.number(),
  handler: async (ctx: GenericQueryCtx<Model>, { id, times }) => {
    let found = 0;
    for (let n = 0; n < times; n++) if ((await ctx.db.get("notes", id)) !== null) found++;
    return found;
  },
});

/** B09: one document by an index that has one entry for it. */
export const byName = queryGeneric({
  args: { name: v.string(), times },
  returns: v.number(),
  handler: async (ctx: GenericQueryCtx<Model>, { name, times }) => {
    let found = 0;
    for (let n = 0; n < times; n++) {
      const topic = await ctx.db
        .query("topics")
        .withIndex("by_name", (q) => q.eq("name", name))
        .unique();
      if (topic !== null) found++;
    }
    return found;
  },
});

/** B09: a hundred in a row. */
export const page = queryGeneric({
  args: { author: v.string() },
  returns: v.array(v.any()),
  handler: async (ctx: GenericQueryCtx<Model>, { author }) =>
    await ctx.db
      .query("notes")
      .withIndex("by_author_and_position", (q) => q.eq("author", author).gte("position", 300))
      .take(100),
});

/** B09: ten notes, the topic of each, the owner of each topic. */
export const joined = queryGeneric({
  args: { topic: v.string() },
  returns: v.number(),
  handler: async (ctx: GenericQueryCtx<Model>, { topic }) => {
    const notes = await ctx.db
      .query("notes")
      .withIndex("by_topic", (q) => q.eq("topic", topic))
      .take(10);
    let found = 0;
    for (const note of notes) {
      const its = await ctx.db
        .query("topics")
        .withIndex("by_name", (q) => q.eq("name", note.topic))
        .unique();
      if (its !== null && (await ctx.db.get("members", its.ownerId)) !== null) found++;
    }
    return found;
  },
});
