import { v } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import { hasRecentPassword } from "../access/proof";
import { internalMutation, internalQuery, type QueryCtx } from "../functions";
import { findByAccount, mailOwner } from "./model";
import { passkeyFields } from "./schema";

/** Rows of passkeys in the words of better-auth's plugin, which reads and writes them through signIn/storage.ts. */
const row = v.object({ id: v.id("passkeys"), userId: v.string(), createdAt: v.number(), ...passkeyFields });

/** Nobody needs more. */
const MOST_PASSKEYS = 20;
/** Sessions that are remembered as opened by a passkey; of more, those opened first have long run out. */
const MOST_SESSIONS = 20;

function presented({
  _id: id,
  _creationTime: _,
  authUserId: userId,
  lastUsedAt: __,
  ...fields
}: Doc<"passkeys">) {
  return { id, userId, ...fields };
}

/** The passkeys of an account, the newest first. */
export async function passkeysOf(
  ctx: Pick<QueryCtx, "db">,
  authUserId: string | undefined,
): Promise<Doc<"passkeys">[]> {
  if (authUserId === undefined) return [];
  return await ctx.db
    .query("passkeys")
    .withIndex("by_auth_user", (q) => q.eq("authUserId", authUserId))
    .order("desc")
    .take(MOST_PASSKEYS);
}

export const ofAccount = internalQuery({
  args: { authUserId: v.string() },
  returns: v.array(row),
  handler: async (ctx, { authUserId }) => (await passkeysOf(ctx, authUserId)).map(presented),
});

/** The passkey with the id that its device gave it. */
export const byCredential = internalQuery({
  args: { credentialID: v.string() },
  returns: v.union(v.null(), row),
  handler: async (ctx, { credentialID }) => {
    const found = await ctx.db
      .query("passkeys")
      .withIndex("by_credential", (q) => q.eq("credentialID", credentialID))
      .first();
    return found && presented(found);
  },
});

/** The passkey with the id of its row, which a browser may have made up. */
export const byId = internalQuery({
  args: { id: v.string() },
  returns: v.union(v.null(), row),
  handler: async (ctx, { id }) => {
    const passkeyId = ctx.db.normalizeId("passkeys", id);
    const found = passkeyId && (await ctx.db.get("passkeys", passkeyId));
    return found && presented(found);
  },
});

/** Keeps a passkey that its device has just proven to hold, and tells its owner by mail. */
export const add = internalMutation({
  args: { userId: v.string(), ...passkeyFields },
  returns: v.union(v.null(), row),
  handler: async (ctx, { userId: authUserId, ...fields }) => {
    if ((await passkeysOf(ctx, authUserId)).length >= MOST_PASSKEYS) return null;
    const id = await ctx.db.insert("passkeys", { authUserId, createdAt: Date.now(), ...fields });
    await mailOwner(ctx, authUserId, "passkeyAdded");
    const added = await ctx.db.get("passkeys", id);
    return added && presented(added);
  },
});

/** A passkey has signed somebody in: how often it says it did, by which a copy would give itself away. */
export const used = internalMutation({
  args: { id: v.id("passkeys"), counter: v.number() },
  returns: v.null(),
  handler: async (ctx, { id, counter }) => {
    await ctx.db.patch("passkeys", id, { counter, lastUsedAt: Date.now() });
    return null;
  },
});

/** Removes a passkey, and tells its owner by mail. */
export const remove = internalMutation({
  args: { id: v.id("passkeys") },
  returns: v.null(),
  handler: async (ctx, { id }) => {
    const removed = await ctx.db.get("passkeys", id);
    if (!removed) return null;
    await ctx.db.delete("passkeys", id);
    await mailOwner(ctx, removed.authUserId, "passkeyRemoved");
    return null;
  },
});

/** Puts down that a session was proven by a passkey: two factors in one, the device and what unlocks it. */
export const proved = internalMutation({
  args: { authUserId: v.string(), sessionId: v.string() },
  returns: v.null(),
  handler: async (ctx, { authUserId, sessionId }) => {
    const person = await findByAccount(ctx, authUserId);
    if (!person || person.passkeySessions?.includes(sessionId)) return null;
    const passkeySessions = [...(person.passkeySessions ?? []), sessionId].slice(-MOST_SESSIONS);
    await ctx.db.patch("people", person._id, { passkeySessions });
    return null;
  },
});

/**
 * What a session has to show before its person's way of signing in is changed: a passkey, where there is one and no
 * code; then the password, within ten minutes. A locked session shows its password to be no longer locked.
 */
export const proofLacking = internalQuery({
  args: { authUserId: v.string(), sessionId: v.string(), signedInAt: v.number() },
  returns: v.union(v.null(), v.literal("passkey"), v.literal("password")),
  handler: async (ctx, { authUserId, sessionId, signedInAt }) => {
    const person = await findByAccount(ctx, authUserId);
    if (!person || person.lockedSessions?.includes(sessionId)) return "password";
    const hasTwoFactors = person.hasSecondFactor || person.passkeySessions?.includes(sessionId);
    if (!hasTwoFactors && (await passkeysOf(ctx, authUserId)).length > 0) return "passkey";
    return (await hasRecentPassword(ctx, { person, sessionId, signedInAt })) ? null : "password";
  },
});
