import { type FileHandle, open } from "node:fs/promises";
import { crc32, createInflateRaw } from "node:zlib";
import { type ArchiveEntry, DamagedError, HEADER_BYTES, readDirectory, readHeader } from "./directory.ts";

const PIECE = 256 * 1024;

/**
 * A zip file on disk. Nothing of it is believed before it was compared: lengths and checksums of every entry, and
 * that entries follow each other without gaps. What does not hold throws `DamagedError`.
 */
export class Archive {
  private constructor(
    private readonly file: FileHandle,
    /** By their place in the file. */
    readonly entries: readonly ArchiveEntry[],
    private readonly directoryAt: number,
  ) {}

  static async open(path: string): Promise<Archive> {
    const file = await open(path, "r");
    try {
      const { entries, directoryAt } = await readDirectory(file);
      const archive = new Archive(file, entries, directoryAt);
      await archive.checkPlaces();
      return archive;
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.file.close();
  }

  /** The contents of an entry, piece by piece; the last piece comes only if all of them are what was written. */
  async *pieces(entry: ArchiveEntry): AsyncGenerator<Uint8Array> {
    let size = 0;
    let sum = 0;
    for await (const piece of this.unpacked(entry)) {
      size += piece.length;
      sum = crc32(piece, sum);
      if (size > entry.size) break;
      yield piece;
    }
    if (size !== entry.size || sum !== entry.crc)
      throw new DamagedError(`${entry.name} is not what was written.`);
  }

  async text(entry: ArchiveEntry): Promise<string> {
    const pieces: Uint8Array[] = [];
    for await (const piece of this.pieces(entry)) pieces.push(piece);
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(pieces));
    } catch {
      throw new DamagedError(`${entry.name} is not UTF-8.`);
    }
  }

  private async *unpacked(entry: ArchiveEntry): AsyncIterable<Uint8Array> {
    const stored = this.stored(entry);
    if (entry.method === 0) yield* stored;
    else yield* inflated(stored, entry.name);
  }

  private async *stored({ dataAt, packedSize }: ArchiveEntry): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < packedSize; at += PIECE) {
      const piece = Buffer.alloc(Math.min(PIECE, packedSize - at));
      const { bytesRead } = await this.file.read(piece, 0, piece.length, dataAt + at);
      if (bytesRead < piece.length) throw new DamagedError("The archive is cut off.");
      yield piece;
    }
  }

  /** Each entry's own header says what the directory says, and the entries fill the file up to the directory. */
  private async checkPlaces(): Promise<void> {
    let at = 0;
    const header = Buffer.alloc(HEADER_BYTES + 2 * 65_535);
    for (const entry of this.entries) {
      if (entry.at !== at) throw new DamagedError(`There is a gap before ${entry.name}.`);
      const { bytesRead } = await this.file.read(header, 0, header.length, at);
      entry.dataAt = at + readHeader(header.subarray(0, bytesRead), entry);
      at = entry.dataAt + entry.packedSize;
      if (entry.hasDescriptor) at += await this.checkDescriptor(entry, at);
    }
    if (at !== this.directoryAt) throw new DamagedError("There is a gap before the directory.");
  }

  /** What a streaming writer put behind the data: its length, when it says the same as the directory. */
  private async checkDescriptor({ crc, packedSize, size, name }: ArchiveEntry, at: number): Promise<number> {
    const bytes = Buffer.alloc(16);
    await this.file.read(bytes, 0, 16, at);
    const start = bytes.readUInt32LE(0) === 0x08_07_4b_50 ? 4 : 0;
    const found = [0, 4, 8].map((offset) => bytes.readUInt32LE(start + offset));
    if (found.join() !== [crc, packedSize, size].join())
      throw new DamagedError(`The lengths of ${name} differ.`);
    return start + 12;
  }
}

async function* inflated(packed: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw();
  const feeding = (async () => {
    try {
      for await (const piece of packed) {
        if (!inflate.write(piece)) await new Promise((resolve) => inflate.once("drain", resolve));
      }
      inflate.end();
    } catch (error) {
      inflate.destroy(error as Error);
    }
  })();
  try {
    for await (const piece of inflate) yield piece as Uint8Array;
  } catch (error) {
    throw error instanceof DamagedError ? error : new DamagedError(`${name} cannot be unpacked.`);
  } finally {
    inflate.destroy();
    inflate.emit("drain");
    await feeding;
  }
}
