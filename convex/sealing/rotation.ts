import { v } from "convex/values";
import { internal } from "../_generated/api";
import type { Doc, Id } from "../_generated/dataModel";
import { internalMutation, internalQuery, type MutationCtx, type QueryCtx } from "../functions";
import { requireKeys } from "./keys";
import { CURRENT_SEAL } from "./rules/envelope";
import { sealedTables } from "./tables";

/**
 * Seals everything with the current key while people work: batch after batch, each a transaction of its own. Both
 * keys open all the while, so no reader notices. When it is over, the retired key can go.
 */

const BATCH = 100;

const standing = v.object({
  keyId: v.string(),
  isFinished: v.boolean(),
  /** The table being walked; null when all are done. */
  table: v.union(v.string(), v.null()),
  rowsSeen: v.number(),
  rowsSealed: v.number(),
});

/** What seals now, cipher and key: when either has changed since the last rotation, there is something to seal anew. */
function currentKeyId(): string {
  const [key] = requireKeys();
  return key ? `${CURRENT_SEAL}.${key.id}` : "";
}

async function findLast(ctx: Pick<QueryCtx, "db">): Promise<Doc<"keyRotations"> | null> {
  return await ctx.db.query("keyRotations").withIndex("by_start").order("desc").first();
}

/** Starts a rotation to the current key, or goes on with one that stopped. Answers which. */
export const start = internalMutation({
  args: {},
  returns: v.id("keyRotations"),
  handler: async (ctx): Promise<Id<"keyRotations">> => await begin(ctx),
});

async function begin(ctx: MutationCtx): Promise<Id<"keyRotations">> {
  const keyId = currentKeyId();
  const last = await findLast(ctx);
  const isUnderWay = last !== null && last.keyId === keyId && last.finishedAt === undefined;
  const rotationId = isUnderWay
    ? last._id
    : await ctx.db.insert("keyRotations", {
        keyId,
        table: 0,
        cursor: null,
        rowsSeen: 0,
        rowsSealed: 0,
        startedAt: Date.now(),
      });
  await ctx.scheduler.runAfter(0, internal.sealing.rotation.proceed, { rotationId });
  return rotationId;
}

/** Starts one when the last was for another key, or there never was one. Run once a day by crons.ts. */
export const startIfNeeded = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx) => {
    const last = await findLast(ctx);
    if (last?.keyId !== currentKeyId() || last.finishedAt === undefined) await begin(ctx);
    return null;
  },
});

/** One batch, and the next one after it. Two at once are harmless: the later one finds nothing left to do. */
export const proceed = internalMutation({
  args: { rotationId: v.id("keyRotations") },
  returns: v.null(),
  handler: async (ctx, { rotationId }) => {
    const rotation = await ctx.db.get("keyRotations", rotationId);
    // Another key has come since: a rotation to this one would be undone by the next.
    if (!rotation || rotation.finishedAt !== undefined || rotation.keyId !== currentKeyId()) return null;
    const table = sealedTables[rotation.table];
    if (!table) {
      await ctx.db.patch("keyRotations", rotationId, { finishedAt: Date.now() });
      return null;
    }
    const page = await table.reseal(ctx, rotation.cursor, BATCH);
    await ctx.db.patch("keyRotations", rotationId, {
      table: page.isDone ? rotation.table + 1 : rotation.table,
      cursor: page.isDone ? null : page.cursor,
      rowsSeen: rotation.rowsSeen + page.rowsSeen,
      rowsSealed: rotation.rowsSealed + page.rowsSealed,
    });
    await ctx.scheduler.runAfter(0, internal.sealing.rotation.proceed, { rotationId });
    return null;
  },
});

/** How far the last rotation has come; null when there never was one. */
export const progress = internalQuery({
  args: {},
  returns: v.union(standing, v.null()),
  handler: async (ctx) => {
    const last = await findLast(ctx);
    if (!last) return null;
    return {
      keyId: last.keyId,
      isFinished: last.finishedAt !== undefined,
      table: sealedTables[last.table]?.name ?? null,
      rowsSeen: last.rowsSeen,
      rowsSealed: last.rowsSealed,
    };
  },
});
