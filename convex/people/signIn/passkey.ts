import { getAuthenticatorName, passkey } from "@better-auth/passkey";
import { APIError } from "better-auth/api";
import { internal } from "../../_generated/api";
import type { ActionCtx } from "../../functions";
import { deviceName } from "../deviceNames";
import type { AuthRequest } from "./request";

/**
 * Passkeys (WebAuthn Level 3), bound to the site's own address, so that no other page can ask for them. Each counts
 * as two factors, the device and what unlocks it: one that has not checked its owner is refused, here and when it is
 * added.
 */
export function passkeys(siteUrl: string | undefined) {
  const site = new URL(siteUrl ?? "http://localhost");
  return passkey({
    rpID: site.hostname,
    rpName: "OpenIEP",
    origin: site.origin,
    // The device keeps whom it is for: nobody types an address, and no stranger learns who has a passkey.
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    registration: {
      afterVerification: async ({ verification, ctx: { headers } }) => {
        const { userVerified, aaguid } = verification.registrationInfo ?? {};
        if (!userVerified) throw unverified();
        const { browser, system } = deviceName(headers?.get("user-agent") ?? "");
        return { name: getAuthenticatorName(aaguid) ?? [system, browser].filter(Boolean).join(", ") };
      },
    },
    authentication: {
      afterVerification: async ({ verification }) => {
        if (!verification.authenticationInfo.userVerified) throw unverified();
      },
    },
  });
}

const unverified = () =>
  new APIError("UNAUTHORIZED", {
    code: "PASSKEY_NOT_VERIFIED",
    message: "The device did not check its owner.",
  });

/**
 * Puts down which session a passkey has opened, or was added in: its holder has just shown it. A session that the
 * same browser had before ends.
 */
export async function keepPasskeySession(ctx: ActionCtx, request: AuthRequest): Promise<void> {
  const { path, context } = request;
  if (context.returned instanceof Error) return;
  const entered = context.newSession;
  const added = path === "/passkey/verify-registration" ? context.session : null;
  const proven = path === "/passkey/verify-authentication" ? entered : added;
  if (!proven) return;
  const { user, session } = proven;
  await ctx.runMutation(internal.people.passkeyRows.proved, { authUserId: user.id, sessionId: session.id });
  if (proven === added) return;
  const { name } = context.authCookies.sessionToken;
  const before = await request.getSignedCookie(name, context.secret);
  if (before && before !== session.token) await context.internalAdapter.deleteSession(before);
}
