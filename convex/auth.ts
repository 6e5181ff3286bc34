import { type AuthFunctions, createClient, type GenericCtx } from "@convex-dev/better-auth";
import { convex } from "@convex-dev/better-auth/plugins";
import { createAuthMiddleware } from "better-auth/api";
import { betterAuth } from "better-auth/minimal";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { components, internal } from "./_generated/api";
import type { DataModel } from "./_generated/dataModel";
import { trustedOrigins } from "./access/origins";
import { requireSecret } from "./access/secret";
import authConfig from "./auth.config";
import { type ActionCtx, env } from "./functions";
import { keepSecondFactor } from "./people/model";
import { PASSWORD_LENGTH } from "./people/rules";
import { refuseUnproven } from "./people/signIn/changing";
import { floods } from "./people/signIn/floods";
import { forgive, guard } from "./people/signIn/guards";
import { guessing } from "./people/signIn/guess";
import { admitAccount, refuseUninvited } from "./people/signIn/joining";
import { keepKnownBrowser } from "./people/signIn/knownBrowsers";
import { keepPasskeySession, passkeys } from "./people/signIn/passkey";
import { refuseWeakPassword } from "./people/signIn/passwords";
import { configOf, providers } from "./people/signIn/providers";
import { closedPaths, perAddress } from "./people/signIn/routes";
import { secondFactor } from "./people/signIn/secondFactor";
import { storage } from "./people/signIn/storage";
import { trustHooks } from "./people/signIn/trust";
import { sessionLock } from "./people/signIn/unlock";

/**
 * Accounts and sessions are better-auth's, kept in its component. Its routes run as HTTP actions on the
 * page's own origin; what OpenIEP adds to them is in people/signIn. Everything else in convex/ knows a caller only
 * through access/actor.ts.
 */

const authFunctions: AuthFunctions = internal.auth;

export const authComponent = createClient<DataModel>(components.betterAuth, {
  authFunctions,
  triggers: {
    user: {
      onUpdate: (ctx, account) => keepSecondFactor(ctx, account._id, account.twoFactorEnabled === true),
    },
  },
});

/** Called by the component, in the transaction that changed an account. */
export const { onUpdate } = authComponent.triggersApi();

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const TOKEN_LIFETIME_S = 15 * MINUTE_S;

export const createAuth = (anyCtx: GenericCtx<DataModel>) => {
  // The routes run as actions, and only they sign people in or write: `runMutation` is there when needed.
  const ctx = anyCtx as ActionCtx;
  // Made anew for each request, so that this is about the password of one.
  const guesses = guessing(ctx);
  return betterAuth({
    baseURL: env.SITE_URL,
    secret: requireSecret(),
    trustedOrigins: trustedOrigins(env.SITE_URL),
    database: storage(ctx, authComponent.adapter(anyCtx)),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
      password: { hash: guesses.hash, verify: guesses.verify },
      resetPasswordTokenExpiresIn: 30 * MINUTE_S,
      revokeSessionsOnPasswordReset: true,
      // The link came by mail: the address is proven, and whoever trusted a browser before may not be the same.
      onPasswordReset: async ({ user }) => {
        await ctx.runMutation(internal.people.accounts.passwordReplaced, {
          authUserId: user.id,
          wasMailed: true,
        });
      },
      sendResetPassword: async ({ user, token }) => {
        await ctx.runMutation(internal.notifications.deliver.passwordReset, {
          to: user.email,
          name: user.name,
          url: `${env.SITE_URL}/reset-password?token=${encodeURIComponent(token)}`,
        });
      },
    },
    // How often the row of a session says when it was last used: writing it wakes everything that reads it.
    // How old it is does not matter: what changes an account asks for the password (people/signIn/changing.ts).
    session: { updateAge: HOUR_S, freshAge: 0 },
    account: { accountLinking: { enabled: true, trustedProviders: [] } },
    onAPIError: { errorURL: `${env.SITE_URL}/sign-in` },
    disabledPaths: closedPaths,
    databaseHooks: {
      user: { create: { before: (account, request) => admitAccount(ctx, account, request) } },
      session: {
        create: {
          // Before the first session there is nobody who could call a function: the person is in time.
          before: async (session) => {
            await ctx.runMutation(internal.people.accounts.ensure, { authUserId: session.userId });
          },
        },
      },
      verification: trustHooks(ctx),
    },
    hooks: {
      before: createAuthMiddleware(async (request) => {
        await guard(ctx, request, guesses);
        await refuseUnproven(ctx, request);
        const closed = await refuseUninvited(ctx, request);
        if (closed) return closed;
        await refuseWeakPassword(ctx, request);
      }),
      after: createAuthMiddleware(async (request) => {
        await forgive(ctx, request);
        await keepPasskeySession(ctx, request);
        await keepKnownBrowser(request);
      }),
    },
    rateLimit: { enabled: true, customStorage: floods(ctx), customRules: perAddress },
    plugins: [
      secondFactor(),
      sessionLock(ctx),
      passkeys(env.SITE_URL),
      genericOAuth({ config: providers().map(configOf) }),
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
