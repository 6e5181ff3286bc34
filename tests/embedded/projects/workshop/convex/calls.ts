import {
  actionGeneric,
  componentsGeneric,
  createFunctionHandle,
  type FunctionReference,
  makeFunctionReference,
  mutationGeneric,
  queryGeneric,
} from "convex/server";
import { ConvexError, v } from "convex/values";

const components = componentsGeneric() as unknown as {
  tally: {
    counts: {
      increment: FunctionReference<"mutation", "internal", Record<string, unknown>, number>;
      get: FunctionReference<"query", "internal", { name: string }, { value: number }>;
      surroundings: FunctionReference<"query", "internal", Record<string, never>, unknown>;
      hidden: FunctionReference<"query", "internal", Record<string, never>, string>;
    };
  };
};
const addNote = makeFunctionReference<"mutation">("notes:add");
const refuse = makeFunctionReference<"mutation">("notes:refuse");
const listNotes = makeFunctionReference<"query">("notes:list");

export const count = mutationGeneric({
  args: { name: v.string(), limit: v.optional(v.number()) },
  handler: async (ctx, args): Promise<number> =>
    await ctx.runMutation(components.tally.counts.increment, args),
});

export const counted = queryGeneric({
  args: { name: v.string() },
  handler: async (ctx, args) => await ctx.runQuery(components.tally.counts.get, args),
});

/** The component refuses; the app goes on, and says what it was told. */
export const countOrNote = mutationGeneric({
  args: { name: v.string(), limit: v.number() },
  handler: async (ctx, args) => {
    await ctx.db.insert("notes", { text: "before", author: args.name });
    let refused: unknown = null;
    try {
      await ctx.runMutation(components.tally.counts.increment, args);
    } catch (error) {
      refused = error instanceof ConvexError ? error.data : String(error);
    }
    await ctx.db.insert("notes", { text: "after", author: args.name });
    return { refused };
  },
});

/** Writes of its own while a nested mutation runs and fails: they must stay. */
export const writeBeside = mutationGeneric({
  args: { author: v.string() },
  handler: async (ctx, { author }) => {
    const [outcome] = await Promise.allSettled([
      ctx.runMutation(refuse, { text: "nested" }),
      ctx.db.insert("notes", { text: "beside", author }),
    ]);
    return outcome.status;
  },
});

export const withCallback = mutationGeneric({
  args: { name: v.string() },
  handler: async (ctx, { name }) => {
    const handle = await createFunctionHandle(makeFunctionReference<"mutation">("notes:note"));
    await ctx.runMutation(components.tally.counts.increment, { name, handle });
    return handle as string;
  },
});

export const surroundings = queryGeneric({
  args: {},
  handler: async (ctx) => ({
    own: await ctx.auth.getUserIdentity(),
    component: await ctx.runQuery(components.tally.counts.surroundings, {}),
  }),
});

export const callHidden = queryGeneric({
  args: {},
  handler: async (ctx) => await ctx.runQuery(components.tally.counts.hidden, {}),
});

export const fromAction = actionGeneric({
  args: { author: v.string() },
  handler: async (ctx, { author }) => {
    await ctx.runMutation(addNote, { text: "one", author });
    await ctx.runMutation(refuse, { text: "lost" }).catch(() => undefined);
    await ctx.runMutation(addNote, { text: "two", author });
    return await ctx.runQuery(listNotes, { author });
  },
});

export const searchByDirection = actionGeneric({
  args: { author: v.string() },
  handler: async (ctx, { author }) =>
    await ctx.vectorSearch("notes", "by_direction", {
      vector: [1, 0, 0],
      limit: 2,
      filter: (q) => q.eq("author", author),
    }),
});
