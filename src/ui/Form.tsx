import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Form as AriaForm } from "react-aria-components";
import { ErrorSummary } from "./ErrorSummary.tsx";
import { type FormErrors, FormErrorsContext } from "./formErrors.ts";

export type { FormErrors } from "./formErrors.ts";

/**
 * A form that checks on submit only, never clears what was typed, and gathers its problems in a focused summary at
 * the top, each linked to its field (the pattern of the GOV.UK design system). Fields find their error by `name`.
 */
export function Form({
  summaryTitle,
  errors,
  onSubmit,
  children,
}: {
  summaryTitle: string;
  errors: FormErrors;
  onSubmit: () => void;
  children: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [attempt, setAttempt] = useState(0);
  const hasErrors = Object.keys(errors).length > 0;
  useEffect(() => {
    if (!hasErrors) return;
    const title = document.title;
    document.title = `Error: ${title}`;
    return () => {
      document.title = title;
    };
  }, [hasErrors]);
  return (
    <AriaForm
      ref={form}
      validationBehavior="aria"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        onSubmit();
      }}
      className="flex flex-col gap-5"
    >
      {hasErrors && <ErrorSummary key={`${attempt}`} title={summaryTitle} errors={errors} form={form} />}
      <FormErrorsContext value={errors}>{children}</FormErrorsContext>
    </AriaForm>
  );
}
