import type { ReactNode } from "react";
import {
  type TextFieldProps as AriaProps,
  TextField as AriaTextField,
  Input,
  TextArea,
} from "react-aria-components";
import { classNames } from "./classNames.ts";
import { FieldParts } from "./FieldParts.tsx";
import { type FieldWidth, fieldStyle, fieldWidths } from "./fieldStyle.ts";
import { useFieldError } from "./formErrors.ts";
import { typedDirection } from "./typedDirection.ts";

export type TextFieldProps = Omit<AriaProps, "className" | "children" | "style"> & {
  label: ReactNode;
  hint?: ReactNode;
  /** The word that marks a field as optional, for example "(optional)". */
  optional?: ReactNode;
  width?: FieldWidth;
  placeholder?: string;
  /** More than one: a text area with so many rows. */
  rows?: number;
};

/** One line of text, or several with `rows`. */
export function TextField({
  label,
  hint,
  optional,
  width = "long",
  placeholder,
  rows = 1,
  ...props
}: TextFieldProps) {
  const error = useFieldError(props.name);
  return (
    <AriaTextField
      validationBehavior="aria"
      {...props}
      isInvalid={props.isInvalid || error !== undefined}
      className={fieldStyle.field}
    >
      <FieldParts label={label} hint={hint} optional={optional} error={error} />
      {rows > 1 ? (
        <TextArea
          dir={typedDirection(props.value)}
          rows={rows}
          placeholder={placeholder}
          className={classNames(
            fieldStyle.control,
            fieldWidths[width === "long" ? "full" : width],
            "resize-y",
          )}
        />
      ) : (
        <Input
          dir={props.type === "email" || props.type === "password" ? "ltr" : typedDirection(props.value)}
          placeholder={placeholder}
          className={classNames(fieldStyle.control, fieldWidths[width])}
        />
      )}
    </AriaTextField>
  );
}
