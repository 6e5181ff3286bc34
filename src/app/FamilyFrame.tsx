import { type ReactNode, Suspense } from "react";
import { lazyComponent } from "#src/lib/lazyComponent.ts";
import { paths } from "#src/lib/paths.ts";
import { PlainLink } from "#src/ui/Link.tsx";
import { Account } from "./Account.tsx";
import { Content } from "./Content.tsx";
import { OfflineBanner } from "./OfflineBanner.tsx";
import { OrganizationSwitcher } from "./OrganizationSwitcher.tsx";
import { SkipLink } from "./SkipLink.tsx";

const Bell = lazyComponent(() => import("#src/features/notifications/Bell.tsx"), "Bell");

/** The frame of families: one quiet line above the page, nothing else. */
export function FamilyFrame({ children }: { children: ReactNode }) {
  return (
    <div className="min-h-dvh">
      <SkipLink />
      <header data-screen-only className="border-b border-hairline">
        <div className="mx-auto flex h-14 max-w-3xl items-center gap-3 px-4 sm:px-6">
          <PlainLink href={paths.home} className="target flex shrink-0 items-center gap-2.5 font-bold">
            <img src="/icon.svg" alt="" width={28} height={28} />
            OpenIEP
          </PlainLink>
          <OrganizationSwitcher />
          <span className="grow" />
          <Suspense fallback={<span className="size-9" />}>
            <Bell />
          </Suspense>
          <Account />
        </div>
      </header>
      <Content className="mx-auto w-full max-w-3xl px-4 pt-8 pb-24 sm:px-6">
        <OfflineBanner />
        {children}
      </Content>
    </div>
  );
}
