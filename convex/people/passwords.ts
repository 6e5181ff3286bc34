import { v } from "convex/values";
import { internalQuery } from "../functions";
import { mayHold } from "./commonPasswords/filter";
import { list } from "./commonPasswords/list";
import { findByAccount } from "./model";
import { weaknessOf } from "./passwordRules";

/** Nobody belongs to more organizations than this. */
const MANY = 50;

let filter: Uint8Array | undefined;

/** Unpacked when first asked for; no other module loads the list. */
const isCommon = (text: string) => {
  filter ??= Uint8Array.from(atob(list), (letter) => letter.charCodeAt(0));
  return mayHold(filter, text);
};

/** Why a new password would be easily guessed, or null. Asks nobody outside. Called by auth.ts. */
export const weakness = internalQuery({
  args: { password: v.string(), words: v.array(v.string()), authUserId: v.optional(v.string()) },
  returns: v.union(v.null(), v.literal("common"), v.literal("personal")),
  handler: async (ctx, { password, words, authUserId }) => {
    const person = authUserId === undefined ? null : await findByAccount(ctx, authUserId);
    const memberships = person
      ? await ctx.db
          .query("memberships")
          .withIndex("by_person", (q) => q.eq("personId", person._id))
          .take(MANY)
      : [];
    const own = [...words];
    for (const { organizationId } of memberships) {
      const organization = await ctx.db.get("organizations", organizationId);
      if (organization) own.push(organization.name);
    }
    return weaknessOf(password, own, isCommon);
  },
});
