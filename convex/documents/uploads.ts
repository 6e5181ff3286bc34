import { v } from "convex/values";
import { limits } from "../access/limits";
import { problem } from "../errors";
import { studentMutation } from "../functions";
import { LARGEST_FILE, LARGEST_FILE_MB, typeOfName } from "./rules/fileTypes";

/**
 * An address to which the browser may post one file within the hour. What is posted belongs to nobody until
 * `documents.documents.add` claims it, and is swept when nobody does.
 * @throws file_empty, file_too_large (params: most, in MB), file_refused by name and size, before a byte travels
 */
export const begin = studentMutation({
  can: "documents.add",
  recorded: "elsewhere",
  args: { fileName: v.string(), size: v.number() },
  returns: v.object({ url: v.string() }),
  handler: async (ctx, { fileName, size }) => {
    if (size <= 0) throw problem("file_empty", { field: "file" });
    if (size > LARGEST_FILE)
      throw problem("file_too_large", { field: "file", params: { most: LARGEST_FILE_MB } });
    if (!typeOfName(fileName)) throw problem("file_refused", { field: "file" });
    const within = await limits.limit(ctx, "upload", { key: ctx.person._id });
    if (!within.ok) throw problem("too_many_tries", { params: { retryAfterMs: within.retryAfter } });
    return { url: await ctx.storage.generateUploadUrl() };
  },
});
