import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { contentTypeOf } from "./contentType.ts";

/** What the browser may put in the way of smaller answers: the suffix beside a file, by coding. */
const CODINGS = [
  ["br", ".br"],
  ["gzip", ".gz"],
] as const;

/** Serves a built client: its files by name, its page for every address that is not a file. */
export class ClientFolder {
  private readonly folder: string;

  /** The folder need not be there yet: a client that is being built answers as soon as it is. */
  constructor(
    folder: string,
    private readonly origin: string,
  ) {
    this.folder = path.resolve(folder);
  }

  /** Null if there is no such file and the request is not for a page. */
  async answer(request: Request): Promise<Response | null> {
    if (request.method !== "GET" && request.method !== "HEAD") return null;
    const { pathname } = new URL(request.url);
    const name = pathname === "/" ? "/index.html" : pathname;
    const found = await this.file(name, request);
    if (found) return found;
    return isNavigation(request, pathname) ? await this.file("/index.html", request) : null;
  }

  private async file(name: string, request: Request): Promise<Response | null> {
    const location = this.locate(name);
    if (location === null) return null;
    const accepted = request.headers.get("accept-encoding") ?? "";
    for (const [coding, suffix] of CODINGS) {
      if (!accepted.includes(coding)) continue;
      const packed = await read(location + suffix);
      if (packed) return await this.respond(location, packed, request, { "content-encoding": coding });
    }
    const plain = await read(location);
    return plain && (await this.respond(location, plain, request, {}));
  }

  /** A path inside the folder, or null (SITE-04). */
  private locate(name: string): string | null {
    let decoded: string;
    try {
      decoded = decodeURIComponent(name);
    } catch {
      return null;
    }
    if (decoded.includes("\0")) return null;
    const location = path.join(this.folder, path.normalize(`/${decoded}`));
    const hidden = decoded.split("/").some((part) => part.startsWith("."));
    return location.startsWith(this.folder + path.sep) && !hidden ? location : null;
  }

  private async respond(
    location: string,
    bytes: Buffer,
    request: Request,
    coding: Record<string, string>,
  ): Promise<Response> {
    const isPage = location.endsWith(".html");
    const headers: Record<string, string> = {
      "content-type": contentTypeOf(location),
      "content-length": String(bytes.byteLength),
      "cache-control": hasHash(location) ? "public, max-age=31536000, immutable" : "no-cache",
      vary: "accept-encoding",
      etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "x-frame-options": "DENY",
      ...(this.origin.startsWith("https:") ? { "strict-transport-security": "max-age=31536000" } : {}),
      ...coding,
      ...(isPage ? { "content-security-policy": await this.policy(location) } : {}),
    };
    if (request.headers.get("if-none-match") === headers.etag)
      return new Response(null, { status: 304, headers });
    return new Response(request.method === "HEAD" ? null : new Uint8Array(bytes), { headers });
  }

  /** Scripts come from this origin; one that stands in the page itself is allowed by its hash. */
  private async policy(page: string): Promise<string> {
    const html = (await readFile(page)).toString("utf8");
    const hashes = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
      ([, script = ""]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
    );
    const socket = this.origin.replace(/^http/, "ws");
    return [
      "default-src 'self'",
      ["script-src 'self'", ...hashes].join(" "),
      // Editors and charts position things with style attributes.
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self' data:",
      `connect-src 'self' ${socket}`,
      "worker-src 'self' blob:",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join("; ");
  }
}

async function read(location: string): Promise<Buffer | null> {
  try {
    return await readFile(location);
  } catch {
    return null;
  }
}

/** Bundlers put a hash of at least eight characters before the ending: such a name never means other content. */
function hasHash(location: string): boolean {
  return (
    /[-.][A-Za-z0-9_-]{8,}\.[a-z0-9]+$/.test(location) && location.includes(`${path.sep}assets${path.sep}`)
  );
}

/** A browser that opens an address, as opposed to a script that fetches something. */
function isNavigation(request: Request, pathname: string): boolean {
  const wantsPage = (request.headers.get("accept") ?? "").includes("text/html");
  return wantsPage && !/^\/(api|http|\.well-known)\//.test(pathname);
}
