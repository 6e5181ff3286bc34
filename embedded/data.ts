import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Database } from "./database/database.ts";
import { openDatabase } from "./database/open.ts";
import { type Instance, newInstance, openInstance } from "./identity/instance.ts";
import { openLmdbStore } from "./store/lmdb.ts";
import { MemoryStore } from "./store/memory.ts";
import type { Store } from "./store/store.ts";

/** Everything that a deployment keeps: documents, files, deployed modules, and what makes it itself. */
export type Data = {
  database: Database;
  instance: Instance;
  /** For stored files. */
  files: string;
  /** For deployed modules. */
  packages: string;
  /** For archives on their way in or out. */
  archives: string;
  /** Closes the database and lets go of the folder. */
  close(): Promise<void>;
};

/** Where a data folder keeps its documents. */
export const databaseFolder = (root: string): string => path.join(root, "database");

/** Where it keeps archives that are being imported or exported: each holds everything. */
export const archivesFolder = (root: string): string => path.join(root, "archives");

/** Opens a data folder for this process alone. Null keeps documents in memory and files until `close`. */
export async function openData(
  folder: string | null,
  wanted: Partial<Instance>,
  /** The disk has refused a commit: nothing can be acknowledged any more. */
  onDiskFailure: (error: unknown) => void,
): Promise<Data> {
  const root = folder ?? (await mkdtemp(path.join(tmpdir(), "embedded-")));
  const places = { files: path.join(root, "files"), packages: path.join(root, "packages") };
  for (const place of Object.values(places)) await mkdir(place, { recursive: true });
  // The store claims the folder: until it is open, nothing here may be changed.
  const store = folder === null ? new MemoryStore() : openLmdbStore(databaseFolder(root));
  try {
    const instance = folder === null ? newInstance(wanted) : await openInstance(root, wanted);
    const database = await openDatabase(reporting(store, onDiskFailure));
    const archives = archivesFolder(root);
    const close = async () => {
      await database.close();
      if (folder === null) await rm(root, { recursive: true, force: true });
    };
    return { database, instance, ...places, archives, close };
  } catch (error) {
    await store.close();
    throw error;
  }
}

function reporting(store: Store, onFailure: (error: unknown) => void): Store {
  return {
    snapshot: () => store.snapshot(),
    commit: (writes) => {
      const committed = store.commit(writes);
      committed.catch(onFailure);
      return committed;
    },
    get flushes() {
      return store.flushes;
    },
    close: () => store.close(),
  };
}
