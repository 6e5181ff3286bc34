import { connect, createServer, type Socket } from "node:net";

/** A TCP proxy in front of a deployment whose connections can be cut without a goodbye. */
export class CuttingProxy {
  private readonly pairs = new Set<[Socket, Socket]>();
  private constructor(
    private readonly server: ReturnType<typeof createServer>,
    readonly url: string,
  ) {}

  static async open(target: string): Promise<CuttingProxy> {
    const { port, hostname } = new URL(target);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the proxy has no port");
    const proxy = new CuttingProxy(server, `http://127.0.0.1:${address.port}`);
    server.on("connection", (near) => {
      const pair: [Socket, Socket] = [near, connect(Number(port), hostname)];
      proxy.pairs.add(pair);
      for (const [from, to] of [pair, [pair[1], pair[0]] as const]) {
        from.pipe(to);
        from.on("error", () => proxy.cutPair(pair));
        from.on("close", () => proxy.cutPair(pair));
      }
    });
    return proxy;
  }

  get connections(): number {
    return this.pairs.size;
  }

  /** Resets every connection; what was under way in either direction is lost. Answers how many there were. */
  cut(): number {
    const { size } = this.pairs;
    for (const pair of this.pairs) this.cutPair(pair);
    return size;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private cutPair(pair: [Socket, Socket]): void {
    if (!this.pairs.delete(pair)) return;
    for (const socket of pair) socket.resetAndDestroy();
  }
}
