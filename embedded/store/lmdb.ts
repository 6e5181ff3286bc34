import { mkdirSync } from "node:fs";
import { open, type RootDatabase } from "lmdb";
import { claimFolder, type FolderClaim } from "./folderClaim.ts";
import { inKeyOrder, isLong, LONGEST, lastOfRun, restore, shorten, shortenWrite } from "./longKeys.ts";
import type { Entry, Key, Range, Snapshot, Store, Write } from "./store.ts";

/** Transactions that may be open at once: one per durable state that somebody still reads. */
const MAX_READERS = 4096;

type Lmdb = RootDatabase<string, Key>;
type ReadTransaction = ReturnType<Lmdb["useReadTransaction"]>;

/**
 * Opens the store in `folder`, making it if there is none. Throws `FolderInUseError` if another process that lives
 * has it open.
 */
export function openLmdbStore(folder: string): Store {
  mkdirSync(folder, { recursive: true });
  return openClaimed(folder, claimFolder(folder));
}

/** Opens the store in a folder that is claimed already; closing it lets go of the claim. */
export function openClaimed(folder: string, claim: Pick<FolderClaim, "release">): Store {
  try {
    // LMDB's own way of committing: pages, fsync, then the header that makes them count, synced too. lmdb-js's
    // overlapping mode answers sooner than that unless asked, and recovers by a scheme of its own.
    const database = open<string, Key>({
      path: folder,
      noSubdir: false,
      encoding: "string",
      keyEncoder: KEYS,
      overlappingSync: false,
      maxReaders: MAX_READERS,
    });
    return new LmdbStore(database, claim);
  } catch (error) {
    claim.release();
    throw error;
  }
}

const FIRST_KEY: Key = "\x00";

/** Byte strings go to the engine as the bytes that they are. */
const KEYS = {
  writeKey(key: Key, target: Buffer, start: number): number {
    if (target.length - start < key.length) throw new RangeError("The key does not fit the buffer.");
    return start + target.write(key, start, key.length, "latin1");
  },
  readKey(source: Buffer, start: number, end: number): Key {
    return source.toString("latin1", start, end);
  },
};

class LmdbStore implements Store {
  readonly #database: Lmdb;
  readonly #claim: Pick<FolderClaim, "release">;
  #flushes = 0;
  #failure: Error | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(database: Lmdb, claim: Pick<FolderClaim, "release">) {
    this.#database = database;
    this.#claim = claim;
  }

  get flushes(): number {
    return this.#flushes;
  }

  snapshot(): Snapshot {
    // Without this, the engine may hand out the view that it made before the last commit.
    this.#database.resetReadTxn();
    // biome-ignore lint/correctness/useHookAtTopLevel: the engine's method only sounds like a hook of React.
    return new LmdbSnapshot(this.#database, this.#database.useReadTransaction());
  }

  commit(writes: readonly Write[]): Promise<void> {
    const done = this.#last.then(() => this.#commit(writes));
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #commit(writes: readonly Write[]): Promise<void> {
    if (this.#failure) throw this.#failure;
    try {
      await this.#database.batch(() => {
        for (const write of writes) {
          const { key, value } = shortenWrite(write);
          if (value === null) void this.#database.remove(key);
          else void this.#database.put(key, value);
        }
      });
      this.#flushes++;
    } catch (error) {
      this.#failure = await reasonOf(error);
      throw this.#failure;
    }
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#database.close();
    this.#claim.release();
  }
}

const PATIENCE_MS = 1000;

/** The engine's first error only says that there is another one. */
async function reasonOf(error: unknown): Promise<Error> {
  const inner = (error as { commitError?: PromiseLike<unknown> }).commitError;
  if (!inner) return error instanceof Error ? error : new Error(String(error));
  const timeout = new Promise<Error>((resolve) =>
    setTimeout(() => resolve(error as Error), PATIENCE_MS).unref(),
  );
  return Promise.race([
    Promise.resolve(inner).then(
      () => error as Error,
      (reason: Error) => reason,
    ),
    timeout,
  ]);
}

class LmdbSnapshot implements Snapshot {
  readonly #database: Lmdb;
  readonly #options: { transaction: ReadTransaction };
  #closed = false;

  constructor(database: Lmdb, transaction: ReadTransaction) {
    this.#database = database;
    this.#options = { transaction };
  }

  get(key: Key): string | undefined {
    if (!isLong(key)) return this.#database.get(key, this.#options);
    const value = this.#database.get(shorten(key), this.#options);
    return value === undefined ? undefined : restore({ key: shorten(key), value }).value;
  }

  range(range: Range): Iterable<Entry> {
    const { start, end, reverse = false } = range;
    if (end !== null && end <= start) return [];
    // The engine takes no empty key; nothing is stored below this one.
    const low = start === "" ? FIRST_KEY : start.slice(0, LONGEST);
    const high = end === null ? undefined : lastOfRun(end);
    const bounds = reverse
      ? { start: high, exclusiveStart: true, end: low, inclusiveEnd: true, reverse }
      : { start: low, end: high };
    return inKeyOrder(this.#database.getRange({ ...bounds, ...this.#options }), range);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#options.transaction.done();
  }
}
