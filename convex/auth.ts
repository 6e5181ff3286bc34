import { createClient, type GenericCtx } from "@convex-dev/better-auth";
import { convex } from "@convex-dev/better-auth/plugins";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { betterAuth } from "better-auth/minimal";
import { components, internal } from "./_generated/api";
import type { DataModel } from "./_generated/dataModel";
import { trustedOrigins } from "./access/origins";
import { requireSecret } from "./access/secret";
import authConfig from "./auth.config";
import { type ActionCtx, env } from "./functions";
import { PASSWORD_LENGTH } from "./people/rules";

/**
 * Accounts and sessions are better-auth's, kept in its component. Its routes run as HTTP actions on the
 * page's own origin. Everything else in convex/ knows a caller only through access/actor.ts.
 */

export const authComponent = createClient<DataModel>(components.betterAuth);

/** Paths a person guesses on, and the limit that counts the guesses for one account (access/limits.ts). */
const limitedPaths = {
  "/sign-in/email": "signIn",
  "/sign-up/email": "signUp",
  "/request-password-reset": "passwordReset",
} as const;

const MINUTE_S = 60;
const TOKEN_LIFETIME_S = 15 * MINUTE_S;

/** A school shares one address, so these only stop machines; guesses are counted per account besides. */
const perAddress = {
  "/sign-in/email": { window: 5 * MINUTE_S, max: 200 },
  "/sign-up/email": { window: 10 * MINUTE_S, max: 100 },
  "/request-password-reset": { window: 10 * MINUTE_S, max: 50 },
  "/reset-password": { window: 10 * MINUTE_S, max: 50 },
  // Asked for by every open page whenever it wakes: cheap, and nothing to guess.
  "/get-session": false,
  "/convex/token": false,
  "/convex/jwks": false,
} as const;

export const createAuth = (anyCtx: GenericCtx<DataModel>) => {
  // The routes run as actions, and only they sign people in or write: `runMutation` is there when needed.
  const ctx = anyCtx as ActionCtx;
  return betterAuth({
    baseURL: env.SITE_URL,
    secret: requireSecret(),
    trustedOrigins: trustedOrigins(env.SITE_URL),
    database: authComponent.adapter(anyCtx),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
      resetPasswordTokenExpiresIn: 30 * MINUTE_S,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => {
        await ctx.runMutation(internal.notifications.deliver.passwordReset, {
          to: user.email,
          name: user.name,
          url: `${env.SITE_URL}/reset-password?token=${encodeURIComponent(token)}`,
        });
      },
    },
    databaseHooks: {
      session: {
        create: {
          // Before the first session there is nobody who could call a function: the person is in time.
          before: async (session) => {
            await ctx.runMutation(internal.people.accounts.ensure, { authUserId: session.userId });
          },
        },
      },
    },
    hooks: {
      before: createAuthMiddleware(async ({ path, body }) => {
        const limit = limitedPaths[path as keyof typeof limitedPaths];
        const email: unknown = body?.email;
        if (limit === undefined || typeof email !== "string") return;
        const { ok } = await ctx.runMutation(internal.access.limits.take, { limit, account: email });
        if (!ok)
          throw new APIError("TOO_MANY_REQUESTS", { code: "TOO_MANY_TRIES", message: "Too many tries." });
      }),
      after: createAuthMiddleware(async ({ path, context }) => {
        const account = path === "/sign-in/email" ? context.newSession?.user.email : undefined;
        if (account) await ctx.runMutation(internal.access.limits.forget, { limit: "signIn", account });
      }),
    },
    rateLimit: { enabled: true, storage: "database", customRules: perAddress },
    plugins: [
      convex({
        authConfig,
        // Ids only: names, roles and the life of the session are read from the database on every call.
        jwt: { expirationSeconds: TOKEN_LIFETIME_S, definePayload: () => ({}) },
      }),
    ],
    advanced: {
      // Said aloud, because better-auth leaves these out when it believes to be under test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      // A proxy on the same machine is believed about whom it speaks for; nobody else is.
      ipAddress: { trustedProxies: ["127.0.0.0/8", "::1/128"] },
    },
    logger: { level: "error" },
    telemetry: { enabled: false },
  });
};
