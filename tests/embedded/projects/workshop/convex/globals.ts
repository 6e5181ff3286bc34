import { actionGeneric, mutationGeneric, queryGeneric } from "convex/server";
import { v } from "convex/values";

/** Read while the module loads. */
// oxlint-disable-next-line convex/no-process-env -- this project is pushed without generated code, so it has no typed env
const greetingAtLoad = process.env.GREETING ?? null;

export const environment = queryGeneric({
  args: {},
  handler: async () => ({
    atLoad: greetingAtLoad,
    // oxlint-disable-next-line convex/no-process-env -- as above
    now: process.env.GREETING ?? null,
    // oxlint-disable-next-line convex/no-process-env -- as above
    site: process.env.CONVEX_SITE_URL ?? null,
    // oxlint-disable-next-line convex/no-process-env -- as above
    path: process.env.PATH ?? null,
  }),
});

export const clock = mutationGeneric({
  args: {},
  handler: async (ctx) => {
    const before = [Date.now(), new Date(Date.now()).getTime(), new Date().toISOString()];
    for (let n = 0; n < 200; n += 1) await ctx.db.insert("notes", { text: "tick", author: "clock" });
    return { before, after: [Date.now(), new Date(Date.now()).getTime(), new Date().toISOString()] };
  },
});

export const chance = queryGeneric({
  args: {},
  handler: async () => ({ number: Math.random(), bytes: [...crypto.getRandomValues(new Uint8Array(8))] }),
});

export const tryForbidden = queryGeneric({
  args: {
    what: v.union(v.literal("fetch"), v.literal("timer"), v.literal("key")),
  },
  handler: async (_ctx, { what }) => {
    if (what === "fetch") await fetch("http://127.0.0.1:1/");
    if (what === "timer") setTimeout(() => undefined, 1);
    if (what === "key") await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt"]);
  },
});

export const inAction = actionGeneric({
  args: {},
  handler: async () => {
    const before = Date.now();
    await new Promise((resolve) => setTimeout(resolve, 15));
    const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt"]);
    console.warn("time passes", { waited: Date.now() > before });
    return { waited: Date.now() > before, key: (key as CryptoKey).type };
  },
});

export const never = queryGeneric({ args: {}, handler: async () => await new Promise(() => undefined) });

export const talk = queryGeneric({
  args: { lines: v.number() },
  handler: async (_ctx, { lines }) => {
    for (let n = 0; n < lines; n += 1) console.log(n);
  },
});

/** Asks the deployment something over and over, and never waits for anything. */
export const busy = queryGeneric({
  args: { questions: v.number() },
  handler: async (ctx, { questions }) => {
    for (let i = 0; i < questions; i++) await ctx.auth.getUserIdentity();
    return questions;
  },
});
