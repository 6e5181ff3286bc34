import { v } from "convex/values";
import { internalMutation } from "../functions";
import { LIFETIME_MS } from "./expiry";
import { exportPart } from "./schema";

/** How far the copy has come. */
export const advance = internalMutation({
  args: { exportId: v.id("childExports"), done: v.number(), total: v.number() },
  returns: v.null(),
  handler: async (ctx, { exportId, done, total }) => {
    const copy = await ctx.db.get("childExports", exportId);
    if (copy?.status === "building") await ctx.db.patch("childExports", exportId, { done, total });
    return null;
  },
});

/** Keeps the files for seven days. A copy whose record was destroyed meanwhile leaves none. */
export const finish = internalMutation({
  args: { exportId: v.id("childExports"), parts: v.array(exportPart) },
  returns: v.null(),
  handler: async (ctx, { exportId, parts }) => {
    const copy = await ctx.db.get("childExports", exportId);
    if (copy?.status !== "building") {
      for (const { storageId } of parts) await ctx.storage.delete(storageId);
      return null;
    }
    const readyAt = Date.now();
    const ready = { status: "ready" as const, parts, readyAt, expiresAt: readyAt + LIFETIME_MS };
    await ctx.db.patch("childExports", exportId, { ...ready, done: copy.total });
    return null;
  },
});

/** Says that the copy could not be made; it can be asked for again. */
export const fail = internalMutation({
  args: { exportId: v.id("childExports") },
  returns: v.null(),
  handler: async (ctx, { exportId }) => {
    if (await ctx.db.get("childExports", exportId)) {
      await ctx.db.patch("childExports", exportId, { status: "failed" });
    }
    return null;
  },
});
