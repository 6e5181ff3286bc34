import { components } from "../_generated/api";
import type { Doc } from "../_generated/dataModel";
import type { QueryCtx } from "../functions";
import { invitationStatus } from "../organizations/rules/invitations";
import { hashToken } from "../organizations/tokens";
import { lifetimeOf } from "./rules/delivery";

type Reads = Pick<QueryCtx, "db" | "runQuery">;

/**
 * Whether a mail that has not been sent yet still says something true: its link works, it is not too old, and its
 * organization is not archived. One that does not is dropped instead of sent.
 */
export async function isStillWanted(ctx: Reads, mail: Doc<"outbox">, now: number): Promise<boolean> {
  if (mail.url === undefined || mail.createdAt + lifetimeOf(mail.template) <= now) return false;
  const organization = mail.organizationId && (await ctx.db.get("organizations", mail.organizationId));
  if (organization?.archivedAt !== undefined) return false;
  switch (mail.template) {
    case "invitation":
      return await isOpenInvitation(ctx, mail.url, now);
    case "passwordReset":
      return await isOpenReset(ctx, mail.url);
    default:
      return true;
  }
}

/** Not accepted, taken back or destroyed with the record, and not sent once more under another link. */
async function isOpenInvitation(ctx: Reads, url: string, now: number): Promise<boolean> {
  const tokenHash = await hashToken(url.split("/invite/")[1] ?? "");
  const invitation = await ctx.db
    .query("invitations")
    .withIndex("by_token_hash", (q) => q.eq("tokenHash", tokenHash))
    .unique();
  return invitation !== null && invitationStatus(invitation, now) === "open";
}

/** better-auth forgets a link that was used. */
async function isOpenReset(ctx: Reads, url: string): Promise<boolean> {
  const token = new URL(url, "http://localhost").searchParams.get("token") ?? "";
  const kept: unknown = await ctx.runQuery(components.betterAuth.adapter.findOne, {
    model: "verification",
    where: [{ field: "identifier", value: `reset-password:${token}` }],
  });
  return kept !== null;
}
