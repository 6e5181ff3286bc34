import type { I18n } from "@lingui/core";
import { paths } from "#src/lib/paths.ts";
import type { Can } from "#src/lib/useAbilities.ts";
import type { TabLink } from "#src/ui/TabLinks.tsx";

type SettingsTab = TabLink & { isShown: boolean };

/** What an organization sets for itself, in the order of the tabs. */
export function settingsTabs(i18n: I18n, can: Can): TabLink[] {
  const all: SettingsTab[] = [
    {
      href: paths.organization,
      label: i18n.t({ id: "settings.organization", message: "Organization" }),
      isShown: can("organizations.edit"),
    },
    {
      href: paths.calendar,
      label: i18n.t({ id: "settings.calendar", message: "Calendar" }),
      isShown: can("organizations.edit"),
    },
    {
      href: paths.schools,
      label: i18n.t({ id: "schools.title", message: "Schools" }),
      isShown: can("organizations.edit"),
    },
    {
      href: paths.security,
      label: i18n.t({ id: "settings.security", message: "Security" }),
      isShown: can("organizations.edit"),
    },
    {
      href: paths.imports,
      label: i18n.t({ id: "settings.imports", message: "Import and export" }),
      isShown: can("roster.import"),
    },
    {
      href: paths.exports,
      label: i18n.t({ id: "settings.exports", message: "Copies" }),
      isShown: can("exports.organization"),
    },
    {
      href: paths.retention,
      label: i18n.t({ id: "settings.retention", message: "Keeping and destroying" }),
      isShown: can("retention.decide"),
    },
  ];
  return all.filter(({ isShown }) => isShown);
}
