import { ConvexError } from "convex/values";
import { expect } from "vitest";
import type { ErrorCode, Problem } from "#convex/errors.ts";

/** Awaits a refusal and answers with its problem; fails when the call succeeds, or fails as a bug would. */
export async function refusalOf(call: Promise<unknown>): Promise<Problem> {
  const outcome: unknown = await call.then(
    (value) => ({ answered: value }),
    (error: unknown) => error,
  );
  if (!(outcome instanceof ConvexError)) throw new Error("Expected a refusal.", { cause: outcome });
  return outcome.data as Problem;
}

/** Expects the call to be refused with the code, and for the field when one is named. */
export async function expectRefusal(call: Promise<unknown>, code: ErrorCode, field?: string): Promise<void> {
  const refusal = await refusalOf(call);
  expect(field === undefined ? { code: refusal.code } : { code: refusal.code, field: refusal.field }).toEqual(
    field === undefined ? { code } : { code, field },
  );
}

/** For `catch`: lets one kind of refusal pass, and nothing else. */
export const unless =
  (code: ErrorCode) =>
  (error: unknown): void => {
    if (!(error instanceof ConvexError) || (error.data as Problem).code !== code) throw error;
  };
