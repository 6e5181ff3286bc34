import { v } from "convex/values";
import type { Doc, Id } from "../_generated/dataModel";
import { requireSecret } from "../access/secret";
import { problem } from "../errors";
import { internalMutation, type MutationCtx } from "../functions";
import { hashToken, makeToken } from "../organizations/tokens";

/** Long enough to begin a download over a slow line, too short to be worth passing on. */
const TICKET_MS = 5 * 60 * 1000;

type Export = Pick<Doc<"childExports">, "organizationId" | "status" | "parts" | "expiresAt">;

/**
 * Leave to fetch one part of an export for five minutes, as an address of the page's own host. Throws
 * `copy_expired` when there is nothing to fetch any more.
 */
export async function issueTicket(
  ctx: Pick<MutationCtx, "db">,
  copy: Export & { studentId?: Id<"students"> },
  part: number,
  personId: Id<"people">,
): Promise<{ path: string }> {
  const file = copy.parts[part];
  if (copy.status !== "ready" || (copy.expiresAt ?? 0) <= Date.now()) throw problem("copy_expired");
  if (!file) throw problem("not_found", { field: "part" });
  const secret = await makeToken(requireSecret());
  const { organizationId, studentId } = copy;
  await ctx.db.insert("downloadTickets", {
    organizationId,
    ...(studentId && { studentId }),
    personId,
    secretHash: await hashToken(secret),
    storageId: file.storageId,
    fileName: file.name,
    expiresAt: Date.now() + TICKET_MS,
  });
  return { path: `/api/download/${secret}` };
}

/** What a ticket is for, or null when there is none such or its time is over. */
export const redeem = internalMutation({
  args: { secret: v.string() },
  returns: v.union(v.null(), v.object({ storageId: v.id("_storage"), fileName: v.string() })),
  handler: async (ctx, { secret }) => {
    const secretHash = await hashToken(secret);
    const ticket = await ctx.db
      .query("downloadTickets")
      .withIndex("by_secret", (q) => q.eq("secretHash", secretHash))
      .unique();
    if (!ticket || ticket.expiresAt <= Date.now()) return null;
    const organization = await ctx.db.get("organizations", ticket.organizationId);
    if (!organization || organization.archivedAt !== undefined) return null;
    return { storageId: ticket.storageId, fileName: ticket.fileName };
  },
});
