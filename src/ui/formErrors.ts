import { createContext, useContext } from "react";

/** Field name to sentence. An entry under "form" belongs to no single field. */
export type FormErrors = Readonly<Record<string, string>>;

/** The errors of the form around a field; they stay until the next submit, so that nothing jumps while typing. */
export const FormErrorsContext = createContext<FormErrors>({});

/** The sentence for a field of this name, if the form has one. */
export function useFieldError(name: string | undefined): string | undefined {
  const errors = useContext(FormErrorsContext);
  return name === undefined ? undefined : errors[name];
}
