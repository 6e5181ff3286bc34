import { failureOf } from "./failure.ts";
import type { Target } from "./reference.ts";
import type { Run } from "./run.ts";
import type { FunctionKind, FunctionRun } from "./runtime.ts";

type Subject = { component: { namespace: string }; info: { path: string; kind: FunctionKind } };

/** Tells listeners of every function that has run. */
export class RunLog {
  readonly #listeners = new Set<(run: FunctionRun) => void>();

  onRun(listener: (run: FunctionRun) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Runs `body`, and tells how it went. Failures pass through, put into words. */
  async around<T>(run: Run, { component, info }: Target | Subject, body: () => Promise<T>): Promise<T> {
    const startedAt = Date.now();
    const started = performance.now();
    const finished = (ok: boolean, error?: string) => {
      if (this.#listeners.size === 0) return;
      const report: FunctionRun = {
        kind: info.kind,
        namespace: component.namespace,
        path: info.path,
        ok,
        ...(error === undefined ? {} : { error }),
        startedAt,
        durationMs: performance.now() - started,
        logLines: [...run.logLines],
        cached: false,
      };
      for (const listener of this.#listeners) listener(report);
    };
    try {
      const value = await body();
      finished(true);
      return value;
    } catch (thrown) {
      const failure = await failureOf(thrown);
      finished(false, failure.message);
      throw failure;
    }
  }
}
