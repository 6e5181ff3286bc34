import * as z from "zod/mini";
import { isCivilDay } from "./dates";
import { type ErrorCode, errorCodes, problem } from "./errors";

/** A line or a few sentences that must be there. The messages of these schemas are error codes. */
export const requiredText = (longest: number) =>
  z.string("required").check(z.trim(), z.minLength(1, "required"), z.maxLength(longest, "too_long"));
export const optionalText = (longest: number) =>
  z.string("required").check(z.trim(), z.maxLength(longest, "too_long"));
export const day = z
  .string("not_a_day")
  .check(z.minLength(1, { error: "required", abort: true }), z.refine(isCivilDay, "not_a_day"));
export const wholeNumber = (least: number, most: number) =>
  z.int("out_of_range").check(z.minimum(least, "out_of_range"), z.maximum(most, "out_of_range"));
export const number = (least: number, most: number) =>
  z.number("out_of_range").check(z.minimum(least, "out_of_range"), z.maximum(most, "out_of_range"));

function codeOf(message: string): ErrorCode {
  return errorCodes.find((code) => code === message) ?? "invalid";
}

/**
 * What a person typed, trimmed and checked; the form runs the same schema before it sends. A value on its own
 * comes with the name of its field.
 * @throws the first problem's code, with the field it belongs to ("target.value")
 */
export function accepted<Schema extends z.ZodMiniType>(
  schema: Schema,
  typed: unknown,
  field?: string,
): z.output<Schema> {
  const result = z.safeParse(schema, typed);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw problem(codeOf(issue?.message ?? ""), { field: field ?? issue?.path.join(".") ?? "" });
}
