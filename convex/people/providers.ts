import { v } from "convex/values";
import { openQuery } from "../functions";
import { providers } from "./signIn/providers";

/** The services that one can sign in with here: a button for each. */
export const list = openQuery({
  because: "The sign-in page shows them to whoever is not signed in yet.",
  args: {},
  returns: v.array(
    v.object({
      providerId: v.union(v.literal("google"), v.literal("microsoft"), v.literal("oidc")),
      name: v.string(),
    }),
  ),
  handler: () => providers().map(({ providerId, name }) => ({ providerId, name })),
});
