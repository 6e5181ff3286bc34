import { APIError, getSessionFromCtx } from "better-auth/api";
import { internal } from "../../_generated/api";
import type { ActionCtx } from "../../functions";
import type { AuthRequest } from "./request";

/** Steps of adding and removing a passkey: they carry no password, so it has to have been given just before. */
const afterPassword: readonly string[] = [
  "/passkey/generate-register-options",
  "/passkey/verify-registration",
  "/passkey/delete-passkey",
];
/** What changes how somebody signs in: who holds a passkey and no codes shows the passkey before it. */
const afterPasskey: readonly string[] = [...afterPassword, "/two-factor/enable"];

/** Refuses to change how somebody signs in without what has to be shown before. */
export async function refuseUnproven(ctx: ActionCtx, request: AuthRequest): Promise<void> {
  if (!afterPasskey.includes(request.path)) return;
  const entered = await getSessionFromCtx(request);
  // The route itself refuses who is not signed in.
  if (!entered) return;
  const { session, user } = entered;
  // It would put another key in the place of the one in their app: nothing that they have would sign them in then.
  if (request.path === "/two-factor/enable" && "twoFactorEnabled" in user && user.twoFactorEnabled) {
    throw new APIError("CONFLICT", { code: "CODES_ON_ALREADY", message: "Codes are on already." });
  }
  const lacks = await ctx.runQuery(internal.people.passkeyRows.proofLacking, {
    ...{ authUserId: user.id, sessionId: session.id, signedInAt: new Date(session.createdAt).getTime() },
  });
  if (lacks === "passkey") {
    throw new APIError("FORBIDDEN", { code: "PASSKEY_NEEDED", message: "Show your passkey first." });
  }
  if (lacks === "password" && afterPassword.includes(request.path)) {
    throw new APIError("FORBIDDEN", { code: "PASSWORD_NEEDED", message: "Give your password first." });
  }
}
