import { i18n } from "@lingui/core";
import type { FormErrors } from "./formErrors.ts";

/**
 * Whether a day was begun and is none: a part is missing, or there is no such day. The browser shows what was typed
 * and hands over the empty text, as if nothing stood there.
 */
export const isUnreal = (input: HTMLInputElement): boolean => input.validity.badInput;

/** The days in a form that are none, by the name of their field. */
export function unrealDays(form: HTMLFormElement | null): FormErrors {
  const days = form?.querySelectorAll<HTMLInputElement>('input[type="date"]') ?? [];
  const unreal = [...days].filter(isUnreal);
  return Object.fromEntries(unreal.map(({ name }) => [name, notADay()]));
}

export const notADay = (): string =>
  i18n.t({ id: "problem.notADay", message: "This day does not exist. Check day, month and year." });
