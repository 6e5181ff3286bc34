import { Ellipsis, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuTrigger,
  Popover,
  Separator,
} from "react-aria-components";
import { classNames } from "./classNames.ts";
import { IconButton } from "./IconButton.tsx";
import { popoverStyle, rowStyle } from "./popoverStyle.ts";

/** A list of acts behind a button. Without `trigger` the button is the three dots. */
export function Menu({
  label,
  trigger,
  children,
}: {
  label: string;
  trigger?: ReactNode;
  children: ReactNode;
}) {
  return (
    <MenuTrigger>
      {trigger ?? <IconButton label={label} icon={Ellipsis} size="small" />}
      <Popover className={classNames(popoverStyle, "min-w-48")} placement="bottom end">
        <AriaMenu aria-label={label} className="p-1 outline-none">
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/** One act, or one place to go when it has an `href`. */
export function MenuItem({
  children,
  icon: Icon,
  href,
  onAction,
  isDangerous = false,
  isDisabled,
}: {
  children: string;
  icon?: LucideIcon;
  href?: string;
  onAction?: () => void;
  isDangerous?: boolean;
  isDisabled?: boolean;
}) {
  return (
    <AriaMenuItem
      href={href}
      onAction={onAction}
      isDisabled={isDisabled}
      textValue={children}
      className={classNames(rowStyle, isDangerous && "text-danger")}
    >
      {Icon && <Icon aria-hidden size={18} strokeWidth={1.75} />}
      {children}
    </AriaMenuItem>
  );
}

export function MenuSeparator() {
  return <Separator className="my-1 border-t border-hairline" />;
}
