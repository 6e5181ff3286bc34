import { v } from "convex/values";
import { components } from "../_generated/api";
import { ownQuery } from "../functions";

/** What the caller signs in with. */
export const get = ownQuery({
  args: {},
  returns: v.object({
    /** False for an account that a provider has made and that has no password of its own. */
    hasPassword: v.boolean(),
  }),
  handler: async (ctx) => {
    const credential: unknown = await ctx.runQuery(components.betterAuth.adapter.findOne, {
      model: "account",
      where: [
        { field: "userId", value: ctx.person.authUserId ?? "" },
        { field: "providerId", value: "credential" },
      ],
    });
    return { hasPassword: credential !== null };
  },
});
