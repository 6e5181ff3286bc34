import { type FocusEvent, type ReactNode, useId, useState } from "react";
import { TextField as AriaTextField, Input } from "react-aria-components";
import { classNames } from "./classNames.ts";
import { FieldParts } from "./FieldParts.tsx";
import { fieldStyle } from "./fieldStyle.ts";
import { useFieldError } from "./formErrors.ts";
import { isUnreal, notADay } from "./unrealDays.ts";

/**
 * A civil day as "YYYY-MM-DD" (or "" while empty), with the browser's own picker. For birth dates use TypedDateField.
 * What stands in it belongs to whoever types, until they leave it: a day that is half typed is none yet, and would
 * otherwise be put back to the last one under their fingers.
 */
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
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setIsWrong] = useState(false);
  const ofForm = useFieldError(name ?? id);
  const error = isWrong ? notADay() : ofForm;
  const leave = ({ target }: FocusEvent<HTMLInputElement>) => {
    const isLeftUnreal = isUnreal(target);
    // In a form it is said with everything else, when the form is sent.
    setIsWrong(isLeftUnreal && target.form === null);
    if (!isLeftUnreal) setTyped(null);
  };
  return (
    <AriaTextField
      name={name ?? id}
      value={typed ?? value}
      onChange={(day) => {
        setTyped(day);
        setIsWrong(false);
        onChange(day);
      }}
      isDisabled={isDisabled}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      className={fieldStyle.field}
    >
      <FieldParts label={label} hint={hint} optional={optional} error={error} />
      <Input
        type="date"
        min={min}
        max={max}
        onBlur={leave}
        className={classNames(fieldStyle.control, "max-w-48 tabular")}
      />
    </AriaTextField>
  );
}
