import type { Database, Transaction } from "../database/database.ts";
import type { Row } from "../deploy/systemTables.ts";
import { type FunctionFailure, failureOf } from "../functions/failure.ts";
import type { FunctionRuntime } from "../functions/functionRuntime.ts";
import { nextCronAt, queueDueCrons } from "./crons.ts";
import { interruptedJobs, type Job, type JobState, jobOf, setJobState, waitingJobs } from "./jobs.ts";

/** Jobs under way at once; further ones wait. */
const MAX_RUNNING = 64;
/** Longest sleep, so that a changed wall clock is noticed. */
const MAX_SLEEP_MS = 60_000;
/** How long a stop waits for actions. */
const PATIENCE_MS = 5_000;

/**
 * Runs what is due. A mutation runs exactly once: it leaves the queue in its own transaction. An action runs at most
 * once: that it begins is durable first, and one that a crash interrupted has failed.
 */
export class Scheduler {
  readonly #database: Database;
  readonly #runtime: FunctionRuntime;
  readonly #running = new Map<string, Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #ticking: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(database: Database, runtime: FunctionRuntime) {
    this.#database = database;
    this.#runtime = runtime;
  }

  async start(): Promise<void> {
    const interrupted = this.#reading(interruptedJobs);
    for (const job of interrupted) {
      await this.#setState(job, {
        kind: "failed",
        error: "The deployment stopped while this action was running.",
      });
    }
    this.wake();
  }

  /** There may be new work. */
  wake(): void {
    if (this.#stopped) return;
    this.#again = true;
    this.#ticking ??= this.#tick().finally(() => {
      this.#ticking = undefined;
    });
  }

  /** Begins nothing more and waits a while for what is under way. Actions that take longer have failed. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#ticking;
    let patience: NodeJS.Timeout | undefined;
    const waited = new Promise((resolve) => {
      patience = setTimeout(resolve, PATIENCE_MS);
    });
    await Promise.race([Promise.all(this.#running.values()), waited]);
    clearTimeout(patience);
  }

  async #tick(): Promise<void> {
    // Not within the call that woke us: its transaction's listeners come first.
    await Promise.resolve();
    while (this.#again && !this.#stopped) {
      this.#again = false;
      clearTimeout(this.#timer);
      const now = Date.now();
      const cronAt = this.#reading(nextCronAt);
      if (cronAt !== null && cronAt <= now) {
        await this.#database.mutate(async (transaction) => queueDueCrons(transaction, now));
        this.#again = true;
        continue;
      }
      const nextAt = Math.min(this.#beginDue(now) ?? Infinity, cronAt ?? Infinity);
      if (nextAt !== Infinity) {
        this.#timer = setTimeout(() => this.wake(), Math.min(Math.max(0, nextAt - now), MAX_SLEEP_MS));
        this.#timer.unref();
      }
    }
  }

  /** Begins what is due and answers when the next job is, if one waits for its time. */
  #beginDue(now: number): number | null {
    const room = MAX_RUNNING - this.#running.size;
    if (room <= 0) return null;
    const waiting = this.#reading((transaction) => waitingJobs(transaction, MAX_RUNNING + 1));
    for (const job of waiting) {
      if (this.#running.has(job.scheduledId)) continue;
      if (job.dueAt > now) return job.dueAt;
      if (this.#running.size >= MAX_RUNNING) return null;
      const running = this.#run(job).finally(() => {
        this.#running.delete(job.scheduledId);
        this.wake();
      });
      this.#running.set(job.scheduledId, running);
    }
    return null;
  }

  async #run(job: Row<Job>): Promise<void> {
    const kind = this.#runtime.kindOf(job.namespace, job.path);
    const begin = (transaction: Transaction): boolean => {
      const current = jobOf(transaction, job.scheduledId);
      if (current === null || current.startedAt !== null) return false;
      setJobState(transaction, current, { kind: kind === "mutation" ? "success" : "inProgress" }, Date.now());
      return true;
    };
    const call = {
      namespace: job.namespace,
      path: job.path,
      args: job.args,
      identity: { kind: "anonymous" },
      allowInternal: true,
      scheduledFunctionId: job.scheduledId,
    } as const;
    try {
      await this.#runtime.scheduled(call, begin);
      if (kind === "action") await this.#setState(job, { kind: "success" });
    } catch (thrown) {
      await this.#fail(job, await failureOf(thrown));
    }
  }

  async #fail(job: Row<Job>, failure: FunctionFailure): Promise<void> {
    try {
      await this.#setState(job, { kind: "failed", error: failure.message });
    } catch {
      // The database is closing or broken: the job is found again at the next start.
      this.#stopped = true;
    }
  }

  async #setState(job: Job, state: JobState): Promise<void> {
    await this.#database.mutate(async (transaction) => {
      const current = jobOf(transaction, job.scheduledId);
      if (current !== null) setJobState(transaction, current, state, Date.now());
    });
  }

  #reading<T>(body: (transaction: Transaction) => T): T {
    const transaction = this.#database.read();
    try {
      return body(transaction);
    } finally {
      transaction.close();
    }
  }
}
