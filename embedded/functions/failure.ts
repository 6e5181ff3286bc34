import { DatabaseError } from "../database/errors.ts";
import type { JsonValue } from "../values/json.ts";
import { mappedStack } from "./stack.ts";

/**
 * A function that did not answer. `message` is what a developer reads ("Uncaught Error: ...\n    at handler (...)");
 * `data` is what a `ConvexError` carries, encoded.
 */
export class FunctionFailure extends Error {
  override readonly name = "FunctionFailure";
  readonly data: JsonValue | undefined;
  /** True if the function itself threw; false if it was never entered or was stopped. */
  readonly thrown: boolean;

  constructor(message: string, options: { data?: JsonValue; thrown?: boolean } = {}) {
    super(message);
    this.data = options.data;
    this.thrown = options.thrown ?? false;
  }
}

/** Puts whatever a function threw into words. */
export async function failureOf(thrown: unknown): Promise<FunctionFailure> {
  if (thrown instanceof FunctionFailure) return thrown;
  if (isConvexError(thrown)) {
    const stack = await mappedStack(thrown);
    return new FunctionFailure(`Uncaught ConvexError: ${thrown.message}${stack}`, {
      data: JSON.parse(thrown.data) as JsonValue,
      thrown: true,
    });
  }
  if (thrown instanceof Error || isErrorLike(thrown)) {
    const name = thrown instanceof DatabaseError ? "Error" : thrown.name;
    const stack = await mappedStack(thrown);
    return new FunctionFailure(`Uncaught ${name}: ${thrown.message}${stack}`, { thrown: true });
  }
  return new FunctionFailure(`Uncaught ${String(thrown)}`, { thrown: true });
}

/** `convex/server` has already encoded the data of a ConvexError that leaves a function. */
function isConvexError(thrown: unknown): thrown is Error & { data: string } {
  return (
    typeof thrown === "object" &&
    thrown !== null &&
    Symbol.for("ConvexError") in thrown &&
    "data" in thrown &&
    typeof thrown.data === "string"
  );
}

function isErrorLike(thrown: unknown): thrown is { name: string; message: string; stack?: string } {
  return (
    typeof thrown === "object" &&
    thrown !== null &&
    "name" in thrown &&
    "message" in thrown &&
    typeof thrown.name === "string" &&
    typeof thrown.message === "string"
  );
}
