import { classNames } from "./classNames.ts";

/** primary: the one thing to do next. secondary: other acts. quiet: row and toolbar acts. danger: cannot be undone. */
export type ButtonKind = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "medium" | "small" | "large";

const kinds: Record<ButtonKind, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong data-[pressed]:bg-accent-strong",
  secondary: "border border-edge bg-raised text-ink hover:bg-hover",
  quiet:
    "text-ink-2 hover:bg-hover hover:text-ink aria-pressed:bg-accent-wash aria-pressed:text-accent-strong",
  danger: "bg-danger text-on-accent hover:opacity-90",
};

const sizes: Record<ButtonSize, string> = {
  small: "min-h-8 px-2.5 text-14 gap-1.5",
  medium: "min-h-10 px-4 text-16 gap-2",
  large: "min-h-12 px-5 text-18 gap-2.5",
};

const squares: Record<ButtonSize, string> = { small: "size-8", medium: "size-10", large: "size-12" };

/** The classes that a button, a link that looks like one, and a menu trigger share. */
export function buttonStyle(
  kind: ButtonKind = "secondary",
  size: ButtonSize = "medium",
  square = false,
): string {
  return classNames(
    "target inline-flex items-center justify-center rounded font-semibold select-none",
    "transition-colors duration-150 disabled:cursor-not-allowed disabled:opacity-50",
    kinds[kind],
    square ? classNames("shrink-0", squares[size]) : sizes[size],
  );
}
