import { useLingui } from "@lingui/react";
import { useLocation } from "@tanstack/react-router";
import { Ellipsis } from "lucide-react";
import { Button } from "react-aria-components";
import { PlainLink } from "#src/ui/Link.tsx";
import { Menu, MenuItem } from "#src/ui/Menu.tsx";
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

/** The most that are told apart with a thumb, beside the button for the others. */
const MOST_IN_BAR = 4;

const barItem =
  "flex min-h-14 min-w-0 grow basis-auto flex-col items-center justify-center gap-0.5 text-13 text-ink-3 aria-[current]:font-semibold aria-[current]:text-accent-strong";

/** The phone's bar: the four most used, and the others behind one button. */
export function BottomBar({ destinations }: { destinations: readonly Destination[] }) {
  const { i18n } = useLingui();
  const isHere = useIsHere();
  const frequent = destinations.filter(({ isFrequent }) => isFrequent).slice(0, MOST_IN_BAR);
  const rest = destinations.filter((destination) => !frequent.includes(destination));
  // A single other place needs no button before it.
  const shown = rest.length === 1 ? [...frequent, ...rest] : frequent;
  const others = rest.length === 1 ? [] : rest;
  const more = i18n.t({ id: "nav.more", message: "More" });
  return (
    <nav
      aria-label={i18n.t({ id: "nav.label", message: "Main" })}
      data-screen-only
      className="fixed inset-x-0 bottom-0 z-20 flex border-t border-hairline bg-raised pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      {shown.map(({ href, label, icon: Icon }) => (
        <PlainLink
          key={href}
          href={href}
          aria-current={isHere(href) ? "page" : undefined}
          className={barItem}
        >
          <Icon aria-hidden size={22} strokeWidth={1.75} />
          <span className="max-w-full truncate px-0.5">{label}</span>
        </PlainLink>
      ))}
      {others.length > 0 && (
        <Menu
          label={more}
          trigger={
            <Button
              aria-current={others.some(({ href }) => isHere(href)) ? "page" : undefined}
              className={barItem}
            >
              <Ellipsis aria-hidden size={22} strokeWidth={1.75} />
              <span className="max-w-full truncate px-0.5">{more}</span>
            </Button>
          }
        >
          {others.map(({ href, label, icon }) => (
            <MenuItem key={href} href={href} icon={icon}>
              {label}
            </MenuItem>
          ))}
        </Menu>
      )}
    </nav>
  );
}
