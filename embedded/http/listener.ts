import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { isLoopback, sendResponse, toRequest } from "./bridge.ts";

export type Caller = {
  /** Whether the request came from this machine, and not through a proxy. */
  local: boolean;
};
export type Handler = (request: Request, caller: Caller) => Promise<Response>;
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

const HEADERS_TIMEOUT_MS = 20_000;
const REQUEST_TIMEOUT_MS = 5 * 60_000;

/** An open port. */
export class Listener {
  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  /** Rejects with Node's error (`EADDRINUSE`, `EACCES`, ...) if the port cannot be had. */
  static async open(options: {
    port: number;
    host: string;
    /** What addresses are relative to. */
    origin: () => string;
    handle: Handler;
    upgrade?: Upgrade;
  }): Promise<Listener> {
    const server = createServer((incoming, outgoing) => {
      const request = requestOf(incoming, options.origin());
      if (request === null) {
        outgoing.writeHead(400).end();
        return;
      }
      options.handle(request, { local: isLocal(incoming) }).then(
        (response) => sendResponse(response, outgoing),
        () => outgoing.destroy(),
      );
    });
    server.headersTimeout = HEADERS_TIMEOUT_MS;
    server.requestTimeout = REQUEST_TIMEOUT_MS;
    server.on("upgrade", (request, socket, head) => {
      // A reset during the handshake is the end of this socket and of nothing else.
      socket.on("error", () => socket.destroy());
      if (options.upgrade) options.upgrade(request, socket, head);
      else socket.destroy();
    });
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(options.port, options.host, resolve);
    });
    return new Listener(server, (server.address() as AddressInfo).port);
  }

  /** Takes no more requests; resolves when the open ones are answered, or after `graceMs`. */
  async close(graceMs = 5_000): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeIdleConnections();
    const last = setTimeout(() => this.server.closeAllConnections(), graceMs);
    await closed;
    clearTimeout(last);
  }
}

/** Null for what no browser would send: the answer is a refusal, and nobody else notices (HTTP-10). */
function requestOf(incoming: IncomingMessage, origin: string): Request | null {
  try {
    return toRequest(incoming, origin);
  } catch {
    return null;
  }
}

function isLocal(incoming: IncomingMessage): boolean {
  const proxied = "x-forwarded-for" in incoming.headers || "forwarded" in incoming.headers;
  return !proxied && isLoopback(incoming.socket.remoteAddress ?? "");
}
