import { type ReactNode, useId } from "react";
import { classNames } from "./classNames.ts";

/** A titled part of a page. The title is a heading of the level given; acts sit beside it. */
export function Card({
  title,
  level = 2,
  actions,
  children,
  className,
}: {
  title?: ReactNode;
  level?: 2 | 3;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  const id = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section
      aria-labelledby={title === undefined ? undefined : id}
      className={classNames("rounded border border-hairline bg-raised p-5 max-sm:p-4", className)}
    >
      {(title !== undefined || actions !== undefined) && (
        <header className="mb-3 flex min-h-8 flex-wrap items-center justify-between gap-2">
          {title !== undefined && (
            <Heading id={id} className="text-19">
              {title}
            </Heading>
          )}
          {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
        </header>
      )}
      {children}
    </section>
  );
}
