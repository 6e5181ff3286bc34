import { v } from "convex/values";
import { components } from "../_generated/api";
import { findCaller } from "../access/actor";
import { lastProofAt } from "../access/proof";
import { internalMutation, openQuery, ownMutation } from "../functions";
import { findByAccount } from "./model";

/** Locked sessions that are remembered for one person; of more, those locked first have long run out. */
const MOST_LOCKED = 20;

/**
 * Whether this session waits behind the lock screen, and what that screen needs to let its person back in;
 * null when nobody is signed in.
 */
export const get = openQuery({
  because: "A locked session is nobody to every other function, and must learn that it is locked.",
  args: {},
  returns: v.union(
    v.null(),
    v.object({
      isLocked: v.boolean(),
      name: v.string(),
      email: v.string(),
      /** False for an account that only signs in through a provider: it unlocks by signing in again. */
      hasPassword: v.boolean(),
      /** When the password was last given in this session, ms: a tab that locked before it has been let in. */
      provenAt: v.union(v.number(), v.null()),
    }),
  ),
  handler: async (ctx) => {
    const caller = await findCaller(ctx);
    if (!caller) return null;
    const { isLocked, person } = caller;
    const { name, email } = person;
    const provenAt = await lastProofAt(ctx, caller);
    if (!isLocked) return { isLocked, name, email, hasPassword: true, provenAt };
    const credential = await ctx.runQuery(components.betterAuth.adapter.findOne, {
      model: "account",
      where: [
        { field: "userId", value: person.authUserId ?? "" },
        { field: "providerId", value: "credential" },
      ],
    });
    return { isLocked, name, email, hasPassword: credential !== null, provenAt };
  },
});

/**
 * Locks the caller's session: until its password is given again (people/signIn/unlock.ts) every function takes it
 * for nobody's, so that its live queries close in all its tabs. What was typed and not sent stays on the device.
 * `provenAt` is what `get` had answered when the tab locked: one that tells it late, when the password has been given
 * in another tab since, locks nobody out again.
 */
export const engage = ownMutation({
  args: { provenAt: v.optional(v.union(v.number(), v.null())) },
  returns: v.null(),
  handler: async (ctx, { provenAt }) => {
    const { lockedSessions = [] } = ctx.person;
    const lastAt = await lastProofAt(ctx, ctx);
    if (provenAt !== undefined && lastAt !== null && lastAt > (provenAt ?? 0)) return null;
    await ctx.db.patch("people", ctx.person._id, {
      lockedSessions: [...lockedSessions, ctx.sessionId].slice(-MOST_LOCKED),
    });
    return null;
  },
});

/** Unlocks a session whose password has just been given. Called by auth.ts. */
export const release = internalMutation({
  args: { authUserId: v.string(), sessionId: v.string() },
  returns: v.null(),
  handler: async (ctx, { authUserId, sessionId }) => {
    const person = await findByAccount(ctx, authUserId);
    const kept = person?.lockedSessions?.filter((id) => id !== sessionId) ?? [];
    if (person) await ctx.db.patch("people", person._id, { lockedSessions: kept });
    return null;
  },
});
