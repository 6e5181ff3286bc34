import type { Field, JsonValue } from "./json.ts";

/** A validator as `v.….json` writes it. */
export type ValidatorJson =
  | { type: "null" | "number" | "bigint" | "boolean" | "string" | "bytes" | "any" | "commitTs" }
  | { type: "literal"; value: JsonValue }
  | { type: "id"; tableName: string }
  | { type: "array"; value: ValidatorJson }
  | { type: "record"; keys: ValidatorJson; values: FieldJson }
  | { type: "object"; value: Record<string, FieldJson> }
  | { type: "union"; value: ValidatorJson[] };

export type FieldJson = { fieldType: ValidatorJson; optional: boolean };

/** Tells the table of an id within one namespace; null if it is no id there. */
export type TableOfId = (id: string) => string | null;

/**
 * Why `value` (encoded) does not match, in Convex's words and several lines ("Object is missing the required field
 * `x`. ...\n\nObject: {...}\nValidator: v.object({...})"); null if it matches.
 */
export type FindMismatch = (validator: ValidatorJson, value: Field, tableOfId: TableOfId) => string | null;
