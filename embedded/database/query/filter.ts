import {
  decodeFloat,
  decodeInteger,
  encodeFloat,
  encodeInteger,
  type Field,
  fieldAt,
  isPlainObject,
  type JsonObject,
  specialKind,
} from "../../values/json.ts";
import { encodeKey } from "../../values/key.ts";
import { DatabaseError } from "../errors.ts";
import { undefinedOr } from "./range.ts";

/** An expression as `filter((q) => ...)` builds it, made ready to run on many documents. */
export type Predicate = (document: JsonObject) => boolean;
type Evaluate = (document: JsonObject) => Field;

export function compileFilter(expression: unknown): Predicate {
  const evaluate = compile(expression as Field);
  return (document) => isTrue(evaluate(document));
}

function compile(expression: Field): Evaluate {
  if (!isPlainObject(expression)) throw invalid(expression);
  const [operator] = Object.keys(expression);
  const operand = operator === undefined ? undefined : expression[operator];
  switch (operator) {
    case "$literal": {
      const value = undefinedOr(operand);
      return () => value;
    }
    case "$field": {
      const path = String(operand).split(".");
      return (document) => fieldAt(document, path);
    }
    case "$and":
    case "$or": {
      const parts = operands(operand).map(compile);
      return operator === "$and"
        ? (document) => parts.every((part) => isTrue(part(document)))
        : (document) => parts.some((part) => isTrue(part(document)));
    }
    case "$not": {
      const part = compile(operand);
      return (document) => !isTrue(part(document));
    }
    case "$neg": {
      const part = compile(operand);
      return (document) => negate(part(document));
    }
  }
  const [left, right] = operands(operand).map(compile);
  if (!left || !right) throw invalid(expression);
  const compare = COMPARISONS[operator as keyof typeof COMPARISONS];
  if (compare) return (document) => compare(encodeKey(left(document)), encodeKey(right(document)));
  const arithmetic = ARITHMETIC[operator as keyof typeof ARITHMETIC];
  if (!arithmetic) throw invalid(expression);
  return (document) => calculate(operator ?? "", arithmetic, left(document), right(document));
}

const COMPARISONS = {
  $eq: (a: string, b: string) => a === b,
  $neq: (a: string, b: string) => a !== b,
  $lt: (a: string, b: string) => a < b,
  $lte: (a: string, b: string) => a <= b,
  $gt: (a: string, b: string) => a > b,
  $gte: (a: string, b: string) => a >= b,
};

type Arithmetic = { numbers: (a: number, b: number) => number; integers: (a: bigint, b: bigint) => bigint };
const ARITHMETIC: Record<"$add" | "$sub" | "$mul" | "$div" | "$mod", Arithmetic> = {
  $add: { numbers: (a, b) => a + b, integers: (a, b) => a + b },
  $sub: { numbers: (a, b) => a - b, integers: (a, b) => a - b },
  $mul: { numbers: (a, b) => a * b, integers: (a, b) => a * b },
  $div: { numbers: (a, b) => a / b, integers: (a, b) => a / b },
  $mod: { numbers: (a, b) => a % b, integers: (a, b) => a % b },
};

function calculate(operator: string, { numbers, integers }: Arithmetic, left: Field, right: Field): Field {
  const a = numeric(left);
  const b = numeric(right);
  if (typeof a === "number" && typeof b === "number") return encodeFloat(numbers(a, b));
  if (typeof a === "bigint" && typeof b === "bigint") {
    if (b === 0n && (operator === "$div" || operator === "$mod")) {
      throw new DatabaseError("InvalidQuery", "Attempted to divide an integer by zero in a filter.");
    }
    return encodeInteger(BigInt.asIntN(64, integers(a, b)));
  }
  throw new DatabaseError(
    "InvalidQuery",
    `Unsupported types for ${operator.slice(1)} in a filter: ${JSON.stringify(left)} and ${JSON.stringify(right)}.`,
  );
}

function negate(value: Field): Field {
  const number = numeric(value);
  if (typeof number === "number") return encodeFloat(-number);
  if (typeof number === "bigint") return encodeInteger(BigInt.asIntN(64, -number));
  throw new DatabaseError("InvalidQuery", `Unsupported type for neg in a filter: ${JSON.stringify(value)}.`);
}

function numeric(value: Field): number | bigint | null {
  if (typeof value === "number") return value;
  if (!isPlainObject(value)) return null;
  switch (specialKind(value)) {
    case "$integer":
      return decodeInteger(value.$integer as string);
    case "$float":
      return decodeFloat(value.$float as string);
    default:
      return null;
  }
}

function isTrue(value: Field): boolean {
  if (value === undefined || value === null || value === false || value === "") return false;
  const number = numeric(value);
  return number === null || (number !== 0 && number !== 0n && !Number.isNaN(number));
}

function operands(value: Field): Field[] {
  if (!Array.isArray(value)) throw invalid(value);
  return value;
}

function invalid(expression: Field): DatabaseError {
  return new DatabaseError("InvalidQuery", `Not a filter expression: ${JSON.stringify(expression)}`);
}
