import { useLingui } from "@lingui/react";
import { Outlet, useLocation } from "@tanstack/react-router";
import { GoTo } from "#src/lib/GoTo.tsx";
import { paths } from "#src/lib/paths.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { PageHeader } from "#src/ui/PageHeader.tsx";
import { TabLinks } from "#src/ui/TabLinks.tsx";
import { settingsTabs } from "./tabs/settingsTabs.ts";

/** Around every page of what an organization sets for itself. `/settings` alone goes to the first of them. */
export function SettingsFrame() {
  const { i18n } = useLingui();
  const { pathname } = useLocation();
  const tabs = settingsTabs(i18n, useAbilities());
  if (pathname === paths.settings) return <GoTo href={tabs[0]?.href ?? paths.home} />;
  return (
    <>
      <PageHeader title={i18n.t({ id: "settings.title", message: "Settings" })} />
      <TabLinks
        label={i18n.t({ id: "settings.pages", message: "Settings" })}
        tabs={tabs}
        current={tabs.find(({ href }) => pathname.startsWith(href))?.href ?? pathname}
      />
      <Outlet />
    </>
  );
}
