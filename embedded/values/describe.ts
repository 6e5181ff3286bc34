import { decodeFloat, decodeInteger, isPlainObject, type JsonValue, specialKind } from "./json.ts";
import type { FieldJson, ValidatorJson } from "./validator.ts";

/** An encoded value as Convex's error messages write it: `{name: "Ada", age: 7.0, big: 3n}`. */
export function describeValue(value: JsonValue): string {
  if (value === null) return "null";
  if (typeof value === "number") return describeNumber(value);
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(describeValue).join(", ")}]`;
  if (!isPlainObject(value)) return String(value);
  switch (specialKind(value)) {
    case "$integer":
      return String(decodeInteger(value.$integer as string));
    case "$float":
      return describeNumber(decodeFloat(value.$float as string));
    case "$bytes":
      return `b"${Buffer.from(value.$bytes as string, "base64").toString("hex")}"`;
  }
  const fields = Object.entries(value).map(([name, field]) => `${fieldName(name)}: ${describeValue(field)}`);
  return `{${fields.join(", ")}}`;
}

/** A whole float keeps its ".0", so that it is not taken for an integer. */
function describeNumber(value: number): string {
  if (Object.is(value, -0)) return "-0.0";
  return Number.isInteger(value) && Math.abs(value) < 1e16 ? `${value}.0` : String(value);
}

function fieldName(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : JSON.stringify(name);
}

/** A validator as its author wrote it: `v.object({name: v.string()})`. */
export function describeValidator(validator: ValidatorJson): string {
  switch (validator.type) {
    case "id":
      return `v.id("${validator.tableName}")`;
    case "number":
      return "v.float64()";
    case "bigint":
      return "v.int64()";
    case "literal":
      return `v.literal(${describeLiteral(validator.value)})`;
    case "array":
      return `v.array(${describeValidator(validator.value)})`;
    case "record":
      return `v.record(${describeValidator(validator.keys)}, ${describeField(validator.values)})`;
    case "object": {
      const names = Object.keys(validator.value).sort();
      const fields = names.map((name) => {
        const field = validator.value[name];
        return field ? `${name}: ${describeField(field)}` : name;
      });
      return `v.object({${fields.join(", ")}})`;
    }
    case "union":
      return `v.union(${validator.value.map(describeValidator).join(", ")})`;
    default:
      return `v.${validator.type}()`;
  }
}

function describeField({ fieldType, optional }: FieldJson): string {
  return optional ? `v.optional(${describeValidator(fieldType)})` : describeValidator(fieldType);
}

function describeLiteral(value: JsonValue): string {
  if (typeof value === "number") return describeNumber(value);
  if (isPlainObject(value)) return specialKind(value) === "$integer" ? "<bigint>" : "<number>";
  return JSON.stringify(value);
}
