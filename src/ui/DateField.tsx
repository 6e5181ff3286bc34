import type { ReactNode } from "react";
import { TextField as AriaTextField, Input } from "react-aria-components";
import { classNames } from "./classNames.ts";
import { FieldParts } from "./FieldParts.tsx";
import { fieldStyle } from "./fieldStyle.ts";
import { useFieldError } from "./formErrors.ts";

/** A civil day as "YYYY-MM-DD" (or "" while empty), with the browser's own picker. For birth dates use TypedDateField. */
export function DateField({
  label,
  hint,
  optional,
  name,
  value,
  onChange,
  min,
  max,
  isDisabled,
}: {
  label: ReactNode;
  hint?: ReactNode;
  optional?: ReactNode;
  name?: string;
  value: string;
  onChange: (day: string) => void;
  min?: string;
  max?: string;
  isDisabled?: boolean;
}) {
  const error = useFieldError(name);
  return (
    <AriaTextField
      name={name}
      value={value}
      onChange={onChange}
      isDisabled={isDisabled}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      className={fieldStyle.field}
    >
      <FieldParts label={label} hint={hint} optional={optional} error={error} />
      <Input type="date" min={min} max={max} className={classNames(fieldStyle.control, "max-w-48 tabular")} />
    </AriaTextField>
  );
}
