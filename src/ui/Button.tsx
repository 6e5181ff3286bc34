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

/**
 * An act. While `isPending` it fades, keeps its size and its focus and does nothing when pressed. (The kit's own pending
 * state announces the button by its id, which dangles once a form has led to another page.)
 */
export function Button({ kind, size, className, isPending = false, onPress, type, ...props }: ButtonProps) {
  return (
    <AriaButton
      {...props}
      type={isPending ? "button" : type}
      onPress={isPending ? undefined : onPress}
      className={classNames(buttonStyle(kind, size), isPending && "animate-wait cursor-progress", className)}
    />
  );
}
