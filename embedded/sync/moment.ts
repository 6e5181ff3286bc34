import type { Timestamp } from "../database/database.ts";

/** A timestamp as the wire carries it: a little-endian unsigned 64-bit integer in base64. */
export type WireTimestamp = string;

const scratch = Buffer.alloc(8);
let lastMoment: Timestamp = 0;
let lastText: WireTimestamp = scratch.toString("base64");

/** Most calls in a row are for the same moment, so the last answer is kept. */
export function encodeMoment(moment: Timestamp): WireTimestamp {
  if (moment !== lastMoment) {
    scratch.writeBigUInt64LE(BigInt(moment));
    lastText = scratch.toString("base64");
    lastMoment = moment;
  }
  return lastText;
}

/** Null if the text is not eight bytes of base64 below 2^53. */
export function decodeMoment(text: string): Timestamp | null {
  const bytes = Buffer.from(text, "base64");
  if (bytes.length !== 8 || bytes.toString("base64") !== text) return null;
  const value = bytes.readBigUInt64LE();
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : null;
}
