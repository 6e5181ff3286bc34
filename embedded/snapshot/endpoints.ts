import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import type { Endpoints } from "../http/endpoint.ts";
import { Problem } from "../http/problem.ts";
import { readObject } from "../http/readBody.ts";
import type { Exports } from "./exports.ts";
import type { Imports } from "./imports.ts";
import type { Uploads } from "./uploads.ts";
import { asWanted } from "./wanted.ts";

/** What `convex import` and `convex export` call, all of it for holders of the admin key. */
export function snapshotEndpoints(imports: Imports, exports: Exports, uploads: Uploads): Endpoints {
  return {
    "POST /api/import/start_upload": async () => Response.json({ uploadToken: await uploads.begin() }),
    "POST /api/import/upload_part": async (request) => {
      const { searchParams } = new URL(request.url);
      const number = Number(searchParams.get("partNumber"));
      return Response.json(await uploads.keepPart(searchParams.get("uploadToken") ?? "", number, request));
    },
    "POST /api/import/finish_upload": async (request) => {
      const { import: said, uploadToken, partTokens } = await readObject(request);
      const wanted = asWanted(said);
      const tokens = Array.isArray(partTokens) ? partTokens.map(String) : [];
      const file = await uploads.finish(String(uploadToken), tokens);
      return Response.json({ importId: await imports.begin(file, wanted) });
    },
    "POST /api/perform_import": async (request) => {
      const { importId } = await readObject(request);
      await imports.perform(String(importId));
      return new Response(null, { status: 200 });
    },
    "POST /api/export/request/zip": async (request) => {
      await exports.request(new URL(request.url).searchParams.get("includeStorage") === "true");
      return new Response(null, { status: 200 });
    },
    "GET /api/export/zip/": async (request) => {
      const moment = new URL(request.url).pathname.slice("/api/export/zip/".length);
      const file = exports.fileOf(moment);
      if (file === null) throw new Problem(404, "ExportNotFound", "There is no such export any more");
      const { size } = await stat(file);
      const headers = {
        "content-type": "application/zip",
        "content-length": String(size),
        "content-disposition": `attachment; filename=snapshot_${moment}.zip`,
        "cache-control": "private, no-store",
      };
      return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>, { headers });
    },
  };
}
