import type { I18n } from "@lingui/core";
import { Clock, Moon, Settings2, Sun, UserPlus } from "lucide-react";
import { applyTheme } from "#src/lib/appearance.ts";
import { paths } from "#src/lib/paths.ts";
import type { Can } from "#src/lib/useAbilities.ts";
import type { Pick } from "#src/ui/PickList.tsx";
import type { Destination } from "./destinations.ts";
import { recentPlaces } from "./recentPlaces.ts";

/** What the palette offers: a place to go, or something to do at once. */
export type Entry = Pick & ({ href: string } | { act: () => void });

/** Where the palette went lately. */
export function recentEntries(): Entry[] {
  return recentPlaces().map(({ href, label }) => ({ id: `recent ${href}`, label, icon: Clock, href }));
}

/** Places, acts and settings, in the order of the rail. */
export function standingEntries(i18n: I18n, can: Can, destinations: readonly Destination[]): Entry[] {
  return [
    ...destinations.map(({ href, label, icon, keys }) => ({ id: href, label, icon, keys, href })),
    ...(can("students.add")
      ? [
          {
            id: paths.addStudent,
            label: i18n.t({ id: "students.add", message: "Add a student" }),
            icon: UserPlus,
            href: paths.addStudent,
          },
        ]
      : []),
    {
      id: paths.preferences,
      label: i18n.t({ id: "account.preferences", message: "Preferences" }),
      icon: Settings2,
      href: paths.preferences,
    },
    {
      id: "theme.light",
      label: i18n.t({ id: "palette.light", message: "Use the light theme" }),
      icon: Sun,
      act: () => applyTheme("light"),
    },
    {
      id: "theme.dark",
      label: i18n.t({ id: "palette.dark", message: "Use the dark theme" }),
      icon: Moon,
      act: () => applyTheme("dark"),
    },
  ];
}
