import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { FieldError as AriaFieldError, Label as AriaLabel, Text } from "react-aria-components";
import { fieldStyle } from "./fieldStyle.ts";

/** The words around a control. Errors come from `error` here or from the form's `errors` by field name. */
export function FieldParts({
  label,
  hint,
  optional,
}: {
  label: ReactNode;
  hint?: ReactNode;
  optional?: ReactNode;
}) {
  return (
    <>
      <AriaLabel className={fieldStyle.label}>
        {label}
        {optional !== undefined && <span className="font-normal text-ink-3"> {optional}</span>}
      </AriaLabel>
      {hint !== undefined && (
        <Text slot="description" className={fieldStyle.hint}>
          {hint}
        </Text>
      )}
      <FieldProblem />
    </>
  );
}

/** The error of the field around it, in the same words as in the summary. */
export function FieldProblem() {
  return (
    <AriaFieldError className={fieldStyle.error}>
      {({ validationErrors }) => (
        <>
          <CircleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
          <span>{validationErrors.join(" ")}</span>
        </>
      )}
    </AriaFieldError>
  );
}
