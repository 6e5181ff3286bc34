import { problem } from "../errors";
import type { MutationCtx } from "../functions";
import { findCaller } from "./actor";

/** So long a password counts as just given, in ms. */
export const PROOF_MS = 10 * 60 * 1000;

/**
 * Throws `password_needed` unless the caller has given their password in this session within ten minutes, by signing
 * in or when asked again: a screen that somebody left open must not give everything away, or destroy it.
 */
export async function requireRecentPassword(ctx: MutationCtx): Promise<void> {
  const caller = await findCaller(ctx);
  if (!caller) throw problem("not_signed_in");
  const { person, sessionId, signedInAt } = caller;
  const since = Date.now() - PROOF_MS;
  if (signedInAt > since) return;
  const proof = await ctx.db
    .query("passwordProofs")
    .withIndex("by_person", (q) => q.eq("personId", person._id).eq("sessionId", sessionId))
    .unique();
  if ((proof?.givenAt ?? 0) <= since) throw problem("password_needed");
}
