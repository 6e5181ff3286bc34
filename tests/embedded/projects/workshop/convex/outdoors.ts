"use node";
import { createHash } from "node:crypto";
import { actionGeneric } from "convex/server";
import { v } from "convex/values";

/** Loading may take what it likes here: this module is Node's. */
const warmedUp = new Promise<boolean>((resolve) => {
  setTimeout(() => resolve(true), 1);
});

export const digest = actionGeneric({
  args: { text: v.string() },
  handler: async (_ctx, { text }) => ({
    warmedUp: await warmedUp,
    digest: createHash("sha256").update(text).digest("hex").slice(0, 8),
  }),
});
