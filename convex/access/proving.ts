import { v } from "convex/values";
import { internalMutation } from "../functions";
import { findByAccount } from "../people/model";
import { PROOF_MS } from "./proof";

/** Nobody has given a password in more sessions since the last time. */
const MANY = 100;

/** Remembers that the right password has just been given in a session. Called by auth.ts. */
export const give = internalMutation({
  args: { authUserId: v.string(), sessionId: v.string() },
  returns: v.null(),
  handler: async (ctx, { authUserId, sessionId }) => {
    const person = await findByAccount(ctx, authUserId);
    if (!person) return null;
    const personId = person._id;
    const now = Date.now();
    const known = await ctx.db
      .query("passwordProofs")
      .withIndex("by_person", (q) => q.eq("personId", personId))
      .take(MANY);
    for (const proof of known) {
      if (proof.sessionId === sessionId || proof.givenAt <= now - PROOF_MS) {
        await ctx.db.delete("passwordProofs", proof._id);
      }
    }
    await ctx.db.insert("passwordProofs", { personId, sessionId, givenAt: now });
    return null;
  },
});
