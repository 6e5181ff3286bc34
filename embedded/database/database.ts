import type { Store } from "../store/store.ts";
import type { Commit, ReadSet } from "./readSet.ts";
import type { Transaction } from "./transaction.ts";

/** Where a component instance's tables live: "" is the app, "betterAuth", "presence/batchWorker", ... */
export type Namespace = string;

/**
 * Microseconds since 1970, strictly rising, one per commit. A plain number: exact far beyond any date that matters.
 * On the wire it travels as the little-endian u64 that Convex's client expects.
 */
export type Timestamp = number;

/**
 * Tables, indexes and serializable transactions over a `Store`.
 *
 * Mutations run one at a time (a mutation can wait for nothing outside, so nothing is gained by overlapping them) and
 * see every earlier mutation at once, whether or not it has reached the disk; their commits are grouped into shared
 * flushes. Nobody outside learns of a commit before it is durable: `mutate` resolves, queries see it, and `onCommit`
 * fires only then.
 */
export interface Database {
  /** The newest durable moment: what queries read at. */
  readonly timestamp: Timestamp;

  /** A read-only transaction at `timestamp`. The caller calls `close()` when done. */
  read(options?: { unlimited?: boolean }): Transaction;

  /**
   * Runs `body` alone against the newest state and commits what it wrote; if it throws, nothing happened and the error
   * passes through. Resolves once the commit is durable. A body that wrote nothing costs no flush.
   * `timeoutMs` bounds how long the body may hold the line. `unlimited` lifts Convex's limits per transaction, for
   * the deployment's own work (pushes, imports, clearing up).
   */
  mutate<T>(
    body: (tx: Transaction) => Promise<T>,
    options?: { timeoutMs?: number; unlimited?: boolean },
  ): Promise<Committed<T>>;

  /** Called after each durable commit, in timestamp order. Returns a function that stops it. */
  onCommit(listener: (commit: Commit) => void): () => void;

  /** Running totals that tests and benchmarks gate on. */
  readonly counters: { documentsRead: number; documentsWritten: number; commits: number; flushes: number };

  /** Refuses new work, waits for what is under way, and closes the store. */
  close(): Promise<void>;
}

export type Committed<T> = { value: T; timestamp: Timestamp };

export type { Commit, ReadSet, Transaction };

export type DatabaseOptions = {
  /** Wall clock in milliseconds; tests turn it. */
  now?: () => number;
};

export type OpenDatabase = (store: Store, options?: DatabaseOptions) => Promise<Database>;
