import type { Key } from "../../store/store.ts";
import type { Field, JsonObject } from "../../values/json.ts";
import { afterPrefix, encodeKey } from "../../values/key.ts";
import { DatabaseError } from "../errors.ts";
import type { KeyRange } from "../view.ts";

export type RangeExpression = {
  type: "Eq" | "Gt" | "Gte" | "Lt" | "Lte";
  fieldPath: string;
  value: Field;
};

/** The encoded bounds of each field of a range: equal to, or between. */
type Bounds = { equal: Map<string, Key>; field?: string; lower?: Key; upper?: Key };

const SYMBOL = { Eq: "==", Gt: ">", Gte: ">=", Lt: "<", Lte: "<=" } as const;
const SEE = "See https://docs.convex.dev/using/indexes for more info.";

/**
 * The stretch of an index that a range expression means. Equalities come first and follow the index's fields, then
 * bounds on one further field. `fields` end with `_creationTime`, which every index has behind its own.
 */
export function compileRange(
  index: string,
  fields: readonly string[],
  range: readonly RangeExpression[],
): KeyRange {
  const bounds = collect(index, fields, range);
  const used = [...bounds.equal.keys()].sort((a, b) => fields.indexOf(a) - fields.indexOf(b));
  if (bounds.field !== undefined) used.push(bounds.field);
  for (const [i, field] of used.entries()) {
    if (fields[i] === field) continue;
    throw new DatabaseError(
      "InvalidQuery",
      `Tried to query index ${index} but the query didn't use the index fields in order.\n` +
        `Index fields: ${list(fields)}\nQuery fields: ${list(used)}\nFirst incorrect field: ${field}\n` +
        "For more information see https://docs.convex.dev/using/indexes.",
    );
  }
  let prefix: Key = "";
  for (const field of used) if (field !== bounds.field) prefix += bounds.equal.get(field) ?? "";
  return {
    start: prefix + (bounds.lower ?? ""),
    end: bounds.upper === undefined ? afterPrefix(prefix) : prefix + bounds.upper,
  };
}

function collect(index: string, fields: readonly string[], range: readonly RangeExpression[]): Bounds {
  const bounds: Bounds = { equal: new Map() };
  for (const { type, fieldPath, value } of range) {
    if (!fields.includes(fieldPath)) {
      throw new DatabaseError(
        "InvalidQuery",
        `The index range included a comparison with "${fieldPath}", but ${index} with fields ${list(fields)} doesn't index this field. ` +
          "For more information see https://docs.convex.dev/using/indexes.",
      );
    }
    const key = encodeKey(undefinedOr(value));
    const isLower = type === "Gt" || type === "Gte";
    const taken =
      type === "Eq" ? bounds.equal.has(fieldPath) : (isLower ? bounds.lower : bounds.upper) !== undefined;
    if (taken || (type !== "Eq" && bounds.equal.has(fieldPath))) {
      const kind = type === "Eq" ? "equality" : isLower ? "lower" : "upper";
      throw new DatabaseError(
        "InvalidQuery",
        `Already defined ${kind} bound in index range. Can't add "${fieldPath}" ${SYMBOL[type]} ${JSON.stringify(value)}.`,
      );
    }
    if (type === "Eq") {
      bounds.equal.set(fieldPath, key);
      continue;
    }
    if (bounds.field !== undefined && bounds.field !== fieldPath) {
      throw new DatabaseError(
        "InvalidQuery",
        "Upper and lower bounds in `range` can only be applied to a single index field. This query against index " +
          `${index} attempted to set a range bound on both "${bounds.field}" and "${fieldPath}". Consider using \`filter\` instead. ${SEE}`,
      );
    }
    bounds.field = fieldPath;
    // An encoding is never a prefix of another, so "after the value" is "after everything that begins with it".
    const after = afterPrefix(key) ?? key;
    if (isLower) bounds.lower = type === "Gt" ? after : key;
    else bounds.upper = type === "Lte" ? after : key;
  }
  return bounds;
}

/** Ranges and filters write a missing field as `{"$undefined": null}`. */
export function undefinedOr(value: Field): Field {
  return isUndefined(value) ? undefined : value;
}

function isUndefined(value: Field): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    "$undefined" in (value as JsonObject)
  );
}

function list(fields: readonly string[]): string {
  return `[${fields.map((field) => JSON.stringify(field)).join(", ")}]`;
}
