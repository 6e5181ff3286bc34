import type { BetterAuthPlugin } from "better-auth";
import { createAuthEndpoint, sensitiveSessionMiddleware } from "better-auth/api";
import * as z from "zod";
import { internal } from "../../_generated/api";
import type { ActionCtx } from "../../functions";
import { PASSWORD_LENGTH } from "../rules";

const takesPassword = {
  method: "POST" as const,
  body: z.object({ password: z.string().max(PASSWORD_LENGTH.max) }),
  use: [sensitiveSessionMiddleware],
};

/**
 * `POST /unlock` opens the caller's locked session again for its password (people/lock.ts), `POST /prove` only takes
 * the password, for commands that ask for a recent one (access/proof.ts).
 */
export const sessionLock = (ctx: ActionCtx) =>
  ({
    id: "session-lock",
    endpoints: {
      unlock: createAuthEndpoint("/unlock", takesPassword, async (request) => {
        const { session, user } = request.context.session;
        await request.context.password.checkPassword(user.id, request);
        const proven = { authUserId: user.id, sessionId: session.id };
        // The proof first: who sees the lock open sees why.
        await ctx.runMutation(internal.access.proving.give, proven);
        await ctx.runMutation(internal.people.lock.release, proven);
        return request.json({ status: true });
      }),
      prove: createAuthEndpoint("/prove", takesPassword, async (request) => {
        const { session, user } = request.context.session;
        await request.context.password.checkPassword(user.id, request);
        await ctx.runMutation(internal.access.proving.give, { authUserId: user.id, sessionId: session.id });
        return request.json({ status: true });
      }),
    },
  }) satisfies BetterAuthPlugin;
