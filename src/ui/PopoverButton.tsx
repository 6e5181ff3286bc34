import type { ReactNode } from "react";
import { Dialog, DialogTrigger, Popover } from "react-aria-components";
import { Button } from "./Button.tsx";
import type { ButtonKind, ButtonSize } from "./buttonStyle.ts";
import { classNames } from "./classNames.ts";
import { popoverStyle } from "./popoverStyle.ts";

/** A button that opens a small panel beside it. `label` names the panel. */
export function PopoverButton({
  label,
  button,
  kind = "quiet",
  size = "small",
  children,
}: {
  label: string;
  button: ReactNode;
  kind?: ButtonKind;
  size?: ButtonSize;
  children: ReactNode;
}) {
  return (
    <DialogTrigger>
      <Button kind={kind} size={size}>
        {button}
      </Button>
      <Popover className={classNames(popoverStyle, "p-4")} placement="bottom end">
        <Dialog aria-label={label} className="outline-none">
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
