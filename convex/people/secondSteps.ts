import { v } from "convex/values";
import { components } from "../_generated/api";
import { internalMutation } from "../functions";
import { keepSecondFactor, mailOwner } from "./model";
import { passkeysOf } from "./passkeyRows";

/**
 * Takes back every passkey and the codes of somebody who has lost them: they sign in with the password alone again,
 * and set up a new second step where their role demands one. They hear of it by mail.
 */
export const takeBack = internalMutation({
  args: { authUserId: v.string() },
  returns: v.null(),
  handler: async (ctx, { authUserId }) => {
    const passkeys = await passkeysOf(ctx, authUserId);
    for (const { _id } of passkeys) await ctx.db.delete("passkeys", _id);
    if (passkeys.length > 0) await mailOwner(ctx, authUserId, "passkeyRemoved");
    await ctx.runMutation(components.betterAuth.adapter.deleteMany, {
      input: { model: "twoFactor", where: [{ field: "userId", value: authUserId }] },
      paginationOpts: { numItems: 10, cursor: null },
    });
    await ctx.runMutation(components.betterAuth.adapter.updateOne, {
      input: {
        model: "user",
        where: [{ field: "_id", value: authUserId }],
        update: { twoFactorEnabled: false },
      },
    });
    await keepSecondFactor(ctx, authUserId, false);
    return null;
  },
});
