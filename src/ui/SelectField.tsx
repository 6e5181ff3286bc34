import { Trans, useLingui } from "@lingui/react";
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import {
  Select as AriaSelect,
  Button,
  type Key,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from "react-aria-components";
import { classNames } from "./classNames.ts";
import { FieldParts } from "./FieldParts.tsx";
import { type FieldWidth, fieldStyle, fieldWidths } from "./fieldStyle.ts";
import { useFieldError } from "./formErrors.ts";
import { popoverStyle, rowStyle } from "./popoverStyle.ts";

export type Option<T extends string> = { id: T; label: string; hint?: string };

type SelectFieldProps<T extends string> = {
  label: ReactNode;
  hint?: ReactNode;
  optional?: ReactNode;
  name?: string;
  /** undefined while they are on their way: the field opens all the same, and fills as they come. */
  options: readonly Option<T>[] | undefined;
  value: T | null;
  onChange: (value: T) => void;
  placeholder?: string;
  width?: FieldWidth;
  isDisabled?: boolean;
};

/** One of a few. For two to four options prefer RadioField, where all are seen at once. */
export function SelectField<T extends string>({
  label,
  hint,
  optional,
  name,
  options,
  value,
  onChange,
  placeholder,
  width = "medium",
  isDisabled,
}: SelectFieldProps<T>) {
  const { i18n } = useLingui();
  const error = useFieldError(name);
  const isOnItsWay = options === undefined;
  return (
    <AriaSelect
      name={name}
      allowsEmptyCollection
      value={value}
      onChange={(key: Key | null) => {
        const taken = options?.find((option) => option.id === key);
        if (taken) onChange(taken.id);
      }}
      placeholder={
        isOnItsWay && value !== null ? i18n.t({ id: "select.onItsWay", message: "Loading…" }) : placeholder
      }
      isDisabled={isDisabled}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      className={fieldStyle.field}
    >
      <FieldParts label={label} hint={hint} optional={optional} error={error} />
      <Button
        className={classNames(
          fieldStyle.control,
          fieldWidths[width],
          "flex items-center justify-between text-start",
        )}
      >
        <SelectValue className="truncate data-[placeholder]:text-ink-3" />
        <ChevronDown aria-hidden size={18} strokeWidth={1.75} className="shrink-0 text-ink-3" />
      </Button>
      <Popover className={classNames(popoverStyle, "min-w-(--trigger-width)")}>
        <ListBox
          items={(options ?? []).map((option) => ({ ...option }))}
          renderEmptyState={() => (
            <p role="status" className="px-3 py-2 text-ink-3">
              {isOnItsWay ? (
                <Trans id="select.onItsWay" message="Loading…" />
              ) : (
                <Trans id="select.nothing" message="Nothing to choose from." />
              )}
            </p>
          )}
          className="max-h-80 overflow-auto p-1 outline-none"
        >
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={rowStyle}>
              {({ isSelected }) => (
                <>
                  <span className="grow">
                    {option.label}
                    {option.hint !== undefined && (
                      <span className="block text-13 text-ink-3">{option.hint}</span>
                    )}
                  </span>
                  {isSelected && <Check aria-hidden size={16} className="text-accent" />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
