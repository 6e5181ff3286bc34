import { v } from "convex/values";
import { internalMutation } from "../functions";
import { isClaimed } from "./model";
import { UPLOAD_TYPE } from "./rules/fileTypes";

const DAY_MS = 24 * 60 * 60 * 1000;
/** A file that is not claimed within a day was forgotten; older than this it was looked at before. */
const OLDEST_MS = 30 * DAY_MS;
const MOST_FILES = 500;

/**
 * Removes files that were posted and never claimed. Only those that came through the form of this program are
 * looked at, which says so in their type: other files in storage are other features' own. Daily (crons.ts).
 */
export const sweep = internalMutation({
  args: { agedMs: v.optional(v.number()) },
  returns: v.number(),
  handler: async (ctx, { agedMs = DAY_MS }) => {
    const now = Date.now();
    const files = await ctx.db.system
      .query("_storage")
      .withIndex("by_creation_time", (q) =>
        q.gt("_creationTime", now - OLDEST_MS).lte("_creationTime", now - agedMs),
      )
      .order("desc")
      .take(MOST_FILES);
    let swept = 0;
    for (const { _id, contentType } of files) {
      if (contentType !== UPLOAD_TYPE || (await isClaimed(ctx, _id))) continue;
      await ctx.storage.delete(_id);
      swept += 1;
    }
    return swept;
  },
});
