import { FunctionFailure } from "./failure.ts";

type Waiting = { until: number; stop: (failure: FunctionFailure) => void };

/**
 * Ends the wait for work that takes too long. The work itself cannot be stopped, but its caller can go on and close
 * the transaction under it. All work has the same time, so it runs out in the order in which it began: one timer does
 * for any number, where a timer each would cost a tenth of a short query.
 */
export class TimeLimit {
  readonly #ms: number;
  /** In the order in which they began. */
  readonly #waiting = new Set<Waiting>();
  #timer: NodeJS.Timeout | undefined;

  constructor(ms: number) {
    this.#ms = ms;
  }

  /** What `work` gives, or a `FunctionFailure` if it takes longer than the limit (up to a tenth more). */
  within<T>(work: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const waiting: Waiting = { until: performance.now() + this.#ms, stop: reject };
      this.#waiting.add(waiting);
      this.#timer ??= this.#look();
      work.then(
        (value) => {
          this.#waiting.delete(waiting);
          resolve(value);
        },
        (error: unknown) => {
          this.#waiting.delete(waiting);
          reject(error);
        },
      );
    });
  }

  #look(): NodeJS.Timeout {
    const timer = setTimeout(() => {
      const now = performance.now();
      for (const waiting of this.#waiting) {
        if (waiting.until > now) break;
        this.#waiting.delete(waiting);
        waiting.stop(
          new FunctionFailure(`Function execution timed out (maximum duration: ${this.#ms / 1000}s)`),
        );
      }
      this.#timer = this.#waiting.size === 0 ? undefined : this.#look();
    }, this.#ms / 10);
    timer.unref();
    return timer;
  }
}
