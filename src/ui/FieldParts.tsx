import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { FieldError as AriaFieldError, Label as AriaLabel, Text } from "react-aria-components";
import { fieldStyle } from "./fieldStyle.ts";

/** The words around a control. */
export function FieldParts({
  label,
  hint,
  optional,
  error,
}: {
  label: ReactNode;
  hint?: ReactNode;
  optional?: ReactNode;
  error?: string | undefined;
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
      <FieldProblem error={error} />
    </>
  );
}

/** The error of the field around it, in the same words as in the summary. */
function FieldProblem({ error }: { error: string | undefined }) {
  return (
    <AriaFieldError className={fieldStyle.error}>
      {({ validationErrors }) => (
        <>
          <CircleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
          <span>{error ?? validationErrors.join(" ")}</span>
        </>
      )}
    </AriaFieldError>
  );
}
