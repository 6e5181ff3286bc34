import type { JsonValue } from "../values/json.ts";
import { findMismatch, type TableOfId, type ValidatorJson } from "../values/validator.ts";
import type { FunctionInfo } from "./component.ts";
import { FunctionFailure } from "./failure.ts";
import { MAX_RESULT_BYTES } from "./limits.ts";
import { displayPath } from "./path.ts";

/** Throws Convex's ArgumentValidationError unless the arguments (encoded object as text) fit the function. */
export function checkArgs(info: FunctionInfo, args: string, tableOfId: TableOfId): void {
  if (info.args === null || info.args.type === "any") {
    if (!args.startsWith("{")) throw new FunctionFailure("Arguments must be an object.");
    return;
  }
  refuse("ArgumentValidationError", info.args, args, tableOfId);
}

/** Throws Convex's ReturnsValidationError unless the result (encoded, as text) is what the function promises. */
export function checkReturns(info: FunctionInfo, value: string, tableOfId: TableOfId): void {
  // Each character is one to three bytes: only long results need counting.
  if (value.length * 3 > MAX_RESULT_BYTES && Buffer.byteLength(value) > MAX_RESULT_BYTES) {
    throw new FunctionFailure(
      `Function ${displayPath(info.path)} return value is too large (${Buffer.byteLength(value)} bytes > limit ${MAX_RESULT_BYTES} bytes)`,
    );
  }
  if (info.returns === null || info.returns.type === "any") return;
  refuse("ReturnsValidationError", info.returns, value, tableOfId);
}

function refuse(error: string, validator: ValidatorJson, text: string, tableOfId: TableOfId): void {
  const mismatch = findMismatch(validator, JSON.parse(text) as JsonValue, tableOfId);
  if (mismatch !== null) throw new FunctionFailure(`${error}: ${mismatch}`);
}
