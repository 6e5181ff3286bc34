/** A Convex value in the encoding that travels and is stored: `{"$integer": ...}`, `{"$float": ...}`, `{"$bytes": ...}`. */
export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;
export type JsonObject = { [field: string]: JsonValue };

/** One field's value; `undefined` where a document lacks the field. */
export type Field = JsonValue | undefined;

export function isPlainObject(value: Field): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const SPECIAL = new Set(["$integer", "$float", "$bytes"]);

/** The one key of `{"$integer": ...}` and its like, or null for ordinary objects. */
export function specialKind(value: JsonObject): "$integer" | "$float" | "$bytes" | null {
  let only: string | null = null;
  for (const key in value) {
    if (only !== null) return null;
    only = key;
  }
  return only !== null && SPECIAL.has(only) ? (only as "$integer" | "$float" | "$bytes") : null;
}

/** Base64 of an eight-byte little-endian integer, signed. */
export function decodeInteger(base64: string): bigint {
  return Buffer.from(base64, "base64").readBigInt64LE(0);
}

export function encodeInteger(value: bigint): JsonObject {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigInt64LE(value, 0);
  return { $integer: bytes.toString("base64") };
}

/** Base64 of an eight-byte little-endian double: NaN, the infinities and -0, which JSON cannot say. */
export function decodeFloat(base64: string): number {
  return Buffer.from(base64, "base64").readDoubleLE(0);
}

export function encodeFloat(value: number): JsonValue {
  if (Number.isFinite(value) && !Object.is(value, -0)) return value;
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeDoubleLE(value, 0);
  return { $float: bytes.toString("base64") };
}

/** The value at `a.b`, or undefined. Encoded integers, floats and bytes have no fields. */
export function fieldAt(document: JsonObject, path: readonly string[]): Field {
  let value: Field = document;
  for (const name of path) {
    if (!isPlainObject(value) || !Object.hasOwn(value, name) || specialKind(value) !== null) return undefined;
    value = value[name];
  }
  return value;
}
