/**
 * The ordered, durable byte map under everything else. Deliberately small, so that a better engine can replace
 * lmdb: whoever implements it runs `tests/embedded/store.contract.ts`.
 *
 * Values are text: documents are kept as the JSON that goes over the wire.
 */
export interface Store {
  /** A consistent view of everything committed so far. The caller closes it. */
  snapshot(): Snapshot;
  /**
   * Applies all writes or none. Commits take effect in the order of the calls; several that wait together may share
   * one flush. Resolves when the writes are on disk (fsync): only then may anyone be told. Rejects if that is not
   * certain; the store then refuses every later commit, because nobody knows what the disk holds.
   */
  commit(writes: readonly Write[]): Promise<void>;
  /** Flushes performed so far; tests and benchmarks gate on it. */
  readonly flushes: number;
  close(): Promise<void>;
}

/**
 * A key is a byte string: a JavaScript string whose every character is one byte (code 0 to 255). So `<` compares
 * keys as unsigned bytes, `Map` finds them, and no buffer is allocated for one. Keys are not empty; their length has
 * no limit.
 */
export type Key = string;

/** `value` null removes the key. */
export type Write = { key: Key; value: string | null };

export interface Snapshot {
  get(key: Key): string | undefined;
  /** Entries with `start <= key < end` (`end` null: no bound), ascending or descending, lazily. */
  range(options: Range): Iterable<Entry>;
  close(): void;
}

export type Range = { start: Key; end: Key | null; reverse?: boolean };

export type Entry = { key: Key; value: string };
