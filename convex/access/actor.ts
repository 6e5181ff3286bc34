import { components } from "../_generated/api";
import type { Doc, Id } from "../_generated/dataModel";
import { problem } from "../errors";
import type { MutationCtx, QueryCtx } from "../functions";

/** Somebody with a living session, on whichever side of the lock screen. */
export type Caller = {
  person: Doc<"people">;
  sessionId: string;
  isLocked: boolean;
  /** When the session began, in ms. */
  signedInAt: number;
  /** A passkey has opened the session, or there is a code beside the password. */
  hasTwoFactors: boolean;
};

/**
 * Whose session calls, or null. The token carries only ids; that its session still exists is read from the
 * database on every call, so that signing out elsewhere or revoking a device ends live queries too.
 */
export async function findCaller(ctx: QueryCtx | MutationCtx): Promise<Caller | null> {
  const identity = await ctx.auth.getUserIdentity();
  if (!identity || typeof identity.sessionId !== "string") return null;
  const session: { userId: string; createdAt: number; expiresAt: number } | null = await ctx.runQuery(
    components.betterAuth.adapter.findOne,
    { model: "session", where: [{ field: "_id", value: identity.sessionId }] },
  );
  if (!session || session.userId !== identity.subject || session.expiresAt <= Date.now()) return null;
  const person = await ctx.db
    .query("people")
    .withIndex("by_auth_user", (q) => q.eq("authUserId", identity.subject))
    .unique();
  if (!person) return null;
  const { sessionId } = identity;
  return {
    person,
    sessionId,
    isLocked: person.lockedSessions?.includes(sessionId) ?? false,
    hasTwoFactors: person.hasSecondFactor === true || (person.passkeySessions?.includes(sessionId) ?? false),
    signedInAt: session.createdAt,
  };
}

/** Who calls, or null: also for a session that waits behind the lock screen. */
export async function findUnlocked(ctx: QueryCtx | MutationCtx): Promise<Caller | null> {
  const caller = await findCaller(ctx);
  return caller && !caller.isLocked ? caller : null;
}

/**
 * What waited on a device says who wrote it. On a shared device somebody else can be signed in by the time it is
 * sent: then it is not taken, so that nobody's words or measurements are put down as another's. Throws
 * `not_signed_in`: it can be sent again once its writer is back.
 */
export function requireWriter(person: Doc<"people">, writerId: Id<"people"> | undefined): void {
  if (writerId !== undefined && writerId !== person._id) throw problem("not_signed_in");
}

/** Who calls, and in which session. Throws `not_signed_in`. */
export async function requireCaller(ctx: QueryCtx | MutationCtx): Promise<Caller> {
  const caller = await findUnlocked(ctx);
  if (!caller) throw problem("not_signed_in");
  return caller;
}
