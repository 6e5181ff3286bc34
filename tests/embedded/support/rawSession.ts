import { randomUUID } from "node:crypto";
import { WebSocket } from "ws";

export type Frame = { type: string } & Record<string, unknown>;

/** A client that says exactly what a test wants said, and hears everything. */
export class RawSession {
  readonly frames: Frame[] = [];
  closed: { code: number; reason: string } | null = null;
  private readonly listeners = new Set<() => void>();

  private constructor(readonly socket: WebSocket) {
    socket.on("message", (data) => {
      this.frames.push(JSON.parse(String(data)) as Frame);
      this.wake();
    });
    socket.on("close", (code, reason) => {
      this.closed = { code, reason: String(reason) };
      this.wake();
    });
    socket.on("error", () => undefined);
  }

  /** Opens the socket; `connected` also says `Connect`. */
  static async open(url: string, { connected = true } = {}): Promise<RawSession> {
    const session = new RawSession(new WebSocket(`${url.replace(/^http/, "ws")}/api/1.48.0/sync`));
    await new Promise<void>((resolve, reject) => {
      session.socket.once("open", resolve);
      session.socket.once("error", reject);
    });
    if (connected)
      session.say({ type: "Connect", sessionId: randomUUID(), connectionCount: 0, clientTs: Date.now() });
    return session;
  }

  say(message: unknown): void {
    this.socket.send(typeof message === "string" ? message : JSON.stringify(message));
  }

  watch(
    baseVersion: number,
    queries: { queryId: number; udfPath: string; args?: object; journal?: string }[],
  ): void {
    this.say({
      type: "ModifyQuerySet",
      baseVersion,
      newVersion: baseVersion + 1,
      modifications: queries.map(({ args = {}, ...query }) => ({ type: "Add", args: [args], ...query })),
    });
  }

  mutate(requestId: number, udfPath: string, args: object): void {
    this.say({ type: "Mutation", requestId, udfPath, args: [args] });
  }

  /** The first frame after `from` that passes. */
  async frame(passes: (frame: Frame) => boolean, from = 0, withinMs = 20_000): Promise<Frame> {
    const find = () => this.frames.slice(from).find(passes);
    await this.until(() => find() !== undefined, withinMs);
    return find() as Frame;
  }

  async ended(withinMs = 20_000): Promise<{ code: number; reason: string }> {
    await this.until(() => this.closed !== null, withinMs);
    return this.closed as { code: number; reason: string };
  }

  close(): void {
    this.socket.terminate();
  }

  private async until(holds: () => boolean, withinMs: number): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.listeners.delete(check);
        reject(
          new Error(
            `heard only ${JSON.stringify(this.frames).slice(0, 2_000)}, closed ${JSON.stringify(this.closed)}`,
          ),
        );
      }, withinMs);
      const check = () => {
        if (!holds()) return;
        clearTimeout(timer);
        this.listeners.delete(check);
        resolve();
      };
      this.listeners.add(check);
    });
  }

  private wake(): void {
    for (const listener of this.listeners) listener();
  }
}

/** The modifications of a transition by query id. */
export function modificationsOf(frame: Frame): { queryId: number; type: string; value?: unknown }[] {
  return frame.modifications as { queryId: number; type: string; value?: unknown }[];
}

export function momentOf(encoded: unknown): bigint {
  return Buffer.from(String(encoded), "base64").readBigUInt64LE();
}

export const isTransition = (frame: Frame): boolean => frame.type === "Transition";
