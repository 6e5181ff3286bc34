import betterAuth from "@convex-dev/better-auth/test";
import presence from "@convex-dev/presence/test";
import prosemirrorSync from "@convex-dev/prosemirror-sync/test";
import rateLimiter from "@convex-dev/rate-limiter/test";
import { convexTest, type TestConvex } from "convex-test";
import { components, internal } from "#convex/_generated/api.js";
import schema from "#convex/schema.ts";
import type { Account, Backend, Caller } from "./backend.ts";
import { openingRecords } from "./lease.ts";
import { atOneInstant } from "./oneInstant.ts";

const modules = import.meta.glob(["../../convex/**/*.ts", "../../convex/**/*.js", "!../../convex/**/*.d.ts"]);

process.env.SITE_URL = "http://localhost:4400";
process.env.CONVEX_SITE_URL = "http://localhost:4400";
process.env.ENCRYPTION_KEY ??= "dGhlIGtleSBvZiB0ZXN0cywgMzIgYnl0ZXMgbG9uZyE";
process.env.BETTER_AUTH_SECRET = "a secret for tests only, long enough to please";

/** A convex-test deployment with all components. */
export function openConvexTest(): TestConvex<typeof schema> {
  const t = convexTest(schema, modules);
  betterAuth.register(t);
  prosemirrorSync.register(t);
  presence.register(t);
  rateLimiter.register(t);
  return t;
}

/** Long enough for tests that move the clock by months. */
const SESSION_MS = 800 * 24 * 60 * 60 * 1000;

/**
 * convex-test as a backend. An account and its session are written as better-auth writes them, without
 * hashing a password; signing in through the routes has its own test.
 */
export function convexTestBackend(t = openConvexTest()): Backend {
  return {
    stranger: callerOf(t),
    operator: { query: loosely(t.query), mutation: loosely(t.mutation) },
    fetch: (path, init) => t.fetch(path, init),
    // convex-test has no upload address to post to: the file is put into its storage.
    upload: async (_url, contents) =>
      String(await t.run(async (ctx) => await ctx.storage.store(new Blob([latin1(contents)])))),
    signUp: async (account) => callerOf(t.withIdentity(await openSession(t, account))),
  };
}

const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

async function openSession(t: TestConvex<typeof schema>, { name, email }: Account) {
  const now = Date.now();
  const times = { createdAt: now, updatedAt: now };
  const userId = await t.run(async (ctx) => {
    const data = { name, email, emailVerified: false, ...times };
    const user = await ctx.runMutation(components.betterAuth.adapter.create, {
      input: { model: "user", data },
    });
    return String(user._id);
  });
  const sessionId = await t.run(async (ctx) => {
    const data = { token: crypto.randomUUID(), userId, expiresAt: now + SESSION_MS, ...times };
    const session = await ctx.runMutation(components.betterAuth.adapter.create, {
      input: { model: "session", data },
    });
    return String(session._id);
  });
  await t.mutation(internal.people.accounts.ensure, { authUserId: userId });
  return { subject: userId, sessionId };
}

/** convex-test spells "arguments may be left out" in its types; callers here always pass them. */
const loosely = (call: unknown) => (reference: unknown, args: unknown) =>
  atOneInstant(() => (call as (reference: unknown, args: unknown) => Promise<never>)(reference, args));

type Accessor = Omit<TestConvex<typeof schema>, "registerComponent">;
const accessors = new WeakMap<Caller["query"], Accessor>();

function callerOf(t: Accessor): Caller {
  const caller = openingRecords({ query: loosely(t.query), mutation: loosely(t.mutation) });
  accessors.set(caller.query, t);
  return caller;
}

/** The caller as the deployment meets it: nothing is opened on the way. */
export function raw(caller: Caller): Caller {
  const t = accessors.get(caller.query);
  if (!t) throw new Error("Only callers of convex-test can call raw.");
  return { query: loosely(t.query), mutation: loosely(t.mutation) };
}

const UNDO = "undo";

type Called = { kind: "query" | "mutation" | "action"; reference: unknown };

/**
 * What a call comes to, without its effects: a mutation runs inside one that is rolled back, so that the
 * next call meets the same world.
 */
export async function rehearse(
  caller: Caller,
  { kind, reference }: Called,
  args: Record<string, unknown>,
): Promise<{ value?: unknown; thrown?: unknown }> {
  const t = accessors.get(caller.query);
  if (!t) throw new Error("Only callers of convex-test can rehearse.");
  const outcome = (call: unknown) =>
    loosely(call)(reference, args).then(
      (value: unknown) => ({ value }),
      (thrown: unknown) => ({ thrown }),
    );
  if (kind === "query") return await outcome(t.query);
  let met: { value?: unknown; thrown?: unknown } = {};
  const undone: unknown = await t
    .mutation(async (ctx) => {
      met = await outcome(ctx.runMutation);
      throw new Error(UNDO);
    })
    .catch(caught);
  if (!(undone instanceof Error) || undone.message !== UNDO) throw undone;
  return met;
}

/** The same, when only what was thrown matters; undefined for success. */
export async function attempt(caller: Caller, fn: Called, args: Record<string, unknown>): Promise<unknown> {
  return (await rehearse(caller, fn, args)).thrown;
}

const caught = (error: unknown): unknown => error;
