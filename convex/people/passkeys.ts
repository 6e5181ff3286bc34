import { v } from "convex/values";
import { problem } from "../errors";
import { ownMutation, ownQuery } from "../functions";
import { accepted, requiredText } from "../typed";
import { passkeysOf } from "./passkeyRows";
import { LONGEST_PASSKEY_NAME } from "./rules";

/** A device or a key that signs its person in by a touch, a face or its own code, instead of the password. */
const passkey = v.object({
  passkeyId: v.id("passkeys"),
  name: v.string(),
  addedAt: v.number(),
  /** Null until it has signed somebody in. */
  lastUsedAt: v.union(v.number(), v.null()),
  /** It lies in an account of its maker too, so that it outlives the device. */
  isBackedUp: v.boolean(),
});

/** The caller's passkeys, the newest first. */
export const list = ownQuery({
  args: {},
  returns: v.array(passkey),
  handler: async (ctx) =>
    (await passkeysOf(ctx, ctx.person.authUserId)).map(
      ({ _id, name, createdAt, lastUsedAt = null, backedUp }) => ({
        passkeyId: _id,
        name,
        addedAt: createdAt,
        lastUsedAt,
        isBackedUp: backedUp,
      }),
    ),
});

/** Names one of the caller's passkeys. Throws `required`, `too_long`, and `not_found` for anybody else's. */
export const rename = ownMutation({
  args: { passkeyId: v.id("passkeys"), name: v.string() },
  returns: v.null(),
  handler: async (ctx, { passkeyId, ...typed }) => {
    const name = accepted(requiredText(LONGEST_PASSKEY_NAME), typed.name, "name");
    const found = await ctx.db.get("passkeys", passkeyId);
    if (!found || found.authUserId !== ctx.person.authUserId) throw problem("not_found");
    await ctx.db.patch("passkeys", passkeyId, { name });
    return null;
  },
});
