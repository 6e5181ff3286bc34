import { internal } from "../_generated/api";
import { httpAction } from "../functions";

/** Answers `GET /api/download/<secret>` with the file that the ticket is for; anything else is not there. */
export const download = httpAction(async (ctx, request) => {
  const secret = new URL(request.url).pathname.split("/").pop() ?? "";
  const ticket = await ctx.runMutation(internal.exports.tickets.redeem, { secret });
  const blob = ticket && (await ctx.storage.get(ticket.storageId));
  if (!ticket || !blob) return new Response("Not found", { status: 404 });
  return new Response(blob, {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${ticket.fileName.replace(/[^\w.-]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(ticket.fileName)}`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
      "referrer-policy": "no-referrer",
    },
  });
});
