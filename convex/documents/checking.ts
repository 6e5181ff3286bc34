import { v } from "convex/values";
import { internal } from "../_generated/api";
import { internalAction, internalMutation } from "../functions";
import { inspect } from "./rules/contents";

/** Looks into a file that has arrived, and says what it is or why it is not kept. Started by `documents.add`. */
export const check = internalAction({
  args: { documentId: v.id("documents"), storageId: v.id("_storage"), fileName: v.string() },
  returns: v.null(),
  handler: async (ctx, { documentId, storageId, fileName }) => {
    const blob = await ctx.storage.get(storageId);
    const bytes = blob === null ? null : new Uint8Array(await blob.arrayBuffer());
    const found = bytes === null ? { refusal: "file_missing" as const } : inspect(fileName, bytes);
    await ctx.runMutation(internal.documents.checking.settle, {
      documentId,
      storageId,
      found:
        "refusal" in found ? found : { ...found, sha256: await sha256Of(bytes as Uint8Array<ArrayBuffer>) },
    });
    return null;
  },
});

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Keeps what was found. A file that another document has claimed is refused without being touched: an id alone
 * gives nobody a second way to a file.
 */
export const settle = internalMutation({
  args: {
    documentId: v.id("documents"),
    storageId: v.id("_storage"),
    found: v.union(
      v.object({ contentType: v.string(), sha256: v.string() }),
      v.object({ refusal: v.string() }),
    ),
  },
  returns: v.null(),
  handler: async (ctx, { documentId, storageId, found }) => {
    const document = await ctx.db.get("documents", documentId);
    if (document?.state !== "checking" || document.storageId !== storageId) return null;
    const claims = await ctx.db
      .query("documents")
      .withIndex("by_storage", (q) => q.eq("storageId", storageId))
      .take(2);
    const isTaken = claims.length > 1;
    if (isTaken || "refusal" in found) {
      const refusal = isTaken || !("refusal" in found) ? "file_missing" : found.refusal;
      await ctx.db.patch("documents", documentId, { state: "refused", refusal, storageId: undefined });
      if (!isTaken && refusal !== "file_missing") await ctx.storage.delete(storageId);
      return null;
    }
    await ctx.db.patch("documents", documentId, { state: "ready", ...found });
    return null;
  },
});
