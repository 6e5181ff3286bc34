import { internal } from "../../_generated/api";
import type { ActionCtx } from "../../functions";

/** How better-auth names the rows by which it recognises a browser that need not give a code. */
const TRUST = "trust-device-";

type Verification = { identifier: string; value: string; expiresAt: Date | number };

/** Keeps account of trusted browsers as better-auth writes and uses up its rows (people/trustedBrowsers.ts). */
export const trustHooks = (ctx: ActionCtx) => ({
  create: {
    after: async ({ identifier, value, expiresAt }: Verification) => {
      if (!identifier.startsWith(TRUST)) return;
      const trust = { authUserId: value, identifier, expiresAt: new Date(expiresAt).getTime() };
      await ctx.runMutation(internal.people.trustedBrowsers.remember, trust);
    },
  },
  delete: {
    after: async ({ identifier }: Pick<Verification, "identifier">) => {
      if (!identifier.startsWith(TRUST)) return;
      await ctx.runMutation(internal.people.trustedBrowsers.drop, { identifier });
    },
  },
});
