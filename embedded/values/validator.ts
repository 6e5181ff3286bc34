import { describeValidator, describeValue } from "./describe.ts";
import { type Field, isPlainObject, type JsonObject, type JsonValue, specialKind } from "./json.ts";
import { encodeKey } from "./key.ts";

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
export function findMismatch(
  validator: ValidatorJson,
  value: JsonValue,
  tableOfId: TableOfId,
  path = "",
): string | null {
  switch (validator.type) {
    case "any":
      return null;
    case "id":
      return idMismatch(validator, value, tableOfId, path);
    case "literal":
      if (encodeKey(value) === encodeKey(validator.value)) return null;
      return `\`${describeValue(value)}\` does not match literal validator \`${describeValidator(validator)}\`.${at(path)}`;
    case "array": {
      if (!Array.isArray(value)) return noMatch(validator, value, path);
      for (const [i, item] of value.entries()) {
        const mismatch = findMismatch(validator.value, item, tableOfId, `${path}[${i}]`);
        if (mismatch) return mismatch;
      }
      return null;
    }
    case "record":
      if (!isRecord(value)) return noMatch(validator, value, path);
      for (const [key, item] of Object.entries(value)) {
        const mismatch =
          findMismatch(validator.keys, key, tableOfId, `${path}.keys()`) ??
          findMismatch(validator.values.fieldType, item, tableOfId, `${path}.values()`);
        if (mismatch) return mismatch;
      }
      return null;
    case "object":
      if (!isRecord(value)) return noMatch(validator, value, path);
      return objectMismatch(validator, value, tableOfId, path);
    case "union": {
      const [only] = validator.value;
      if (only && validator.value.length === 1) return findMismatch(only, value, tableOfId, path);
      const matches = validator.value.some((option) => findMismatch(option, value, tableOfId, path) === null);
      return matches ? null : noMatch(validator, value, path);
    }
    default:
      return isOfType(validator.type, value) ? null : noMatch(validator, value, path);
  }
}

function idMismatch(
  validator: { type: "id"; tableName: string },
  value: JsonValue,
  tableOfId: TableOfId,
  path: string,
): string | null {
  const table = typeof value === "string" ? tableOfId(value) : null;
  if (table === validator.tableName) return null;
  if (table === null) return noMatch(validator, value, path);
  const found = table.startsWith("_") ? "a system table" : `table \`${table}\``;
  return `Found ID "${String(value)}" from ${found}, which does not match the table name in validator \`v.id("${validator.tableName}")\`.${at(path)}`;
}

function objectMismatch(
  validator: { type: "object"; value: Record<string, FieldJson> },
  value: JsonObject,
  tableOfId: TableOfId,
  path: string,
): string | null {
  // Fields in order of name, so that of several mismatches everyone reports the same one.
  for (const name of Object.keys(validator.value).sort()) {
    const field = validator.value[name];
    if (!field) continue;
    if (Object.hasOwn(value, name)) {
      const mismatch = findMismatch(field.fieldType, value[name] ?? null, tableOfId, `${path}.${name}`);
      if (mismatch) return mismatch;
    } else if (!field.optional) {
      const advice = "Consider wrapping the field validator in `v.optional(...)` if this is expected.";
      return `Object is missing the required field \`${name}\`. ${advice}\n${aboutObject(validator, value, path)}`;
    }
  }
  for (const name of Object.keys(value)) {
    if (Object.hasOwn(validator.value, name)) continue;
    return `Object contains extra field \`${name}\` that is not in the validator.\n${aboutObject(validator, value, path)}`;
  }
  return null;
}

function isOfType(type: ValidatorJson["type"], value: JsonValue): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "boolean":
      return typeof value === "boolean";
    case "string":
      return typeof value === "string";
    case "number":
      return typeof value === "number" || isSpecial(value, "$float");
    case "bigint":
    case "commitTs":
      return isSpecial(value, "$integer");
    case "bytes":
      return isSpecial(value, "$bytes");
    default:
      return false;
  }
}

function isSpecial(value: JsonValue, kind: "$integer" | "$float" | "$bytes"): boolean {
  return isPlainObject(value) && specialKind(value) === kind;
}

function isRecord(value: Field): value is JsonObject {
  return isPlainObject(value) && specialKind(value) === null;
}

function noMatch(validator: ValidatorJson, value: JsonValue, path: string): string {
  return `Value does not match validator.\n${at(path)}\nValue: ${describeValue(value)}\nValidator: ${describeValidator(validator)}`;
}

function aboutObject(validator: ValidatorJson, value: JsonObject, path: string): string {
  return `${at(path)}\nObject: ${describeValue(value)}\nValidator: ${describeValidator(validator)}`;
}

function at(path: string): string {
  return path === "" ? "" : `Path: ${path}`;
}
