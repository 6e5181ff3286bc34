import { jsonToConvex, type Value } from "convex/values";

/**
 * Convex's encoding turned into JSON as people write it: 64-bit integers become decimal text, bytes become base64,
 * numbers that JSON lacks become null.
 */
export function plainJson(encoded: string): string {
  return JSON.stringify(plain(jsonToConvex(JSON.parse(encoded))));
}

function plain(value: Value): unknown {
  if (typeof value === "bigint") return value.toString();
  if (value instanceof ArrayBuffer) return Buffer.from(value).toString("base64");
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, inner === undefined ? undefined : plain(inner)]),
    );
  return value;
}
