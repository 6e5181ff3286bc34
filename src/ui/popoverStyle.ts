/** The one raised layer: menus, selects, popovers. */
export const popoverStyle =
  "z-40 max-w-[min(24rem,calc(100vw-1rem))] animate-enter overflow-auto rounded border border-hairline bg-raised shadow-raised outline-none";

/** A row that can be chosen inside a menu, a list box or the command palette. */
export const rowStyle =
  "target flex min-h-9 cursor-pointer items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-16 text-ink outline-none " +
  "data-[focused]:bg-accent-wash data-[disabled]:cursor-not-allowed data-[disabled]:opacity-50";
