import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Form as AriaForm } from "react-aria-components";
import { ErrorSummary } from "./ErrorSummary.tsx";
import { type FormErrors, FormErrorsContext } from "./formErrors.ts";
import { unrealDays } from "./unrealDays.ts";

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
  // Only the page knows of a day that is none; it reaches whoever sends the form as an empty text.
  const [unreal, setUnreal] = useState<FormErrors>({});
  const shown = Object.keys(unreal).length > 0 ? unreal : errors;
  const hasErrors = Object.keys(shown).length > 0;
  useEffect(() => {
    if (!hasErrors) return;
    const title = document.title;
    document.title = `${summaryTitle}: ${title}`;
    return () => {
      document.title = title;
    };
  }, [hasErrors, summaryTitle]);
  return (
    <AriaForm
      ref={form}
      validationBehavior="aria"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        const found = unrealDays(form.current);
        setUnreal(found);
        if (Object.keys(found).length === 0) onSubmit();
      }}
      className="flex flex-col gap-5"
    >
      {hasErrors && <ErrorSummary key={`${attempt}`} title={summaryTitle} errors={shown} form={form} />}
      <FormErrorsContext value={shown}>{children}</FormErrorsContext>
    </AriaForm>
  );
}
