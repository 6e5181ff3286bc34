import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import { type ButtonKind, type ButtonSize, buttonStyle } from "./buttonStyle.ts";
import { classNames } from "./classNames.ts";

export type ButtonProps = Omit<AriaButtonProps, "className" | "children" | "style"> & {
  children: ReactNode;
  kind?: ButtonKind;
  size?: ButtonSize;
  className?: string;
};

/** An act. While `isPending` it keeps its size and refuses further presses, and stays focusable. */
export function Button({ kind, size, className, ...props }: ButtonProps) {
  return <AriaButton {...props} className={classNames(buttonStyle(kind, size), className)} />;
}
