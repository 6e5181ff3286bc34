import { actionGeneric } from "convex/server";
import { v } from "convex/values";

export const say = actionGeneric({
  args: { words: v.string() },
  handler: async (_ctx, { words }) => {
    console.log(`asked to say ${words}`);
    return words;
  },
});
