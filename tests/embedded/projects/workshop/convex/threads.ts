"use node";
import { AsyncLocalStorage } from "node:async_hooks";
import { type ScryptOptions, scrypt } from "node:crypto";
import { promisify } from "node:util";
import { threadId } from "node:worker_threads";
import { actionGeneric, createFunctionHandle, makeFunctionReference } from "convex/server";
import { ConvexError, v } from "convex/values";

// oxlint-disable-next-line convex/no-process-env -- this project is pushed without generated code, so it has no typed env
if (process.env.TORN) throw new Error("this module is torn");

const here = makeFunctionReference<"action">("threads:where");
const addNote = makeFunctionReference<"mutation">("notes:add");
const notesOf = makeFunctionReference<"query">("notes:list");

/** Works without ever waiting. */
export const spin = actionGeneric({
  args: { ms: v.number() },
  handler: async (_ctx, { ms }) => {
    console.log("spinning");
    const until = Date.now() + ms;
    while (Date.now() < until);
    return "spun";
  },
});

export const never = actionGeneric({ args: {}, handler: async () => await new Promise(() => undefined) });

export const exit = actionGeneric({
  args: {},
  handler: async () => {
    console.log("leaving");
    process.exit(7);
  },
});

export const exhaust = actionGeneric({
  args: {},
  handler: async () => {
    const kept: number[][] = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, n) => n * 1.5));
  },
});

export const leaveBehind = actionGeneric({
  args: {},
  handler: async (ctx) => {
    setTimeout(() => {
      throw new Error("left behind");
    }, 1);
    void Promise.reject(new Error("left behind too"));
    setTimeout(() => void ctx.runMutation(addNote, { text: "too late", author: "late" }), 20);
  },
});

export const fail = actionGeneric({
  args: { data: v.optional(v.object({ code: v.string() })) },
  handler: async (_ctx, { data }) => {
    throw data === undefined ? new TypeError("the action is torn") : new ConvexError(data);
  },
});

/** Where it runs, and what it sees there. */
export const where = actionGeneric({
  args: {},
  // oxlint-disable-next-line convex/no-process-env -- as above
  handler: async () => ({ threadId, greeting: process.env.GREETING ?? null }),
});

export const nested = actionGeneric({
  args: {},
  handler: async (ctx) => ({
    inner: await ctx.runAction(here, {}),
    handle: (await createFunctionHandle(here)) as string,
  }),
});

/** Says where it is before and after somebody has written a note. */
export const untilNote = actionGeneric({
  args: { author: v.string() },
  handler: async (ctx, { author }) => {
    const before: unknown = await ctx.runAction(here, {});
    while (((await ctx.runQuery(notesOf, { author })) as string[]).length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    // oxlint-disable-next-line convex/no-process-env -- as above
    return { before, after: await ctx.runAction(here, {}), greeting: process.env.GREETING ?? null };
  },
});

const context = new AsyncLocalStorage<string>();

/** What libraries keep for a request stays with that request. */
export const remember = actionGeneric({
  args: { name: v.string() },
  handler: async (ctx, { name }) =>
    await context.run(name, async () => {
      await ctx.runQuery(notesOf, { author: name });
      await new Promise((resolve) => setTimeout(resolve, 5));
      return context.getStore() ?? null;
    }),
});

export const talk = actionGeneric({
  args: { lines: v.number() },
  handler: async (_ctx, { lines }) => {
    for (let n = 0; n < lines; n += 1) console.log(n);
  },
});

/** Hashes a password, and tells whose request it was when that was done. */
export const hash = actionGeneric({
  args: { password: v.string(), cost: v.number() },
  handler: async (_ctx, { password, cost }) =>
    await context.run(password, async () => {
      const made = promisify<string, string, number, ScryptOptions, Buffer>(scrypt);
      const key = await made(password, "salt", 64, { cost, blockSize: 8 });
      return { key: key.toString("hex"), of: context.getStore() ?? null };
    }),
});
