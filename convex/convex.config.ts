import betterAuth from "@convex-dev/better-auth/convex.config";
import presence from "@convex-dev/presence/convex.config.js";
import prosemirrorSync from "@convex-dev/prosemirror-sync/convex.config.js";
import rateLimiter from "@convex-dev/rate-limiter/convex.config.js";
import { defineApp } from "convex/server";
import { v } from "convex/values";

/** Optional, so that functions can be deployed before their variables are set; README.md says what each is for. */
const app = defineApp({
  env: {
    SITE_URL: v.optional(v.string()),
    BETTER_AUTH_SECRET: v.optional(v.string()),
    ENCRYPTION_KEY: v.optional(v.string()),
    ENCRYPTION_KEYS_RETIRED: v.optional(v.string()),
    SAMPLE_MODE: v.optional(v.string()),
    OPEN_SIGN_UP: v.optional(v.string()),
    SMTP_URL: v.optional(v.string()),
    MAIL_FROM: v.optional(v.string()),
    GOOGLE_CLIENT_ID: v.optional(v.string()),
    GOOGLE_CLIENT_SECRET: v.optional(v.string()),
    MICROSOFT_CLIENT_ID: v.optional(v.string()),
    MICROSOFT_CLIENT_SECRET: v.optional(v.string()),
    MICROSOFT_TENANT_ID: v.optional(v.string()),
    OIDC_ISSUER: v.optional(v.string()),
    OIDC_CLIENT_ID: v.optional(v.string()),
    OIDC_CLIENT_SECRET: v.optional(v.string()),
    OIDC_NAME: v.optional(v.string()),
  },
});
app.use(betterAuth);
app.use(prosemirrorSync);
app.use(presence);
app.use(rateLimiter);

export default app;
