import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type RawData, WebSocketServer } from "ws";
import { CloseCode } from "./closeCode.ts";
import { Session, type SyncServices } from "./session.ts";

const MAX_FRAME_BYTES = 18 * 1024 * 1024;
const MAX_SESSIONS = 10_000;

/** In milliseconds: after how long without a frame the client is pinged, when a silent peer is dropped. */
export type Patience = { quietMs: number; deadMs: number; tickMs: number };
const PATIENCE: Patience = { quietMs: 15_000, deadMs: 60_000, tickMs: 5_000 };

/** How long requests in flight may take when the deployment stops, and how long a peer may take to say goodbye. */
const DRAIN_MS = 5_000;
const GOODBYE_MS = 1_000;

const PING = '{"type":"Ping"}';

/** Takes WebSocket upgrades for `/api/<version>/sync` and keeps the sessions. */
export class SyncServer {
  private readonly server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    clientTracking: false,
  });
  private readonly sessions = new Map<Session, { hangUp(): void; probe(): void; terminate(): void }>();
  private readonly ticker: NodeJS.Timeout;
  private closing = false;

  constructor(
    private readonly services: SyncServices,
    private readonly patience = PATIENCE,
  ) {
    this.ticker = setInterval(() => this.tick(), patience.tickMs);
    this.ticker.unref();
  }

  get size(): number {
    return this.sessions.size;
  }

  /** Whether the address is that of live connections. */
  static serves(pathname: string): boolean {
    return /^\/api\/(?:.*\/)?sync$/.test(pathname);
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Not parsed: what is no address must be refused as well.
    const [pathname = ""] = (request.url ?? "").split("?");
    if (!/^\/api\/(?:\d+\.\d+\.\d+[^/]*\/)?sync$/.test(pathname)) {
      refuse(socket, "400 Bad Request", "unknown version");
      return;
    }
    if (this.closing || this.sessions.size >= MAX_SESSIONS) {
      refuse(socket, "503 Service Unavailable", "TooManyConcurrentRequests");
      return;
    }
    this.server.handleUpgrade(request, socket, head, (webSocket) => {
      const session = new Session(webSocket, this.services);
      this.sessions.set(session, {
        hangUp: () => webSocket.close(CloseCode.goingAway, "the deployment is stopping"),
        probe: () => webSocket.ping(),
        terminate: () => webSocket.terminate(),
      });
      webSocket.on("message", (data, isBinary) => session.receive(isBinary ? "" : textOf(data)));
      webSocket.on("pong", () => {
        session.lastHeardAt = Date.now();
      });
      // What the socket complains about (bad frames, resets) ends in `close`, which is all that matters here.
      webSocket.on("error", () => {});
      webSocket.on("close", () => {
        session.close();
        this.sessions.delete(session);
      });
    });
  }

  /** Answers what has been asked, then closes every socket (SYNC-18). */
  async close(): Promise<void> {
    this.closing = true;
    clearInterval(this.ticker);
    const drained = [...this.sessions].map(async ([session, socket]) => {
      await session.drain();
      socket.hangUp();
    });
    await within(DRAIN_MS, Promise.all(drained));
    await within(GOODBYE_MS, this.emptied());
    for (const socket of this.sessions.values()) socket.terminate();
  }

  private async emptied(): Promise<void> {
    while (this.sessions.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  private tick(): void {
    const now = Date.now();
    const { quietMs, deadMs, tickMs } = this.patience;
    for (const [session, socket] of this.sessions) {
      if (now - session.lastHeardAt > deadMs) socket.terminate();
      else if (now - session.outbox.lastSentAt > quietMs - tickMs) {
        session.outbox.send(PING);
        socket.probe();
      }
    }
  }
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString("utf8");
  return Buffer.isBuffer(data) ? data.toString("utf8") : Buffer.from(data).toString("utf8");
}

function refuse(socket: Duplex, status: string, reason: string): void {
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: ${reason.length}\r\n\r\n${reason}`,
  );
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
