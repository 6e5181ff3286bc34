import { HOUR, MINUTE, RateLimiter } from "@convex-dev/rate-limiter";
import { v } from "convex/values";
import { components } from "../_generated/api";
import { internalMutation } from "../functions";

/** How often one account, or one person, may try. Capacity is what may come at once. */
export const limits = new RateLimiter(components.rateLimiter, {
  // Wrong passwords of one account, and of all accounts together from one address (people/signIn/guess.ts).
  signIn: { kind: "token bucket", rate: 10, period: 15 * MINUTE, capacity: 10 },
  spraying: { kind: "token bucket", rate: 200, period: HOUR, capacity: 200 },
  signUp: { kind: "token bucket", rate: 5, period: HOUR, capacity: 5 },
  passwordReset: { kind: "token bucket", rate: 3, period: HOUR, capacity: 3 },
  // The password asked for again inside a session, and codes: whoever guesses has come far already.
  password: { kind: "token bucket", rate: 10, period: 15 * MINUTE, capacity: 10 },
  code: { kind: "token bucket", rate: 10, period: 15 * MINUTE, capacity: 10 },
  // One use of one code within the time in which a clock that is a little wrong would take it twice.
  usedCode: { kind: "fixed window", rate: 1, period: 3 * MINUTE },
  invitation: { kind: "token bucket", rate: 60, period: HOUR, capacity: 120 },
  emergency: { kind: "token bucket", rate: 5, period: HOUR, capacity: 5 },
  upload: { kind: "token bucket", rate: 120, period: HOUR, capacity: 120 },
  refusedOpening: { kind: "token bucket", rate: 30, period: HOUR, capacity: 30 },
});

/** Counts one try for an account, known or not: the answer must not tell which. */
export const take = internalMutation({
  args: {
    limit: v.union(v.literal("signUp"), v.literal("passwordReset"), v.literal("code")),
    account: v.string(),
  },
  returns: v.object({ ok: v.boolean() }),
  handler: async (ctx, { limit, account }) => {
    const { ok } = await limits.limit(ctx, limit, { key: keyOf(account) });
    return { ok };
  },
});

/** Uses a code of an account up; false when that was done before. */
export const claim = internalMutation({
  args: { account: v.string(), code: v.string() },
  returns: v.object({ ok: v.boolean() }),
  handler: async (ctx, { account, code }) => {
    const { ok } = await limits.limit(ctx, "usedCode", { key: `${account}/${code.slice(0, LONGEST_CODE)}` });
    return { ok };
  },
});

/** A right code clears the count of wrong ones. */
export const forget = internalMutation({
  args: { limit: v.literal("code"), account: v.string() },
  returns: v.null(),
  handler: async (ctx, { limit, account }) => {
    await limits.reset(ctx, limit, { key: keyOf(account) });
    return null;
  },
});

/** Counts one request from an address, of however many a rule allows. Called by people/signIn/floods.ts. */
export const takeFrom = internalMutation({
  args: { address: v.string(), max: v.number(), windowMs: v.number() },
  returns: v.object({ ok: v.boolean(), retryAfter: v.optional(v.number()) }),
  handler: async (ctx, { address, max, windowMs }) => {
    const config = { kind: "token bucket" as const, rate: max, period: windowMs, capacity: max };
    const asked = { key: address, config };
    const heard = await limits.limit(ctx, "address", asked);
    if (heard.ok || (await limits.getValue(ctx, "address", asked)).ts <= Date.now()) return heard;
    // Counted by a clock that has been set back since.
    await limits.reset(ctx, "address", asked);
    return await limits.limit(ctx, "address", asked);
  },
});

/** So long it is remembered who tried what, in ms; every limit has long been whole again by then. */
const REMEMBERED_MS = 2 * 24 * HOUR;

/** Forgets the tries of former days: they name addresses of people who may have no account. Run once a day. */
export const forgetOld = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx) => {
    const before = Date.now() - REMEMBERED_MS;
    await ctx.runMutation(components.rateLimiter.lib.clearAll, { before });
    return null;
  },
});

/** Longer than any address that mail can reach (RFC 5321, 4.5.3.1), so that nobody fills the table with text. */
const LONGEST_ADDRESS = 254;
const LONGEST_CODE = 32;
export const keyOf = (account: string) => account.trim().toLowerCase().slice(0, LONGEST_ADDRESS);
