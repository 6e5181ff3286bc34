import type { Key } from "../../store/store.ts";
import { encodeId, type InternalId } from "../../values/id.ts";
import { afterPrefix, encodeKey } from "../../values/key.ts";
import type { Table } from "../catalog.ts";
import type { KeyRange } from "../view.ts";
import { compileRange, type RangeExpression } from "./range.ts";

/**
 * The stretch of `by_id` that a range on `_id` means. The index holds the 16 bytes inside the ids; the ids of one
 * table sort as those bytes do, so any bound, whether it is an id or not, falls between two of them.
 */
export function idRange(name: string, table: Table, expressions: readonly RangeExpression[]): KeyRange {
  if (expressions.length === 0) return { start: "", end: null };
  const { start, end } = compileRange(name, ["_id"], expressions);
  return {
    start: firstAtOrAfter(table, start) ?? AFTER_LAST,
    end: end === null ? null : firstAtOrAfter(table, end),
  };
}

/**
 * The stretch of an index that a range means. Behind its fields, which end with `_creationTime`, every index has the
 * document's id: whoever pages on from one document pins all fields and bounds the id.
 */
export function indexRange(
  name: string,
  table: Table,
  fields: readonly string[],
  expressions: readonly RangeExpression[],
): KeyRange {
  const onId = expressions.filter(({ fieldPath }) => fieldPath === "_id");
  if (onId.length === 0) return compileRange(name, fields, expressions);
  const onFields = expressions.filter(({ fieldPath }) => fieldPath !== "_id");
  const isPinned = (field: string) =>
    onFields.some(({ type, fieldPath }) => type === "Eq" && fieldPath === field);
  // Refused there, in Convex's words.
  if (!fields.every(isPinned)) return compileRange(name, [...fields, "_id"], expressions);
  const prefix = compileRange(name, fields, onFields).start;
  const { start, end } = idRange(name, table, onId);
  return { start: prefix + start, end: end === null ? afterPrefix(prefix) : prefix + end };
}

const AFTER_LAST: Key = "\xff".repeat(17);

/** The lowest internal id whose id's encoding is not below `bound`; null if all are below. */
function firstAtOrAfter(table: Table, bound: Key): InternalId | null {
  const bytes = new Uint8Array(16);
  const isBelow = () => encodeKey(encodeId(table.number, String.fromCharCode(...bytes))) < bound;
  if (!isBelow()) return String.fromCharCode(...bytes);
  // Bit by bit from the top: the highest id that is still below.
  for (let bit = 0; bit < 128; bit++) {
    const mask = 0x80 >> (bit & 7);
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | mask;
    if (!isBelow()) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) & ~mask;
  }
  for (let i = 15; i >= 0; i--) {
    bytes[i] = ((bytes[i] ?? 0) + 1) & 0xff;
    if (bytes[i] !== 0) return String.fromCharCode(...bytes);
  }
  return null;
}
