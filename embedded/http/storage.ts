import type { FileStore } from "../files/fileStore.ts";
import type { ByteRange, StoredFile } from "../files/files.ts";
import type { Endpoints } from "./endpoint.ts";
import { badRequest, Problem } from "./problem.ts";

/** Uploads and downloads of stored files. */
export function storageEndpoints(files: FileStore): Endpoints {
  const download = async (request: Request) => {
    const url = new URL(request.url);
    const namespace = url.searchParams.get("component") ?? "";
    const storageId = files.idOfName(namespace, url.pathname.slice("/api/storage/".length));
    const file = storageId === null ? null : await files.open(namespace, storageId);
    if (file === null) throw new Problem(404, "FileNotFound", "There is no such file");
    return answer(file, request);
  };
  return {
    "POST /api/storage/upload": async (request) => {
      const namespace = files.namespaceOfUpload(new URL(request.url).searchParams);
      const contentType = request.headers.get("content-type") ?? undefined;
      const storageId = await files.store(namespace, request.body ?? new Uint8Array(), {
        ...(contentType === undefined ? {} : { contentType }),
        ...digestOf(request),
      });
      return Response.json({ storageId });
    },
    "GET /api/storage/": download,
    "HEAD /api/storage/": download,
  };
}

function answer(file: StoredFile, request: Request): Response {
  const headers = new Headers({
    "accept-ranges": "bytes",
    "cache-control": "private, max-age=2592000",
    // A stored page must not run script in the deployment's origin.
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "content-type": file.contentType ?? "application/octet-stream",
    digest: `sha-256=${Buffer.from(file.sha256, "hex").toString("base64")}`,
    "x-content-type-options": "nosniff",
  });
  const range = rangeOf(request.headers.get("range"), file.size);
  if (range === "unsatisfiable") {
    headers.set("content-range", `bytes */${file.size}`);
    return new Response(null, { status: 416, headers });
  }
  const size = range === null ? file.size : range.end - range.start + 1;
  headers.set("content-length", String(size));
  if (range !== null) headers.set("content-range", `bytes ${range.start}-${range.end}/${file.size}`);
  const body = request.method === "HEAD" || size === 0 ? null : file.body(range ?? undefined);
  return new Response(body, { status: range === null ? 200 : 206, headers });
}

/** One range of bytes; anything more fanciful is answered with the whole file. */
function rangeOf(header: string | null, size: number): ByteRange | "unsatisfiable" | null {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return null;
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  return start <= end && start < size ? { start, end } : "unsatisfiable";
}

/** `Digest: sha-256=<base64>`, as hexadecimal. */
function digestOf(request: Request): { sha256?: string } {
  const header = request.headers.get("digest");
  if (header === null) return {};
  const [, base64] = /^sha-256=([A-Za-z0-9+/=]+)$/i.exec(header) ?? [];
  if (base64 === undefined) throw badRequest("BadDigest", "Expected Digest: sha-256=<base64>");
  return { sha256: Buffer.from(base64, "base64").toString("hex") };
}
