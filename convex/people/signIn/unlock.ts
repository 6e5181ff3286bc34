import type { BetterAuthPlugin } from "better-auth";
import { createAuthEndpoint, sensitiveSessionMiddleware } from "better-auth/api";
import * as z from "zod";
import { internal } from "../../_generated/api";
import type { ActionCtx } from "../../functions";
import { PASSWORD_LENGTH } from "../rules";

/** `POST /unlock`: opens the caller's locked session again for its password (people/lock.ts). */
export const sessionLock = (ctx: ActionCtx) =>
  ({
    id: "session-lock",
    endpoints: {
      unlock: createAuthEndpoint(
        "/unlock",
        {
          method: "POST",
          body: z.object({ password: z.string().max(PASSWORD_LENGTH.max) }),
          use: [sensitiveSessionMiddleware],
        },
        async (request) => {
          const { session, user } = request.context.session;
          await request.context.password.checkPassword(user.id, request);
          await ctx.runMutation(internal.people.lock.release, {
            authUserId: user.id,
            sessionId: session.id,
          });
          return request.json({ status: true });
        },
      ),
    },
  }) satisfies BetterAuthPlugin;
