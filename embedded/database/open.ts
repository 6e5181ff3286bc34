import type { Store } from "../store/store.ts";
import { CATALOG_INDEX, CATALOG_KEY, Catalog } from "./catalog.ts";
import { Clock } from "./commit/clock.ts";
import { Epoch } from "./commit/epoch.ts";
import { GroupCommit } from "./commit/groupCommit.ts";
import type { Committed, Database, DatabaseOptions, Timestamp } from "./database.ts";
import { DatabaseTransaction } from "./databaseTransaction.ts";
import { DatabaseClosedError, DatabaseError } from "./errors.ts";
import type { Commit } from "./readSet.ts";
import { type Ground, State } from "./state.ts";
import type { Transaction } from "./transaction.ts";
import { storeKey, View } from "./view.ts";

/** Opens the database that `store` holds; an empty store becomes an empty database. */
export async function openDatabase(store: Store, options: DatabaseOptions = {}): Promise<Database> {
  const snapshot = store.snapshot();
  const catalog = snapshot.get(storeKey(CATALOG_INDEX, CATALOG_KEY));
  const clock = new Clock(options.now ?? Date.now, snapshot);
  const epoch = new Epoch(
    snapshot,
    catalog === undefined ? Catalog.empty() : Catalog.parse(catalog),
    clock.timestamp,
  );
  return new StoredDatabase(store, clock, epoch);
}

class StoredDatabase implements Database {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #commits: GroupCommit;
  readonly #counters = { documentsRead: 0, documentsWritten: 0, commits: 0 };
  /** Settles when the mutation that came last has left the line. */
  #line: Promise<unknown> = Promise.resolve();
  #closing = false;

  constructor(store: Store, clock: Clock, epoch: Epoch) {
    this.#store = store;
    this.#clock = clock;
    this.#commits = new GroupCommit(store, clock, epoch);
  }

  get timestamp(): Timestamp {
    return this.#commits.durable.timestamp;
  }

  get counters() {
    return { ...this.#counters, flushes: this.#store.flushes };
  }

  onCommit(listener: (commit: Commit) => void): () => void {
    return this.#commits.onCommit(listener);
  }

  read({ unlimited = false }: { unlimited?: boolean } = {}): Transaction {
    if (this.#closing) throw closing();
    const epoch = this.#commits.durable.retain();
    const { timestamp, catalog, snapshot } = epoch;
    return this.#begin({
      timestamp,
      catalog,
      view: new View(snapshot, []),
      unlimited,
      release: () => epoch.release(),
    }).transaction;
  }

  mutate<T>(
    body: (tx: Transaction) => Promise<T>,
    options: { timeoutMs?: number; unlimited?: boolean } = {},
  ): Promise<Committed<T>> {
    if (this.#closing) return Promise.reject(closing());
    const run = this.#line.then(() => this.#mutate(body, options));
    // The next one starts when this one has committed in memory, long before it is on disk.
    this.#line = run.then(
      () => undefined,
      () => undefined,
    );
    return run.then((outcome) => outcome());
  }

  /** Runs the body, commits in memory, and gives a function that waits for the disk. */
  async #mutate<T>(
    body: (tx: Transaction) => Promise<T>,
    { timeoutMs, unlimited = false }: { timeoutMs?: number; unlimited?: boolean },
  ): Promise<() => Promise<Committed<T>>> {
    const base = this.#commits.newest();
    const { state, transaction } = this.#begin({
      ...base,
      unlimited,
      nextCreationTime: () => this.#clock.nextCreationTime(),
    });
    try {
      const value = await within(body(transaction), timeoutMs);
      if (!state.hasWritten) {
        const timestamp = base.timestamp;
        // What it saw may not be on disk yet, and nobody may learn of it before it is.
        return () => this.#commits.durableSince(timestamp).then(() => ({ value, timestamp }));
      }
      const { timestamp, done } = this.#commits.add(state.own, state.catalog, state.touched);
      this.#counters.commits++;
      return () => done.then(() => ({ value, timestamp }));
    } catch (error) {
      return () =>
        this.#commits.durableSince(base.timestamp).then(() => {
          throw error;
        });
    } finally {
      transaction.close();
    }
  }

  #begin(ground: Ground): { state: State; transaction: Transaction } {
    const state = new State({
      ...ground,
      release: () => {
        ground.release();
        this.#counters.documentsRead += state.meter.documentsRead;
        this.#counters.documentsWritten += state.meter.documentsWritten;
      },
    });
    return { state, transaction: new DatabaseTransaction(state) };
  }

  async close(): Promise<void> {
    if (this.#closing) return;
    this.#closing = true;
    await this.#line;
    await this.#commits.close();
    await this.#store.close();
  }
}

function closing(): DatabaseClosedError {
  return new DatabaseClosedError("The database is closing.");
}

async function within<T>(work: Promise<T>, timeoutMs: number | undefined): Promise<T> {
  if (timeoutMs === undefined) return work;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const alarm = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new DatabaseError("MutationTimeout", `The mutation took longer than ${timeoutMs} ms.`)),
      timeoutMs,
    );
  });
  try {
    return await Promise.race([work, alarm]);
  } finally {
    clearTimeout(timer);
  }
}
