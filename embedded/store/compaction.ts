import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { claimFolder } from "./folderClaim.ts";
import { openClaimed, openLmdbStore } from "./lmdb.ts";
import type { Store, Write } from "./store.ts";

const FILE = "data.mdb";
const ZEROS = Buffer.alloc(1024 * 1024);

/** Letters of one commit of the copy, about: a single value may be a megabyte. */
const BATCH = 4_000_000;

/**
 * Writes the store of a folder anew, entry by entry. Pages that nothing uses any more still hold what was deleted; so
 * do keys that stand as signposts between pages after their entries have gone, which the engine's own copy takes along.
 * The former file is overwritten before it is let go. Answers with its size before and after, in bytes; null when
 * there is no store. Throws `FolderInUseError` while a deployment has the folder open.
 *
 * Whenever this is interrupted, the folder holds the whole former store or the whole new one.
 */
export async function compactStore(folder: string): Promise<{ before: number; after: number } | null> {
  const file = join(folder, FILE);
  if (!existsSync(file)) return null;
  const claim = claimFolder(folder);
  // By one name: what an interrupted run has left, a copy of everything, goes with the next.
  const beside = join(dirname(folder), "compacting");
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(beside);
  try {
    const source = openClaimed(folder, { release: () => {} });
    try {
      const copy = openLmdbStore(beside);
      try {
        await copyEntries(source, copy);
      } finally {
        await copy.close();
      }
    } finally {
      await source.close();
    }
    const former = openSync(file, "r+");
    try {
      const before = statSync(file).size;
      flush(join(beside, FILE));
      renameSync(join(beside, FILE), file);
      // The readers' table belongs to the former file; the engine makes another.
      rmSync(join(folder, "lock.mdb"), { force: true });
      flush(folder);
      overwrite(former, before);
      return { before, after: statSync(file).size };
    } finally {
      closeSync(former);
    }
  } finally {
    rmSync(beside, { recursive: true, force: true });
    claim.release();
  }
}

async function copyEntries(from: Store, to: Store): Promise<void> {
  const snapshot = from.snapshot();
  try {
    let batch: Write[] = [];
    let length = 0;
    for (const entry of snapshot.range({ start: "", end: null })) {
      batch.push(entry);
      length += entry.key.length + entry.value.length;
      if (length < BATCH) continue;
      await to.commit(batch);
      [batch, length] = [[], 0];
    }
    await to.commit(batch);
  } finally {
    snapshot.close();
  }
}

function flush(path: string): void {
  const opened = openSync(path, "r");
  fsyncSync(opened);
  closeSync(opened);
}

/** A file that nothing names any more still lies on the disk. */
function overwrite(file: number, size: number): void {
  for (let at = 0; at < size; at += ZEROS.length) {
    writeSync(file, ZEROS, 0, Math.min(ZEROS.length, size - at), at);
  }
  fsyncSync(file);
}
