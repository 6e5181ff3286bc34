import type { Key } from "../store/store.ts";
import { decodeFloat, decodeInteger, type Field, type JsonObject, specialKind } from "./json.ts";

/**
 * Byte strings that compare as the values they stand for compare in Convex: undefined < null < bigint < number <
 * boolean < string < bytes < array < object. An encoding ends by itself: none is a prefix of another, so encodings
 * may follow each other and still compare field by field. Source of the order: `compareValues` of `convex/values`.
 */
const TAG = {
  undefined: "\x01",
  null: "\x03",
  bigint: "\x04",
  number: "\x0d",
  false: "\x0e",
  true: "\x0f",
  string: "\x10",
  bytes: "\x11",
  array: "\x12",
  object: "\x15",
} as const;

/** Lower than any tag, so that what ends first compares lower. */
const END = "\x00";

/** Above every byte that an encoding can begin with. */
export const AFTER_ALL = "\xff";

export function encodeKey(value: Field): Key {
  switch (typeof value) {
    case "undefined":
      return TAG.undefined;
    case "number":
      return TAG.number + encodeDouble(value);
    case "boolean":
      return value ? TAG.true : TAG.false;
    case "string":
      return TAG.string + encodeText(value) + END;
  }
  if (value === null) return TAG.null;
  if (Array.isArray(value)) {
    let key: Key = TAG.array;
    for (const item of value) key += encodeKey(item);
    return key + END;
  }
  return encodeObject(value);
}

function encodeObject(value: JsonObject): Key {
  switch (specialKind(value)) {
    case "$integer":
      return TAG.bigint + encodeInt64(decodeInteger(value.$integer as string));
    case "$float":
      return TAG.number + encodeDouble(decodeFloat(value.$float as string));
    case "$bytes":
      return TAG.bytes + escapeZeros(Buffer.from(value.$bytes as string, "base64").toString("latin1")) + END;
  }
  let key: Key = TAG.object;
  for (const name of Object.keys(value).sort()) {
    key += TAG.string + encodeText(name) + END + encodeKey(value[name]);
  }
  return key + END;
}

const scratch = Buffer.alloc(8);

/** IEEE 754 total order: negative numbers inverted, positive ones above them. */
function encodeDouble(value: number): Key {
  scratch.writeDoubleBE(value, 0);
  const first = scratch[0] ?? 0;
  if (first & 0x80) for (let i = 0; i < 8; i++) scratch[i] = ~(scratch[i] ?? 0);
  else scratch[0] = first | 0x80;
  return scratch.toString("latin1", 0, 8);
}

function encodeInt64(value: bigint): Key {
  scratch.writeBigInt64BE(value, 0);
  scratch[0] = (scratch[0] ?? 0) ^ 0x80;
  return scratch.toString("latin1", 0, 8);
}

const PLAIN_ASCII = /^[ -~]*$/;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** UTF-8 bytes with zeros escaped; a lone surrogate becomes the three bytes that `compareValues` gives it. */
function encodeText(text: string): Key {
  if (PLAIN_ASCII.test(text)) return text;
  if (!LONE_SURROGATE.test(text)) return escapeZeros(Buffer.from(text, "utf8").toString("latin1"));
  let bytes = "";
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code <= 0xdfff) {
      bytes += String.fromCharCode(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    } else bytes += Buffer.from(character, "utf8").toString("latin1");
  }
  return escapeZeros(bytes);
}

/**
 * A zero inside a text must not read as its end, yet stay the lowest byte, and no text's encoding may begin with
 * another's: so 0 and 1 are both written behind a 1.
 */
function escapeZeros(bytes: string): string {
  if (!bytes.includes("\x00") && !bytes.includes("\x01")) return bytes;
  return bytes.replaceAll("\x01", "\x01\x02").replaceAll("\x00", "\x01\x01");
}

/** The first key after every key that begins with `prefix`; null if there is none. */
export function afterPrefix(prefix: Key): Key | null {
  let end = prefix.length;
  while (end > 0 && prefix.charCodeAt(end - 1) === 0xff) end--;
  if (end === 0) return null;
  return prefix.slice(0, end - 1) + String.fromCharCode(prefix.charCodeAt(end - 1) + 1);
}

/** The first key after exactly `key`. */
export function afterKey(key: Key): Key {
  return `${key}\x00`;
}
