/**
 * The ordered, durable byte map under everything else. Deliberately small, so that a better engine can replace
 * lmdb: whoever implements it runs `tests/embedded/store.contract.ts`.
 *
 * Keys are compared as unsigned bytes. Values are text: documents are kept as the JSON that goes over the wire.
 */
export interface Store {
  /** A consistent view of everything committed so far. The caller closes it. */
  snapshot(): Snapshot;
  /**
   * Applies all writes or none. Commits take effect in the order of the calls; several that wait together may share
   * one flush. Resolves when the writes are on disk (fsync): only then may anyone be told.
   */
  commit(writes: readonly Write[]): Promise<void>;
  /** Flushes performed so far; tests and benchmarks gate on it. */
  readonly flushes: number;
  close(): Promise<void>;
}

export type Write = { key: Uint8Array; value: string | null };

export interface Snapshot {
  get(key: Uint8Array): string | undefined;
  /** Entries with `start <= key < end` (`end` null: no bound), ascending or descending, lazily. */
  range(options: { start: Uint8Array; end: Uint8Array | null; reverse?: boolean }): Iterable<Entry>;
  close(): void;
}

export type Entry = { key: Uint8Array; value: string };
