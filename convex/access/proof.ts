import { problem } from "../errors";
import type { QueryCtx } from "../functions";
import type { Caller } from "./actor";

/** So long a password counts as just given, in ms. */
export const PROOF_MS = 10 * 60 * 1000;

/**
 * Throws `password_needed` unless the caller has given their password in this session within ten minutes, by signing
 * in or when asked again: a screen that somebody left open must not give everything away, or destroy it.
 */
export async function requireRecentPassword(ctx: Pick<QueryCtx, "db">, caller: Caller): Promise<void> {
  if (!(await hasRecentPassword(ctx, caller))) throw problem("password_needed");
}

/** Whether the password was given in a session within ten minutes, by signing in or when asked again. */
export async function hasRecentPassword(
  ctx: Pick<QueryCtx, "db">,
  { person, sessionId, signedInAt }: Pick<Caller, "person" | "sessionId" | "signedInAt">,
): Promise<boolean> {
  const since = Date.now() - PROOF_MS;
  if (signedInAt > since) return true;
  return ((await lastProofAt(ctx, { person, sessionId })) ?? 0) > since;
}

/** When the password was last given again in a session, ms; null when it was not, or long ago. */
export async function lastProofAt(
  ctx: Pick<QueryCtx, "db">,
  { person, sessionId }: Pick<Caller, "person" | "sessionId">,
): Promise<number | null> {
  const proof = await ctx.db
    .query("passwordProofs")
    .withIndex("by_person", (q) => q.eq("personId", person._id).eq("sessionId", sessionId))
    .unique();
  return proof?.givenAt ?? null;
}
