import { randomUUID } from "node:crypto";
import type { FunctionKind, FunctionRun, Runtime } from "../functions/runtime.ts";
import type { Endpoints } from "./endpoint.ts";

const KEPT = 1_000;
const WAIT_MS = 20_000;

type Entry = { cursor: number; run: FunctionRun };

const UDF_TYPE: Record<FunctionKind, string> = {
  query: "Query",
  mutation: "Mutation",
  action: "Action",
  httpAction: "HttpAction",
};

/** The last finished functions, for `convex logs` and `convex dev` (DEPLOY-05). */
export class LogStream {
  private readonly entries: Entry[] = [];
  private readonly waiting = new Set<() => void>();

  constructor(runtime: Pick<Runtime, "onRun">) {
    runtime.onRun((run) => this.add(run));
  }

  endpoints(): Endpoints {
    return {
      "GET /api/stream_function_logs": async (request) => {
        const cursor = Number(new URL(request.url).searchParams.get("cursor") ?? 0);
        // Who starts at 0 wants to know where the end is; who has been there waits for more.
        if (cursor > 0 && (this.entries.at(-1)?.cursor ?? 0) <= cursor) await this.more(request.signal);
        const entries = this.entries.filter((entry) => entry.cursor > cursor);
        const newCursor = this.entries.at(-1)?.cursor ?? Math.max(cursor, Date.now());
        return Response.json({ entries: entries.map(({ run }) => executionOf(run)), newCursor });
      },
    };
  }

  private add(run: FunctionRun): void {
    const cursor = Math.max(Date.now(), (this.entries.at(-1)?.cursor ?? 0) + 1);
    this.entries.push({ cursor, run });
    if (this.entries.length > KEPT) this.entries.shift();
    for (const wake of this.waiting) wake();
  }

  private async more(signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, WAIT_MS);
      timer.unref();
      this.waiting.add(done);
      signal.addEventListener("abort", done, { once: true });
    });
  }
}

/** A run in the words of Convex's log stream: instants and lengths are in seconds there. */
function executionOf(run: FunctionRun): Record<string, unknown> {
  return {
    kind: "Completion",
    udfType: UDF_TYPE[run.kind],
    componentPath: run.namespace === "" ? null : run.namespace,
    identifier: run.path,
    logLines: run.logLines,
    timestamp: (run.startedAt + run.durationMs) / 1_000,
    executionTimestamp: run.startedAt / 1_000,
    executionTime: run.durationMs / 1_000,
    cachedResult: run.cached,
    success: run.ok ? {} : null,
    error: run.error ?? null,
    requestId: randomUUID(),
    executionId: randomUUID(),
    caller: "Unknown",
    identityType: "unknown",
    environment: "isolate",
    willRetry: false,
    usageStats: {},
  };
}
