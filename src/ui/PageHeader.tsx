import type { ReactNode } from "react";
import { usePageTitle } from "./usePageTitle.ts";

/** Where you are: one h1 a page, what stands above it, and the page's acts. The title names the browser tab too. */
export function PageHeader({
  title,
  above,
  below,
  actions,
}: {
  title: string;
  above?: ReactNode;
  below?: ReactNode;
  actions?: ReactNode;
}) {
  usePageTitle(title);
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {above !== undefined && (
          <div data-screen-only className="mb-1 text-14 text-ink-3">
            {above}
          </div>
        )}
        <h1 className="text-28 max-sm:text-23">{title}</h1>
        {below !== undefined && <div className="mt-1 text-ink-2">{below}</div>}
      </div>
      {actions !== undefined && (
        <div data-screen-only className="flex flex-wrap items-center gap-2">
          {actions}
        </div>
      )}
    </header>
  );
}
