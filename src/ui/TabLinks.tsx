import { useEffect, useRef } from "react";
import { PlainLink } from "./Link.tsx";

export type TabLink = { href: string; label: string };

/**
 * Pages that lie side by side under one heading: links, because each has an address of its own. On a phone one row that
 * scrolls, the page that is shown in its middle.
 */
export function TabLinks({
  label,
  tabs,
  current,
}: {
  /** What the pages are about, for those who hear it. */
  label: string;
  tabs: readonly TabLink[];
  /** The address of the page that is shown. */
  current: string;
}) {
  const row = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const here = row.current?.querySelector(`a[href="${CSS.escape(current)}"]`);
    here?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [current]);
  if (tabs.length < 2) return null;
  return (
    <nav aria-label={label} data-screen-only className="mb-6 border-b border-hairline">
      <ul ref={row} className="-mb-px flex max-sm:overflow-x-auto max-sm:[scrollbar-width:none] sm:flex-wrap">
        {tabs.map((tab) => (
          <li key={tab.href} className="shrink-0">
            <PlainLink
              href={tab.href}
              aria-current={tab.href === current ? "page" : undefined}
              // No bolder when its page is shown: its neighbours keep their places, and a row holds more of them.
              className="grid min-h-11 content-center border-b-2 border-transparent px-2.5 text-ink-2 hover:text-ink aria-[current]:border-accent aria-[current]:text-accent-strong"
            >
              {tab.label}
            </PlainLink>
          </li>
        ))}
        {/* The edge behind which there is more. */}
        <li
          aria-hidden
          className="pointer-events-none sticky -end-px w-10 shrink-0 bg-linear-to-l from-paper to-transparent sm:hidden rtl:bg-linear-to-r"
        />
      </ul>
    </nav>
  );
}
