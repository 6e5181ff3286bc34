import type { FileHandle } from "node:fs/promises";

/** The archive is not one, or not as it was written. Its message is for whoever brought it. */
export class DamagedError extends Error {
  override readonly name = "DamagedError";
}

/** A file in a zip, as its directory describes it (APPNOTE 6.3, sections 4.3.7 and 4.3.12). */
export type ArchiveEntry = {
  name: string;
  /** 0: as it is, 8: deflated. */
  method: number;
  crc: number;
  packedSize: number;
  size: number;
  /** Crc and lengths follow the data instead of standing in the header. */
  hasDescriptor: boolean;
  /** Where its header begins, and where its data. */
  at: number;
  dataAt: number;
  /** Flags and method, as both descriptions have them. Their times may differ, and say nothing that is asked for. */
  common: string;
};

export const HEADER_BYTES = 30;
const END_BYTES = 22;
const MOST_COMMENT = 65_535;
const [HEADER, LISTED, END] = [0x04_03_4b_50, 0x02_01_4b_50, 0x06_05_4b_50];

/** The entries in the order of their places, and where the directory begins. */
export async function readDirectory(
  file: FileHandle,
): Promise<{ entries: ArchiveEntry[]; directoryAt: number }> {
  const { size: length } = await file.stat();
  const tail = Buffer.alloc(Math.min(length, END_BYTES + MOST_COMMENT));
  await file.read(tail, 0, tail.length, length - tail.length);
  const end = tail.length < END_BYTES ? -1 : findEnd(tail);
  if (end < 0) throw new DamagedError("This is not a zip file, or its end is missing.");
  const count = tail.readUInt16LE(end + 10);
  const size = tail.readUInt32LE(end + 12);
  const directoryAt = tail.readUInt32LE(end + 16);
  if (directoryAt === 0xff_ff_ff_ff || count === 0xff_ff)
    throw new DamagedError(
      "The archive is larger than 4 GiB or has more than 65,534 files: bring it in parts.",
    );
  const isWhole =
    tail.readUInt32LE(end + 4) === 0 &&
    tail.readUInt16LE(end + 8) === count &&
    directoryAt + size === length - tail.length + end;
  if (!isWhole) throw new DamagedError("The directory of the archive is damaged.");
  const listing = Buffer.alloc(size);
  await file.read(listing, 0, size, directoryAt);
  const entries: ArchiveEntry[] = [];
  let at = 0;
  for (let listed = 0; listed < count; listed++) {
    const { entry, bytes } = readListed(listing.subarray(at));
    entries.push(entry);
    at += bytes;
  }
  if (at !== size) throw new DamagedError("The directory of the archive is damaged.");
  return { entries: entries.sort((a, b) => a.at - b.at), directoryAt };
}

/** Where the end record begins: the one whose comment reaches to the end of the file. */
function findEnd(tail: Buffer): number {
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (tail.readUInt32LE(at) === END && at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length)
      return at;
  }
  return -1;
}

const LISTED_BYTES = 46;

function readListed(bytes: Buffer): { entry: ArchiveEntry; bytes: number } {
  if (bytes.length < LISTED_BYTES || bytes.readUInt32LE(0) !== LISTED)
    throw new DamagedError("The directory of the archive is damaged.");
  const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(offset)) as [
    number,
    number,
    number,
  ];
  const entry: ArchiveEntry = {
    name: bytes.toString("utf8", LISTED_BYTES, LISTED_BYTES + name),
    method: bytes.readUInt16LE(10),
    crc: bytes.readUInt32LE(16),
    packedSize: bytes.readUInt32LE(20),
    size: bytes.readUInt32LE(24),
    hasDescriptor: (bytes.readUInt16LE(8) & 8) !== 0,
    at: bytes.readUInt32LE(42),
    dataAt: 0,
    common: bytes.toString("hex", 8, 12),
  };
  const isEncrypted = (bytes.readUInt16LE(8) & 1) !== 0;
  if (isEncrypted || (entry.method !== 0 && entry.method !== 8))
    throw new DamagedError(`${entry.name} is packed in a way that is not understood.`);
  if (entry.method === 0 && entry.size !== entry.packedSize)
    throw new DamagedError(`The lengths of ${entry.name} differ.`);
  return { entry, bytes: LISTED_BYTES + name + extra + comment };
}

/** How long the header before an entry's data is. Throws unless it says what the directory says. */
export function readHeader(bytes: Buffer, entry: ArchiveEntry): number {
  if (bytes.length < HEADER_BYTES || bytes.readUInt32LE(0) !== HEADER)
    throw new DamagedError(`${entry.name} is not where the directory says.`);
  const length = bytes.readUInt16LE(26);
  const lengths = [14, 18, 22].map((offset) => bytes.readUInt32LE(offset));
  const expected = entry.hasDescriptor ? [0, 0, 0] : [entry.crc, entry.packedSize, entry.size];
  const agrees =
    bytes.toString("hex", 6, 10) === entry.common &&
    (lengths.join() === expected.join() ||
      (entry.hasDescriptor && lengths.join() === [entry.crc, entry.packedSize, entry.size].join())) &&
    bytes.toString("utf8", HEADER_BYTES, HEADER_BYTES + length) === entry.name;
  if (!agrees) throw new DamagedError(`${entry.name} is described in two ways.`);
  return HEADER_BYTES + length + bytes.readUInt16LE(28);
}
