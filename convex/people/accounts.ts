import { v } from "convex/values";
import { components } from "../_generated/api";
import { internalMutation } from "../functions";
import { findByAccount, proveAddress, passwordReplaced as replaced } from "./model";
import { CARET_COLORS } from "./rules";
import { makeRoom } from "./sessions";

/** Before every session of an account: makes room for it, and makes sure that the account has its person. */
export const ensure = internalMutation({
  args: { authUserId: v.string() },
  returns: v.id("people"),
  handler: async (ctx, { authUserId }) => {
    const known = await findByAccount(ctx, authUserId);
    if (known) {
      await makeRoom(ctx, authUserId, Date.now());
      return known._id;
    }
    const account: { email: string; name: string } | null = await ctx.runQuery(
      components.betterAuth.adapter.findOne,
      { model: "user", where: [{ field: "_id", value: authUserId }] },
    );
    if (!account) throw new Error("A session without an account.");
    return await ctx.db.insert("people", {
      authUserId,
      email: account.email,
      name: account.name,
      locale: "en",
      color: Math.floor(Math.random() * CARET_COLORS),
      preferences: { theme: "system" },
    });
  },
});

/** A password was chosen anew, by the old one or by a mailed link. */
export const passwordReplaced = internalMutation({
  args: { authUserId: v.string(), wasMailed: v.boolean() },
  returns: v.null(),
  handler: async (ctx, { authUserId, wasMailed }) => {
    if (wasMailed) await proveAddress(ctx, authUserId);
    await replaced(ctx, authUserId);
    return null;
  },
});
