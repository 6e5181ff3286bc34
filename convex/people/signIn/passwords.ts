import { APIError, getSessionFromCtx } from "better-auth/api";
import { internal } from "../../_generated/api";
import type { ActionCtx } from "../../functions";
import type { AuthRequest } from "./request";

/** Where a new password is chosen, and the field that it comes in. */
const fields: Record<string, "password" | "newPassword"> = {
  "/sign-up/email": "password",
  "/change-password": "newPassword",
  "/reset-password": "newPassword",
};

/**
 * Refuses a new password that is the old one, that many people use, or that is made of the person's own names
 * (OWASP ASVS 5.0, 6.2.4 and 6.2.11). Its length is better-auth's to check.
 */
export async function refuseWeakPassword(ctx: ActionCtx, request: AuthRequest): Promise<void> {
  const field = fields[request.path];
  const password: unknown = field && request.body?.[field];
  if (typeof password !== "string") return;
  if (request.path === "/change-password" && request.body?.currentPassword === password) {
    throw new APIError("BAD_REQUEST", { code: "PASSWORD_SAME", message: "This is the password already." });
  }
  const { name, email, id } = await whoChooses(request);
  const weakness = await ctx.runQuery(internal.people.passwords.weakness, {
    password,
    words: [name, email].filter((word) => typeof word === "string"),
    ...(id !== undefined && { authUserId: id }),
  });
  if (weakness === "common") {
    throw new APIError("BAD_REQUEST", { code: "PASSWORD_COMMON", message: "Many people use this password." });
  }
  if (weakness === "personal") {
    throw new APIError("BAD_REQUEST", {
      code: "PASSWORD_PERSONAL",
      message: "Made of your names.",
    });
  }
}

/** The person who chooses: as typed at sign-up, of the session, or of the mailed link. */
async function whoChooses(request: AuthRequest): Promise<{ name?: unknown; email?: unknown; id?: string }> {
  const { path, body, context } = request;
  if (path === "/sign-up/email") return { name: body?.name, email: body?.email };
  if (path === "/change-password") return (await getSessionFromCtx(request))?.user ?? {};
  const link = await context.internalAdapter.findVerificationValue(`reset-password:${String(body?.token)}`);
  return (link && (await context.internalAdapter.findUserById(link.value))) ?? {};
}
