import type { BetterAuthRateLimitStorage } from "better-auth";
import { internal } from "../../_generated/api";
import type { ActionCtx } from "../../functions";

const SECOND_MS = 1000;

/**
 * better-auth's rules per address, counted in tokens that come back steadily. Its own counter begins anew only after
 * a pause as long as its window, which an address that a school shares never makes.
 */
export const floods = (ctx: ActionCtx): BetterAuthRateLimitStorage => ({
  consume: async (address, { window, max }) => {
    const asked = { address, max, windowMs: window * SECOND_MS };
    const { ok, retryAfter } = await ctx.runMutation(internal.access.limits.takeFrom, asked);
    return { allowed: ok, retryAfter: ok ? null : Math.ceil((retryAfter ?? 0) / SECOND_MS) };
  },
  // Asked only of a storage that cannot take in one step.
  get: async () => null,
  set: async () => {},
});
