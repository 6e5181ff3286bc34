import type { ReactNode } from "react";
import { type ToggleButtonProps as AriaProps, ToggleButton as AriaToggleButton } from "react-aria-components";
import { type ButtonSize, buttonStyle } from "./buttonStyle.ts";
import { classNames } from "./classNames.ts";

type ToggleButtonProps = Omit<AriaProps, "className" | "children" | "style"> & {
  children: ReactNode;
  size?: ButtonSize;
  square?: boolean;
  className?: string;
};

/** An on/off act such as bold; its state is `aria-pressed`. Give icon-only ones an `aria-label`. */
export function ToggleButton({ size = "small", square, className, ...props }: ToggleButtonProps) {
  return (
    <AriaToggleButton {...props} className={classNames(buttonStyle("quiet", size, square), className)} />
  );
}
