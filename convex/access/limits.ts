import { HOUR, MINUTE, RateLimiter } from "@convex-dev/rate-limiter";
import { v } from "convex/values";
import { components } from "../_generated/api";
import { internalMutation } from "../functions";

/** How often one account, or one person, may try. Capacity is what may come at once. */
export const limits = new RateLimiter(components.rateLimiter, {
  signIn: { kind: "token bucket", rate: 10, period: 15 * MINUTE, capacity: 10 },
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

const signInLimit = v.union(
  v.literal("signIn"),
  v.literal("signUp"),
  v.literal("passwordReset"),
  v.literal("password"),
  v.literal("code"),
);

/** Counts one try for an account, known or not: the answer must not tell which. */
export const take = internalMutation({
  args: { limit: signInLimit, account: v.string() },
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

/** A right password clears the count of wrong ones. */
export const forget = internalMutation({
  args: { limit: signInLimit, account: v.string() },
  returns: v.null(),
  handler: async (ctx, { limit, account }) => {
    await limits.reset(ctx, limit, { key: keyOf(account) });
    return null;
  },
});

/** Longer than any address that mail can reach (RFC 5321, 4.5.3.1), so that nobody fills the table with text. */
const LONGEST_ADDRESS = 254;
const LONGEST_CODE = 32;
const keyOf = (account: string) => account.trim().toLowerCase().slice(0, LONGEST_ADDRESS);
