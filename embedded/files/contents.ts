import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import type { ByteRange, FileBody } from "./files.ts";

export type Content = { sha256: string; size: number };

/**
 * Bytes on disk, named by their SHA-256 hash. Written aside, flushed, then renamed: a name that exists is a whole file.
 * Equal contents are kept once.
 */
export class Contents {
  constructor(private readonly folder: string) {}

  async open(): Promise<void> {
    // What was on its way in when the process died has no name and nobody who waits for it.
    await rm(this.incoming, { recursive: true, force: true });
    await mkdir(this.incoming, { recursive: true });
  }

  async put(body: FileBody): Promise<Content> {
    const aside = path.join(this.incoming, randomUUID());
    try {
      const content = await writeDurably(aside, body);
      await this.name(aside, content.sha256);
      return content;
    } finally {
      await rm(aside, { force: true });
    }
  }

  read(sha256: string, range?: ByteRange): ReadableStream<Uint8Array> {
    return Readable.toWeb(createReadStream(this.pathOf(sha256), range)) as ReadableStream<Uint8Array>;
  }

  /** Removes contents that `isNamed` denies and that have been here for a while: an upload's row may still be coming. */
  async sweep(
    isNamed: (sha256: string) => boolean,
    youngest = Date.now() - 60 * 60 * 1_000,
  ): Promise<number> {
    let swept = 0;
    for (const shelf of await readdir(this.folder)) {
      if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
      for (const sha256 of await readdir(path.join(this.folder, shelf))) {
        const { mtimeMs } = await stat(this.pathOf(sha256));
        if (mtimeMs > youngest || isNamed(sha256)) continue;
        await rm(this.pathOf(sha256));
        swept += 1;
      }
    }
    return swept;
  }

  private async name(aside: string, sha256: string): Promise<void> {
    const target = this.pathOf(sha256);
    const shelf = path.dirname(target);
    await mkdir(shelf, { recursive: true });
    await rename(aside, target);
    // Renaming keeps the time of writing, but the same content may have been waiting for the sweep.
    await utimes(target, new Date(), new Date());
    await flush(shelf);
    await flush(this.folder);
  }

  private get incoming(): string {
    return path.join(this.folder, "incoming");
  }

  private pathOf(sha256: string): string {
    return path.join(this.folder, sha256.slice(0, 2), sha256);
  }
}

async function writeDurably(file: string, body: FileBody): Promise<Content> {
  const hash = createHash("sha256");
  let size = 0;
  const handle = await open(file, "wx", 0o600);
  try {
    for await (const piece of body instanceof Uint8Array ? [body] : body) {
      hash.update(piece);
      size += piece.byteLength;
      await handle.writeFile(piece);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest("hex"), size };
}

/** Makes the names in a folder as durable as the files. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
