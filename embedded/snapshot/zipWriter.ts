import { type FileHandle, open } from "node:fs/promises";
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

/** From here on a zip would need its larger form, which not every reader knows. */
const MOST_BYTES = 0xff_ff_ff_ff;
const MOST_ENTRIES = 0xff_fe;

/** Writes a zip to disk while it is being made. */
export class ZipWriter {
  readonly #packed: Uint8Array[] = [];
  readonly #zip: Zip;
  /** One time for all entries: each is described twice, at its beginning and at the end, minutes apart in a large one. */
  readonly #begunAt = Date.now();
  #size = 0;
  #entries = 0;

  private constructor(private readonly file: FileHandle) {
    this.#zip = new Zip((error, piece) => {
      if (error) throw error;
      this.#packed.push(piece);
    });
  }

  static async create(path: string): Promise<ZipWriter> {
    return new ZipWriter(await open(path, "wx", 0o600));
  }

  /** Adds a file. What is packed already, as most attachments are, is stored as it is. */
  async add(name: string, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, isPacked = false) {
    if (++this.#entries > MOST_ENTRIES) throw new TooLargeError();
    const entry = isPacked ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    entry.mtime = this.#begunAt;
    this.#zip.add(entry);
    for await (const piece of pieces) {
      entry.push(piece);
      await this.#flush();
    }
    entry.push(new Uint8Array(), true);
    await this.#flush();
  }

  async finish(): Promise<void> {
    this.#zip.end();
    await this.#flush();
    await this.file.sync();
  }

  async close(): Promise<void> {
    await this.file.close();
  }

  async #flush(): Promise<void> {
    for (const piece of this.#packed.splice(0)) {
      await this.file.write(piece);
      this.#size += piece.length;
    }
    if (this.#size > MOST_BYTES) throw new TooLargeError();
  }
}

export class TooLargeError extends Error {
  override readonly name = "TooLargeError";
  constructor() {
    super(
      "The archive would pass 4 GiB or 65,534 files: export without files, and copy the data folder instead.",
    );
  }
}
