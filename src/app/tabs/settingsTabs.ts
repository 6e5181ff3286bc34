import type { I18n } from "@lingui/core";
import type { Can } from "#src/lib/useAbilities.ts";
import type { TabLink } from "#src/ui/TabLinks.tsx";

type SettingsTab = TabLink & { isShown: boolean };

/** What an organization sets for itself, in the order of the tabs. */
export function settingsTabs(_i18n: I18n, _can: Can): TabLink[] {
  const all: SettingsTab[] = [];
  return all.filter(({ isShown }) => isShown);
}
