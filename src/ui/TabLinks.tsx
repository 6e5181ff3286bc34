import { PlainLink } from "./Link.tsx";

export type TabLink = { href: string; label: string };

/** Pages that lie side by side under one heading: links, because each has an address of its own. */
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
  if (tabs.length < 2) return null;
  return (
    <nav aria-label={label} data-screen-only className="mb-6 border-b border-hairline">
      <ul className="-mb-px flex flex-wrap gap-x-1">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <PlainLink
              href={tab.href}
              aria-current={tab.href === current ? "page" : undefined}
              className="flex min-h-11 items-center border-b-2 border-transparent px-3 text-ink-2 hover:text-ink aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-accent-strong"
            >
              {tab.label}
            </PlainLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
