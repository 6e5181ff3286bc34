import { v } from "convex/values";
import { internal } from "../_generated/api";
import type { Doc } from "../_generated/dataModel";
import { internalMutation, internalQuery } from "../functions";
import { LIFETIME_MS } from "./expiry";
import { exportPart } from "./schema";

const position = v.object({ table: v.number(), cursor: v.union(v.string(), v.null()) });

/** The copy that is being built, or null. */
export const get = internalQuery({
  args: { exportId: v.id("organizationExports") },
  returns: v.any(),
  handler: async (ctx, { exportId }): Promise<Doc<"organizationExports"> | null> =>
    await ctx.db.get("organizationExports", exportId),
});

/**
 * Keeps a part and asks for the next. A part that was built twice, because an interrupted build was taken up
 * while it still ran, does not begin where the copy stands any more: its file is thrown away.
 */
export const keepPart = internalMutation({
  args: {
    exportId: v.id("organizationExports"),
    from: position,
    to: position,
    total: v.number(),
    part: exportPart,
  },
  returns: v.null(),
  handler: async (ctx, { exportId, from, to, total, part }) => {
    const copy = await ctx.db.get("organizationExports", exportId);
    const isNext = copy?.status === "building" && copy.table === from.table && copy.cursor === from.cursor;
    if (!isNext) {
      await ctx.storage.delete(part.storageId);
      return null;
    }
    const now = Date.now();
    const isDone = to.table >= total;
    await ctx.db.patch("organizationExports", exportId, {
      table: to.table,
      cursor: to.cursor,
      done: to.table,
      total,
      parts: [...copy.parts, part],
      touchedAt: now,
      ...(isDone && { status: "ready" as const, readyAt: now, expiresAt: now + LIFETIME_MS }),
    });
    if (!isDone) {
      await ctx.scheduler.runAfter(0, internal.exports.organizationBuilding.buildPart, { exportId });
    }
    return null;
  },
});

/** Says that the copy could not be made; it can be taken up again. */
export const fail = internalMutation({
  args: { exportId: v.id("organizationExports") },
  returns: v.null(),
  handler: async (ctx, { exportId }) => {
    await ctx.db.patch("organizationExports", exportId, { status: "failed" });
    return null;
  },
});
