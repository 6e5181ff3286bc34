import { Trans, useLingui } from "@lingui/react";
import { Search } from "lucide-react";
import { type ReactNode, Suspense, useState } from "react";
import { lazyComponent } from "#src/lib/lazyComponent.ts";
import { useMe, useMyOrganization } from "#src/lib/me.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Account } from "./Account.tsx";
import { Content } from "./Content.tsx";
import { destinations } from "./destinations.ts";
import { BottomBar, Rail } from "./Navigation.tsx";
import { OfflineBanner } from "./OfflineBanner.tsx";
import { OrganizationSwitcher } from "./OrganizationSwitcher.tsx";
import { SkipLink } from "./SkipLink.tsx";
import { useShortcuts } from "./useShortcuts.ts";

const Bell = lazyComponent(() => import("#src/features/notifications/Bell.tsx"), "Bell");
const AlarmBanner = lazyComponent(() => import("#src/features/audit/AlarmBanner.tsx"), "AlarmBanner");
const CommandPalette = lazyComponent(() => import("./CommandPalette.tsx"), "CommandPalette");
/** On every page, because it is also what sends the measurements that an earlier page left. */
const WaitingBanner = lazyComponent(
  () => import("#src/features/progress/outbox/WaitingBanner.tsx"),
  "WaitingBanner",
);
const ShortcutsDialog = lazyComponent(() => import("./ShortcutsDialog.tsx"), "ShortcutsDialog");

/** The frame of those who write: rail, header, page; the palette and the shortcuts lie over it. */
export function TeamFrame({ children }: { children: ReactNode }) {
  const { i18n } = useLingui();
  const organization = useMyOrganization();
  const can = useAbilities();
  const places = destinations(i18n, can, useMe().roles);
  const [open, setOpen] = useState<"palette" | "shortcuts" | null>(null);
  useShortcuts(places, setOpen);
  const close = () => setOpen(null);
  return (
    <div className="flex min-h-dvh">
      <SkipLink />
      <Rail destinations={places} />
      <div className="flex min-w-0 grow flex-col">
        <header
          data-screen-only
          className="flex h-14 items-center gap-3 border-b border-hairline px-4 sm:px-6"
        >
          <OrganizationSwitcher />
          {organization.isSample && (
            <Badge tone="information">
              <Trans id="frame.sample" message="Sample" />
            </Badge>
          )}
          <span className="grow" />
          <Button
            kind="secondary"
            size="small"
            className="border-hairline"
            onPress={() => setOpen("palette")}
          >
            <Search aria-hidden size={16} strokeWidth={1.75} />
            <span className="font-normal text-ink-3 max-sm:sr-only">
              <Trans id="palette.open" message="Search or jump to…" />
            </span>
            <kbd aria-hidden className="font-sans text-13 text-ink-3 max-md:hidden">
              Ctrl K
            </kbd>
          </Button>
          <Suspense fallback={<span className="size-9" />}>
            <Bell />
          </Suspense>
          <Account onShowShortcuts={() => setOpen("shortcuts")} />
        </header>
        <Content className="mx-auto w-full max-w-6xl grow px-4 pt-6 pb-28 sm:px-6 sm:pb-16">
          <OfflineBanner />
          <Suspense fallback={null}>
            <WaitingBanner />
            {can("audit.read") && <AlarmBanner />}
          </Suspense>
          {children}
        </Content>
      </div>
      <BottomBar destinations={places} />
      <Suspense fallback={null}>
        {open === "palette" && <CommandPalette destinations={places} onClose={close} />}
        {open === "shortcuts" && <ShortcutsDialog destinations={places} onClose={close} />}
      </Suspense>
    </div>
  );
}
