import type { LucideIcon } from "lucide-react";
import type { RefObject } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import { type ButtonKind, type ButtonSize, buttonStyle } from "./buttonStyle.ts";
import { classNames } from "./classNames.ts";
import { Tooltip } from "./Tooltip.tsx";

export type IconButtonProps = Omit<AriaButtonProps, "className" | "children" | "style" | "aria-label"> & {
  /** What it does: read aloud, and shown as a tooltip. */
  label: string;
  icon: LucideIcon;
  kind?: ButtonKind;
  size?: ButtonSize;
  className?: string;
  ref?: RefObject<HTMLButtonElement | null>;
};

/** A button that is only a picture: use it where the picture is universal or space is scarce. */
export function IconButton({
  label,
  icon: Icon,
  kind = "quiet",
  size,
  className,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <AriaButton
        {...props}
        aria-label={label}
        className={classNames(buttonStyle(kind, size, true), className)}
      >
        <Icon aria-hidden size={size === "small" ? 16 : 20} strokeWidth={1.75} />
      </AriaButton>
    </Tooltip>
  );
}
