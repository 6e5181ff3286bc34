import { v } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import { relationTo } from "../access/relation";
import { requireSecret } from "../access/secret";
import { civilDayAt } from "../dates";
import { internalMutation, type MutationCtx, studentMutation } from "../functions";
import { hashToken, makeToken } from "../organizations/tokens";
import { requireReadable } from "./model";

/** Long enough to begin a download over a slow line, in ms. */
const LEAVE_MS = 60 * 1000;
const SWEEP = 500;

/**
 * Leave to fetch a file once, within a minute, for a person who has the record open: an address on the page's own
 * host. It is no secret worth keeping: it is used up by the download, and void once the reader's lease ends.
 * @throws not_found, document_retracted, file_not_ready
 */
export const open = studentMutation({
  can: "documents.read",
  args: { documentId: v.id("documents") },
  returns: v.object({ path: v.string() }),
  handler: async (ctx, { documentId }) => {
    await requireReadable(ctx, documentId);
    const token = await makeToken(requireSecret());
    await ctx.db.insert("downloads", {
      ...ctx.compartment,
      documentId,
      personId: ctx.person._id,
      audience: ctx.audience,
      tokenHash: await hashToken(token),
      expiresAt: Date.now() + LEAVE_MS,
    });
    ctx.note(`document ${documentId}`);
    return { path: `/api/download/document/${token}` };
  },
});

/** Uses up a leave: what to send, or null when there is nothing that may be sent any more. */
export const redeem = internalMutation({
  args: { token: v.string() },
  returns: v.union(
    v.null(),
    v.object({ storageId: v.id("_storage"), fileName: v.string(), contentType: v.string() }),
  ),
  handler: async (ctx, { token }) => {
    const tokenHash = await hashToken(token);
    const leave = await ctx.db
      .query("downloads")
      .withIndex("by_token_hash", (q) => q.eq("tokenHash", tokenHash))
      .unique();
    if (!leave) return null;
    await ctx.db.delete("downloads", leave._id);
    const { studentId, personId, documentId } = leave;
    const lease = await ctx.db
      .query("recordLeases")
      .withIndex("by_student_and_person", (q) => q.eq("studentId", studentId).eq("personId", personId))
      .first();
    const now = Date.now();
    if (leave.expiresAt <= now || !lease || lease.expiresAt <= now) return null;
    const organization = await ctx.db.get("organizations", leave.organizationId);
    if (!organization || organization.archivedAt !== undefined) return null;
    if (leave.audience === "family" && !(await isStillFamily(ctx, leave))) return null;
    const document = await ctx.db.get("documents", documentId);
    if (document?.state !== "ready" || document.retractedAt !== undefined) return null;
    const { storageId, fileName, contentType } = document;
    return storageId === undefined ? null : { storageId, fileName, contentType };
  },
});

/** A guardian who may no longer see, and a student whose account has ended, get nothing from an address they hold. */
async function isStillFamily(ctx: MutationCtx, { studentId, personId }: Doc<"downloads">): Promise<boolean> {
  const student = await ctx.db.get("students", studentId);
  const person = await ctx.db.get("people", personId);
  const organization = student && (await ctx.db.get("organizations", student.organizationId));
  if (!student || !person || !organization) return false;
  const today = civilDayAt(Date.now(), organization.timeZone);
  const { guardianOf, isTheStudent } = await relationTo(ctx, student, organization, person, today);
  return guardianOf || isTheStudent;
}

/** Removes leaves that nobody used. Daily (crons.ts). */
export const clearOld = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx) => {
    const old = await ctx.db
      .query("downloads")
      .withIndex("by_expiry", (q) => q.lte("expiresAt", Date.now()))
      .take(SWEEP);
    for (const leave of old) await ctx.db.delete("downloads", leave._id);
    return null;
  },
});
