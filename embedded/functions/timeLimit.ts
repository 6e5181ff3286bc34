import { FunctionFailure } from "./failure.ts";

type Waiting = { until: number; stop: (() => void) | null };

/**
 * Ends the wait for work that takes too long. The work itself cannot be stopped, but its caller can go on and close
 * the transaction under it. All work has the same time, so it runs out in the order in which it began: one timer and
 * a queue do for any number, where a timer each would cost a tenth of a short query.
 */
export class TimeLimit {
  readonly #ms: number;
  #queue: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(ms: number) {
    this.#ms = ms;
  }

  /** What `work` gives, or a `FunctionFailure` if it takes longer than the limit (up to a tenth more). */
  within<T>(work: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const waiting: Waiting = {
        until: performance.now() + this.#ms,
        stop: () =>
          reject(new FunctionFailure(`Function execution timed out (maximum duration: ${this.#ms / 1000}s)`)),
      };
      this.#queue.push(waiting);
      this.#timer ??= this.#look();
      work.then(
        (value) => {
          waiting.stop = null;
          resolve(value);
        },
        (error: unknown) => {
          waiting.stop = null;
          reject(error);
        },
      );
    });
  }

  #look(): NodeJS.Timeout {
    const timer = setTimeout(() => {
      const now = performance.now();
      let begun = 0;
      for (; begun < this.#queue.length; begun++) {
        const waiting = this.#queue[begun];
        if (waiting === undefined) break;
        if (waiting.stop !== null && waiting.until > now) break;
        waiting.stop?.();
      }
      this.#queue = this.#queue.slice(begun);
      this.#timer = this.#queue.length === 0 ? undefined : this.#look();
    }, this.#ms / 10);
    timer.unref();
    return timer;
  }
}
