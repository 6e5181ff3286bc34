import { type JsonValue, specialKind } from "./json.ts";

/** What Convex charges for a value, and the first rule it breaks. Sizes in bytes, as `convex/values` counts them. */
export type Measure = { bytes: number; problem: string | null };

export type ValueLimits = {
  bytes: number;
  depth: number;
  fields: number;
  arrayLength: number;
  fieldNameLength: number;
};

export function measure(value: JsonValue, limits: ValueLimits, what = "Value"): Measure {
  const state: State = { limits, problem: null, what };
  const bytes = walk(value, 1, state);
  if (!state.problem && bytes > limits.bytes) {
    state.problem = `${what} is too large (${mebibytes(bytes)} > maximum size ${mebibytes(limits.bytes)})`;
  }
  return { bytes, problem: state.problem };
}

type State = { limits: ValueLimits; problem: string | null; what: string };

function walk(value: JsonValue, depth: number, state: State): number {
  if (value === null || typeof value === "boolean") return 1;
  if (typeof value === "number") return 9;
  if (typeof value === "string") return Buffer.byteLength(value) + 2;
  if (Array.isArray(value)) {
    tooDeep(depth, state);
    if (value.length > state.limits.arrayLength) {
      state.problem ??= `Array length is too long (${value.length} > maximum length ${state.limits.arrayLength})`;
    }
    let bytes = 2;
    for (const item of value) bytes += walk(item, depth + 1, state);
    return bytes;
  }
  const special = specialKind(value);
  if (special === "$bytes") return Buffer.byteLength(value.$bytes as string, "base64") + 2;
  if (special) return 9;
  tooDeep(depth, state);
  const names = Object.keys(value);
  if (names.length > state.limits.fields) {
    state.problem ??= `Object has too many fields (${names.length} > maximum number ${state.limits.fields})`;
  }
  let bytes = 2;
  for (const name of names) {
    state.problem ??= fieldNameProblem(name, state.limits.fieldNameLength);
    bytes += name.length + 1 + walk(value[name] ?? null, depth + 1, state);
  }
  return bytes;
}

function tooDeep(depth: number, state: State): void {
  if (depth > state.limits.depth) {
    state.problem ??= `${state.what} is too nested (nested ${depth} levels deep > maximum nesting ${state.limits.depth})`;
  }
}

function fieldNameProblem(name: string, longest: number): string | null {
  if (name.length > longest) return `Field name ${name} exceeds maximum field name length ${longest}.`;
  if (name.startsWith("$")) return `Field name ${name} starts with a '$', which is reserved.`;
  const odd = /[^ -~]/.exec(name)?.[0];
  if (odd === undefined) return null;
  return `Field name ${name} has invalid character '${odd}': Field names can only contain non-control ASCII characters`;
}

function mebibytes(bytes: number): string {
  return `${Number((bytes / (1 << 20)).toFixed(2))} MiB`;
}
