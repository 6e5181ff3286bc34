import { internal } from "../_generated/api";
import { httpAction } from "../functions";
import { attachment } from "./rules/fileName";

/** Answers `GET /api/download/document/<token>` with the file, to be saved and never shown in place. */
export const download = httpAction(async (ctx, request) => {
  const token = new URL(request.url).pathname.split("/").pop() ?? "";
  const leave = await ctx.runMutation(internal.documents.opening.redeem, { token });
  const blob = leave && (await ctx.storage.get(leave.storageId));
  if (!leave || !blob)
    return new Response("Not found", { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(blob, {
    headers: {
      "content-type": leave.contentType,
      "content-disposition": attachment(leave.fileName),
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "same-site",
      "cache-control": "private, no-store",
      "referrer-policy": "no-referrer",
    },
  });
});
