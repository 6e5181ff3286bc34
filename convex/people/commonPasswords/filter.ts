import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

/** Bits of the filter, and how many of them each password sets: with 64,000 passwords 1 of 100,000 others is refused too. */
export const FILTER = { bits: 1_572_864, marks: 16 };

/** The bits that a text sets: double hashing over the halves of its SHA-256. */
export function marksOf(text: string): number[] {
  const digest = new DataView(sha256(utf8ToBytes(text)).buffer);
  const first = digest.getUint32(0);
  const step = (digest.getUint32(4) | 1) >>> 0;
  return Array.from({ length: FILTER.marks }, (_, n) => (first + n * step) % FILTER.bits);
}

/** Whether a text may be in the filter: always when it is, almost never when it is not. */
export function mayHold(filter: Uint8Array, text: string): boolean {
  return marksOf(text).every((bit) => ((filter[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0);
}

/** Makes the filter (bin/commonPasswords.ts). */
export function filterOf(texts: Iterable<string>): Uint8Array {
  const filter = new Uint8Array(FILTER.bits / 8);
  for (const text of texts) {
    for (const bit of marksOf(text)) filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return filter;
}
