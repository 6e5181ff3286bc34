import { useLingui } from "@lingui/react";
import { useLocation } from "@tanstack/react-router";
import { PlainLink } from "#src/ui/Link.tsx";
import type { Destination } from "./destinations.ts";

function useIsHere(): (href: string) => boolean {
  const { pathname } = useLocation();
  return (href) => (href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`));
}

/** The rail at the start edge: words on wide screens, icons with names on narrow ones. */
export function Rail({ destinations }: { destinations: readonly Destination[] }) {
  const { i18n } = useLingui();
  const isHere = useIsHere();
  return (
    <nav
      aria-label={i18n.t({ id: "nav.label", message: "Main" })}
      data-screen-only
      className="sticky top-0 hidden h-dvh shrink-0 flex-col gap-1 border-e border-hairline bg-sunken px-2 py-3 sm:flex sm:w-16 lg:w-52 lg:px-3"
    >
      <PlainLink
        href="/"
        className="mb-3 flex h-10 items-center gap-2.5 px-2 font-bold max-lg:justify-center"
      >
        <img src="/icon.svg" alt="" width={28} height={28} />
        <span className="max-lg:sr-only">OpenIEP</span>
      </PlainLink>
      {destinations.map(({ href, label, icon: Icon }) => (
        <PlainLink
          key={href}
          href={href}
          aria-current={isHere(href) ? "page" : undefined}
          className="target flex min-h-10 items-center gap-3 rounded px-2.5 text-ink-2 hover:bg-hover hover:text-ink aria-[current]:bg-accent-wash aria-[current]:font-semibold aria-[current]:text-accent-strong max-lg:justify-center"
        >
          <Icon aria-hidden size={20} strokeWidth={1.75} className="shrink-0" />
          <span className="max-lg:sr-only">{label}</span>
        </PlainLink>
      ))}
    </nav>
  );
}

/** The phone's bar: the four most used. */
export function BottomBar({ destinations }: { destinations: readonly Destination[] }) {
  const { i18n } = useLingui();
  const isHere = useIsHere();
  return (
    <nav
      aria-label={i18n.t({ id: "nav.label", message: "Main" })}
      data-screen-only
      className="fixed inset-x-0 bottom-0 z-20 flex border-t border-hairline bg-raised pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      {destinations
        .filter((destination) => destination.isFrequent)
        .slice(0, 4)
        .map(({ href, label, icon: Icon }) => (
          <PlainLink
            key={href}
            href={href}
            aria-current={isHere(href) ? "page" : undefined}
            className="flex min-h-14 min-w-0 grow basis-0 flex-col items-center justify-center gap-0.5 text-13 text-ink-3 aria-[current]:font-semibold aria-[current]:text-accent-strong"
          >
            <Icon aria-hidden size={22} strokeWidth={1.75} />
            <span className="max-w-full truncate px-1">{label}</span>
          </PlainLink>
        ))}
    </nav>
  );
}
