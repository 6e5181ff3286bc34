import { zipSync } from "fflate";
import { sha256Of } from "./rules/manifest";

export type ArchivedFile = { path: string; bytes: Uint8Array };
export type Archive = { bytes: Uint8Array; sha256: string };

const encoder = new TextEncoder();

export const textFile = (path: string, text: string): ArchivedFile => ({ path, bytes: encoder.encode(text) });
export const jsonFile = (path: string, value: unknown): ArchivedFile =>
  textFile(path, `${JSON.stringify(value, null, 2)}\n`);

/** Already packed tight: another round costs time and gains nothing. */
const PACKED = /\.(zip|gz|png|jpe?g|gif|webp|docx|xlsx|pptx|mp3|mp4)$/i;

/** A zip that holds the files and nothing about the machine that made it. */
export async function archiveOf(files: readonly ArchivedFile[], at: number): Promise<Archive> {
  const entries = Object.fromEntries(
    files.map(({ path, bytes }) => [
      path,
      [bytes, { level: PACKED.test(path) ? 0 : 6, mtime: at }] as [
        Uint8Array,
        { level: 0 | 6; mtime: number },
      ],
    ]),
  );
  const bytes = zipSync(entries);
  return { bytes, sha256: await sha256Of(bytes) };
}

/** A name that every system can keep: letters, digits, and no way up. */
export function safeName(name: string): string {
  const plain = name
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}._ -]+/gu, "-")
    .replace(/^[.\s-]+|[.\s-]+$/g, "")
    .slice(0, 80);
  return plain === "" ? "file" : plain;
}

/** Splits files into archives of at most so many bytes each; one that is larger alone is alone. */
export function inParts(files: readonly ArchivedFile[], most: number): ArchivedFile[][] {
  const parts: ArchivedFile[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const file of files) {
    if (size + file.bytes.length > most) {
      parts.push([]);
      size = 0;
    }
    parts[parts.length - 1]?.push(file);
    size += file.bytes.length;
  }
  return parts;
}
