import { randomFillSync } from "node:crypto";

/**
 * Document ids in Convex's format: base32 (Crockford's alphabet, lower case) of
 * the table number as a variable-length integer, 16 bytes, and a Fletcher-16 checksum.
 */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const DIGIT = new Int8Array(128).fill(-1);
for (let i = 0; i < ALPHABET.length; i++) DIGIT[ALPHABET.charCodeAt(i)] = i;

const MIN_LENGTH = 31;
const MAX_LENGTH = 37;
const INTERNAL_LENGTH = 16;

/** The 16 bytes that tell a document from all others, as a byte string: the key of the `by_id` index. */
export type InternalId = string;
export type DecodedId = { tableNumber: number; internal: InternalId };
export type UndecodableId = { problem: string };

export function encodeId(tableNumber: number, internal: InternalId): string {
  const bytes: number[] = [];
  let rest = tableNumber;
  while (rest >= 0x80) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  bytes.push(rest);
  for (let i = 0; i < INTERNAL_LENGTH; i++) bytes.push(internal.charCodeAt(i));
  const sum = fletcher16(bytes, bytes.length);
  bytes.push(sum & 0xff, sum >> 8);
  return base32(bytes);
}

/** Says in Convex's words why a text is no id. */
export function decodeId(id: string): DecodedId | UndecodableId {
  if (id.length < MIN_LENGTH || id.length > MAX_LENGTH) {
    return { problem: `Unable to decode ID: Invalid ID length ${id.length}` };
  }
  const bytes = unbase32(id);
  if (!bytes) return { problem: "Unable to decode ID: ID wasn't valid base32" };
  let tableNumber = 0;
  let position = 0;
  for (; ; position++) {
    const byte = bytes[position];
    if (byte === undefined || position === 5) return { problem: "Unable to decode ID: Invalid table number" };
    tableNumber += (byte & 0x7f) * 2 ** (7 * position);
    if (byte < 0x80) break;
  }
  position++;
  if (tableNumber === 0) return { problem: "Unable to decode ID: Invalid table number" };
  const end = position + INTERNAL_LENGTH;
  if (bytes.length !== end + 2) return { problem: `Unable to decode ID: Invalid ID length ${id.length}` };
  const found = (bytes[end] ?? 0) | ((bytes[end + 1] ?? 0) << 8);
  const expected = fletcher16(bytes, end);
  if (found !== expected) {
    return { problem: `Unable to decode ID: Invalid ID version ${found} (expected ${expected})` };
  }
  let internal = "";
  for (let i = position; i < end; i++) internal += String.fromCharCode(bytes[i] ?? 0);
  return { tableNumber, internal };
}

const pool = Buffer.alloc(10 * 256);
let used = pool.length;

/**
 * Six bytes of time, so that new documents lie next to each other on disk, and ten of randomness, so that nobody
 * guesses one.
 */
export function newInternalId(nowMs: number): InternalId {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.toString("latin1", used, used + 10);
  used += 10;
  let time = "";
  for (let rest = Math.floor(nowMs), i = 0; i < 6; i++, rest = Math.floor(rest / 256)) {
    time = String.fromCharCode(rest % 256) + time;
  }
  return time + random;
}

function fletcher16(bytes: ArrayLike<number>, length: number): number {
  let low = 0;
  let high = 0;
  for (let i = 0; i < length; i++) {
    low = (low + (bytes[i] ?? 0)) & 0xff;
    high = (high + low) & 0xff;
  }
  return (high << 8) | low;
}

function base32(bytes: readonly number[]): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  if (bits > 0) text += ALPHABET[(held << (5 - bits)) & 31];
  return text;
}

function unbase32(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = DIGIT[text.charCodeAt(i)] ?? -1;
    if (digit < 0) return null;
    held = (held << 5) | digit;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits;
      held &= (1 << bits) - 1;
    }
  }
  // What is left over says nothing, so an id has one spelling only.
  return held === 0 && bits < 5 ? bytes : null;
}
