import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** A Node request as the web's `Request`, with addresses relative to `origin`. Throws for what can be none (TRACE). */
export function toRequest(incoming: IncomingMessage, origin: string): Request {
  const headers = new Headers();
  for (let at = 0; at + 1 < incoming.rawHeaders.length; at += 2) {
    const name = incoming.rawHeaders[at] ?? "";
    if (!name.startsWith(":")) headers.append(name, incoming.rawHeaders[at + 1] ?? "");
  }
  // As every proxy on the way does: the last address is the one that cannot be made up.
  const from = incoming.socket.remoteAddress?.replace(/^::ffff:/, "");
  if (from) headers.append("x-forwarded-for", from);
  headers.set("x-forwarded-for", callerOf(incoming.socket.remoteAddress, headers.get("x-forwarded-for")));
  const method = incoming.method ?? "GET";
  const gone = new AbortController();
  incoming.on("close", () => {
    if (!incoming.complete) gone.abort();
  });
  const init: RequestInit & { duplex?: "half" } = { method, headers, signal: gone.signal };
  if (method !== "GET" && method !== "HEAD") {
    init.body = Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
    init.duplex = "half";
  }
  return new Request(new URL(pathOf(incoming), origin), init);
}

/**
 * The address of whoever calls, so that routes can limit guessing per address. A proxy on this machine is believed
 * about it; anybody else could claim anything.
 */
export function callerOf(peer: string | undefined, claimed: string | null): string {
  const address = (peer ?? "").replace(/^::ffff:/, "");
  return claimed !== null && isLoopback(address) ? claimed : address;
}

export function isLoopback(address: string): boolean {
  return address === "::1" || /^(::ffff:)?127\./.test(address);
}

/** The path and query; `//host/path` and `/\\host/path` would otherwise be taken for another host. */
export function pathOf(incoming: IncomingMessage): string {
  const url = incoming.url ?? "/";
  return url.startsWith("/") ? url.replace(/^[/\\]+/, "/") : "/";
}

/** A body that says it is no longer than this is sent at once: two kinds of streams between would cost more than it does. */
const WHOLE = 512 * 1024;

/** Sends a web `Response`. Several `set-cookie` headers stay apart. */
export async function sendResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) {
    if (name !== "set-cookie") outgoing.setHeader(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader("set-cookie", cookies);
  if (response.body === null) {
    outgoing.end();
    return;
  }
  try {
    if (Number(response.headers.get("content-length") ?? Number.NaN) <= WHOLE) {
      outgoing.end(new Uint8Array(await response.arrayBuffer()));
      return;
    }
    await pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), outgoing);
  } catch {
    // The reader went away, or the body failed half-way: either way the status line is out and nobody can be told.
    outgoing.destroy();
  }
}
