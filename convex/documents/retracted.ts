import { v } from "convex/values";
import { internal } from "../_generated/api";
import type { Doc } from "../_generated/dataModel";
import { append } from "../audit/model";
import { internalMutation, type MutationCtx } from "../functions";
import { settingsOf } from "../organizations/rules/settings";
import { isNeededToAnswer } from "../retention/model";

const DAY_MS = 24 * 60 * 60 * 1000;
const BATCH = 100;

/**
 * Removes the contents of documents that were taken back so long ago as the organization keeps them; their rows stay,
 * and say when. What a legal matter holds, or a family has asked to see, is kept until that is over (34 CFR
 * 99.10(e)). Daily (crons.ts), a batch at a time.
 */
export const sweep = internalMutation({
  args: { cursor: v.optional(v.string()) },
  returns: v.null(),
  handler: async (ctx, { cursor = null }) => {
    const found = await ctx.db
      .query("documents")
      .withIndex("by_retracted", (q) => q.eq("contentsGoneAt", undefined).gt("retractedAt", 0))
      .paginate({ numItems: BATCH, cursor });
    for (const document of found.page) await sweepOne(ctx, document);
    if (!found.isDone) {
      const next = { cursor: found.continueCursor };
      await ctx.scheduler.runAfter(0, internal.documents.retracted.sweep, next);
    }
    return null;
  },
});

async function sweepOne(ctx: MutationCtx, document: Doc<"documents">): Promise<void> {
  const { _id, organizationId, studentId, storageId, retractedAt } = document;
  const organization = await ctx.db.get("organizations", organizationId);
  if (!organization || organization.archivedAt !== undefined || retractedAt === undefined) return;
  const now = Date.now();
  if (retractedAt + settingsOf(organization).retractedFileDays * DAY_MS > now) return;
  if (await isNeededToAnswer(ctx, studentId)) return;
  if (storageId && (await ctx.db.system.get("_storage", storageId))) await ctx.storage.delete(storageId);
  await ctx.db.patch("documents", _id, { storageId: undefined, contentsGoneAt: now });
  await append(ctx, {
    organizationId,
    studentId,
    permission: "documents.manage",
    command: "documents/retracted:sweep",
    outcome: "done",
    summary: `document ${_id}: contents removed`,
  });
}
