import type { ReactNode } from "react";
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaProps,
  Input,
} from "react-aria-components";
import { classNames } from "./classNames.ts";
import { FieldParts } from "./FieldParts.tsx";
import { fieldStyle } from "./fieldStyle.ts";
import { useFieldError } from "./formErrors.ts";

type NumberFieldProps = Omit<AriaProps, "className" | "children" | "style"> & {
  label: ReactNode;
  hint?: ReactNode;
  optional?: ReactNode;
  /** Shown after the number, for example "minutes". */
  unit?: ReactNode;
};

/** A number in the person's own digits and separators. An empty field is NaN. */
export function NumberField({ label, hint, optional, unit, ...props }: NumberFieldProps) {
  const error = useFieldError(props.name);
  return (
    <AriaNumberField
      validationBehavior="aria"
      {...props}
      isInvalid={props.isInvalid || error !== undefined}
      className={fieldStyle.field}
    >
      <FieldParts label={label} hint={hint} optional={optional} error={error} />
      <span className="flex items-center gap-2">
        <Input className={classNames(fieldStyle.control, "max-w-28 tabular")} />
        {unit !== undefined && <span className="text-ink-3">{unit}</span>}
      </span>
    </AriaNumberField>
  );
}
