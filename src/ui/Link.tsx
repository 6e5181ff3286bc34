import type { ReactNode } from "react";
import { Link as AriaLink, type LinkProps as AriaLinkProps } from "react-aria-components";
import { type ButtonKind, type ButtonSize, buttonStyle } from "./buttonStyle.ts";
import { classNames } from "./classNames.ts";

type LinkProps = Omit<AriaLinkProps, "className" | "children" | "style"> & {
  children: ReactNode;
  href: string;
  className?: string;
};

const text = "rounded-sm text-accent underline decoration-1 underline-offset-[0.18em] hover:decoration-2";

/** A link in running text. Addresses come from lib/paths. */
export function Link({ className, ...props }: LinkProps) {
  return <AriaLink {...props} className={classNames(text, className)} />;
}

/** A link without the look of one: for rows, cards and navigation that style themselves. */
export function PlainLink({ className, ...props }: LinkProps) {
  return <AriaLink {...props} className={classNames("rounded-sm", className)} />;
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function LinkButton({
  kind,
  size,
  className,
  ...props
}: LinkProps & { kind?: ButtonKind; size?: ButtonSize }) {
  return <AriaLink {...props} className={classNames(buttonStyle(kind, size), "no-underline", className)} />;
}
