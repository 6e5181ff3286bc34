import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { contentTypeOf } from "./contentType.ts";

/** What the browser may put in the way of smaller answers: the suffix beside a file, by coding. */
const CODINGS = [
  ["br", ".br"],
  ["gzip", ".gz"],
] as const;

/** Contents of one file, in one coding, with the tag that names them. */
type Kept = { bytes: Uint8Array<ArrayBuffer>; etag: string };

/** So many bytes of files are held in memory; a built client has three or four million. */
const MOST_HELD = 64 * 1024 * 1024;

/** Serves a built client: its files by name, its page for every address that is not a file. */
export class ClientFolder {
  private readonly folder: string;
  /** Files whose names carry a hash, by location: such a name never means other content, so each is read once. */
  private readonly held = new Map<string, Kept>();
  private heldBytes = 0;

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
      const packed = await this.read(location, suffix);
      if (packed) return await this.respond(location, packed, request, { "content-encoding": coding });
    }
    const plain = await this.read(location, "");
    return plain && (await this.respond(location, plain, request, {}));
  }

  private async read(location: string, suffix: string): Promise<Kept | null> {
    const file = location + suffix;
    const held = this.held.get(file);
    if (held) return held;
    const bytes = await contentsOf(file);
    if (bytes === null) return null;
    const kept = { bytes, etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"` };
    if (hasHash(location)) this.hold(file, kept);
    return kept;
  }

  private hold(file: string, kept: Kept): void {
    if (this.heldBytes + kept.bytes.byteLength > MOST_HELD) {
      this.held.clear();
      this.heldBytes = 0;
    }
    this.held.set(file, kept);
    this.heldBytes += kept.bytes.byteLength;
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
    { bytes, etag }: Kept,
    request: Request,
    coding: Record<string, string>,
  ): Promise<Response> {
    const isPage = location.endsWith(".html");
    const headers: Record<string, string> = {
      "content-type": contentTypeOf(location),
      "content-length": String(bytes.byteLength),
      "cache-control": hasHash(location) ? "public, max-age=31536000, immutable" : "no-cache",
      vary: "accept-encoding",
      etag,
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "x-frame-options": "DENY",
      ...(this.origin.startsWith("https:") ? { "strict-transport-security": "max-age=31536000" } : {}),
      ...coding,
      ...(isPage ? { "content-security-policy": await this.policy(location) } : {}),
    };
    if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
    return new Response(request.method === "HEAD" ? null : bytes, { headers });
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

async function contentsOf(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(file));
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
