import type { Key, Store, Write } from "../../store/store.ts";
import type { Catalog } from "../catalog.ts";
import type { Timestamp } from "../database.ts";
import { StoreFailedError } from "../errors.ts";
import { Layer } from "../layer.ts";
import type { Commit } from "../readSet.ts";
import type { Ground } from "../state.ts";
import { storeKey, View } from "../view.ts";
import type { Clock } from "./clock.ts";
import { Epoch } from "./epoch.ts";

/** Mutations that share one flush. */
type Group = {
  readonly layer: Layer;
  readonly commits: Commit[];
  catalog: Catalog;
  timestamp: Timestamp;
  readonly done: Promise<void>;
  settle: (error?: Error) => void;
};

/**
 * Commits in memory at once and on disk together: while one group is being flushed the next gathers. A group becomes
 * the durable state, is published, and only then may its mutations be answered. After a failed flush nobody knows
 * what the disk holds, so nothing is ever answered again.
 */
export class GroupCommit {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #listeners = new Set<(commit: Commit) => void>();
  #durable: Epoch;
  #flushing: Group | null = null;
  #gathering: Group | null = null;
  #failure: StoreFailedError | null = null;

  constructor(store: Store, clock: Clock, epoch: Epoch) {
    this.#store = store;
    this.#clock = clock;
    this.#durable = epoch;
  }

  get durable(): Epoch {
    return this.#durable;
  }

  onCommit(listener: (commit: Commit) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The newest state, durable or not, for the next mutation to stand on. */
  newest(): Omit<Ground, "unlimited" | "nextCreationTime"> {
    if (this.#failure) throw this.#failure;
    const epoch = this.#durable.retain();
    const groups = [this.#gathering, this.#flushing].filter((group) => group !== null);
    return {
      timestamp: groups[0]?.timestamp ?? epoch.timestamp,
      catalog: groups[0]?.catalog ?? epoch.catalog,
      view: new View(
        epoch.snapshot,
        groups.map((group) => group.layer),
      ),
      release: () => epoch.release(),
    };
  }

  /** Commits a mutation's writes in memory. `done` resolves when they are durable and published. */
  add(
    layer: Layer,
    catalog: Catalog,
    keys: readonly { index: number; key: Key }[],
  ): { timestamp: Timestamp; done: Promise<void> } {
    if (this.#failure) throw this.#failure;
    const timestamp = this.#clock.nextTimestamp();
    this.#gathering ??= newGroup(catalog, timestamp);
    const group = this.#gathering;
    group.layer.absorb(layer);
    group.commits.push({ timestamp, keys });
    group.catalog = catalog;
    group.timestamp = timestamp;
    if (!this.#flushing) this.#flush();
    return { timestamp, done: group.done };
  }

  /** Resolves once everything up to `timestamp` is durable. */
  durableSince(timestamp: Timestamp): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure);
    if (this.#durable.timestamp >= timestamp) return Promise.resolve();
    const isInFlight = this.#flushing !== null && this.#flushing.timestamp >= timestamp;
    return (isInFlight ? this.#flushing : this.#gathering)?.done ?? Promise.resolve();
  }

  #flush(): void {
    const group = this.#gathering;
    if (!group) return;
    this.#gathering = null;
    this.#flushing = group;
    const writes: Write[] = [this.#clock.write()];
    for (const [index, layer] of group.layer.indexes) {
      for (const [key, value] of layer.entries()) writes.push({ key: storeKey(index, key), value });
    }
    this.#store.commit(writes).then(
      () => this.#publish(group),
      (error: unknown) => this.#fail(error),
    );
  }

  /** No commit is under way at this moment, so the store's newest state is exactly this group's. */
  #publish(group: Group): void {
    const previous = this.#durable;
    this.#durable = new Epoch(this.#store.snapshot(), group.catalog, group.timestamp);
    this.#flushing = null;
    previous.release();
    this.#flush();
    for (const commit of group.commits) for (const listener of this.#listeners) listener(commit);
    group.settle();
  }

  #fail(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.#failure = new StoreFailedError(`The disk refused a write, so nothing more is accepted: ${reason}`, {
      cause: error,
    });
    for (const group of [this.#flushing, this.#gathering]) group?.settle(this.#failure);
  }

  async close(): Promise<void> {
    for (let group = this.#gathering ?? this.#flushing; group; group = this.#gathering ?? this.#flushing) {
      const waited = await group.done.then(
        () => true,
        () => false,
      );
      if (!waited) break;
    }
    this.#durable.release();
  }
}

function newGroup(catalog: Catalog, timestamp: Timestamp): Group {
  let settle: Group["settle"] = () => undefined;
  const done = new Promise<void>((resolve, reject) => {
    settle = (error) => (error ? reject(error) : resolve());
  });
  // Whoever waits sees the failure; a group that nobody waits for must not end the process by itself.
  done.catch(() => undefined);
  return { layer: new Layer(), commits: [], catalog, timestamp, done, settle };
}
