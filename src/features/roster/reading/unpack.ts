import { Unzip, UnzipInflate } from "fflate";
import { type FileCode, FileProblem } from "./fileProblem.ts";

export type Packed = { name: string; bytes: Uint8Array };

const MEBIBYTE = 1024 * 1024;
/** A district of 50,000 children comes to about 40 MiB. */
export const limits = {
  file: 200 * MEBIBYTE,
  unpacked: 400 * MEBIBYTE,
  /** Tables shrink to a tenth; what grows more than this when unpacked is made to fill a disk. */
  ratio: 200,
  entries: 200,
};

/** So much is unpacked between two looks at the limits. */
const PIECE = 64 * 1024;

export const isZip = ([a, b, c, d]: Uint8Array): boolean =>
  a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04;

/**
 * The tables of a zip file. Counts what comes out while it comes out, so that a small file that unpacks to a huge one
 * is refused early, whatever its directory claims. Throws `unpacks_too_large`, `bad_path`, `broken_zip`,
 * `is_spreadsheet`.
 */
export function unpack(file: string, bytes: Uint8Array, allowed = limits): Packed[] {
  const unpacked: Packed[] = [];
  let [total, entries] = [0, 0];
  // The unpacker catches what is thrown in here, so the reason is kept beside it.
  let refused: FileProblem | undefined;
  const refuse = (code: FileCode) => {
    refused ??= new FileProblem(code, file);
    return refused;
  };
  const unzip = new Unzip((entry) => {
    entries++;
    if (entries > allowed.entries) throw refuse("unpacks_too_large");
    if (entry.name === "[Content_Types].xml") throw refuse("is_spreadsheet");
    const name = nameOf(entry.name, file);
    if (name === null) return;
    const pieces: Uint8Array[] = [];
    entry.ondata = (error, piece, isLast) => {
      if (error || refused) throw refuse("broken_zip");
      total += piece.length;
      const most = Math.min(allowed.unpacked, Math.max(bytes.length * allowed.ratio, MEBIBYTE));
      if (total > most) throw refuse("unpacks_too_large");
      pieces.push(piece);
      if (isLast) unpacked.push({ name, bytes: joined(pieces) });
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    }
  } catch (error) {
    throw error instanceof FileProblem ? error : refuse("broken_zip");
  }
  if (refused !== undefined || entries === 0) throw refuse("broken_zip");
  return unpacked;
}

/**
 * The name of a table without the one folder that some programs put around it; null for what is no table. A path that
 * leads elsewhere is nothing that an export writes: the whole file is refused.
 */
function nameOf(path: string, file: string): string | null {
  const parts = path.split("/");
  const leadsOut = path.startsWith("/") || path.includes("\\") || path.includes(":") || parts.includes("..");
  if (leadsOut || path.includes("\0")) throw new FileProblem("bad_path", file);
  const name = parts.at(-1) ?? "";
  const isHidden = parts.some((part) => part.startsWith("__MACOSX") || part.startsWith("."));
  return isHidden || !name.toLowerCase().endsWith(".csv") ? null : name;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
