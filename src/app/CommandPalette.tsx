import { useLingui } from "@lingui/react";
import { useRouter } from "@tanstack/react-router";
import { useQuery } from "convex/react";
import { Moon, Settings2, Sun, UserPlus, UserRound } from "lucide-react";
import { useDeferredValue, useState } from "react";
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  TextField,
  useFilter,
} from "react-aria-components";
import { api } from "#convex/_generated/api.js";
import { applyTheme } from "#src/lib/appearance.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { rowStyle } from "#src/ui/popoverStyle.ts";
import type { Destination } from "./destinations.ts";
import { recentPlaces, rememberPlace } from "./recentPlaces.ts";

type Entry = {
  id: string;
  label: string;
  icon: Destination["icon"];
  keys?: string | undefined;
  act: () => void;
};

/** Anything, from anywhere: students, places, acts and settings in one list, recent ones first. */
export function CommandPalette({
  destinations,
  onClose,
}: {
  destinations: readonly Destination[];
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const router = useRouter();
  const can = useAbilities();
  const { organizationId } = useMyOrganization();
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const students = useQuery(
    api.students.students.listMine,
    can("students.list")
      ? { organizationId, search: search || undefined, paginationOpts: { numItems: 8, cursor: null } }
      : "skip",
  );
  const { contains } = useFilter({ sensitivity: "base" });

  const goTo = (href: string, label: string) => () => {
    rememberPlace(href, label);
    void router.navigate({ href });
  };
  const entries: Entry[] = [
    ...destinations.map(({ href, label, icon, keys }) => ({
      id: href,
      label,
      icon,
      keys,
      act: goTo(href, label),
    })),
    ...(can("students.add")
      ? [
          {
            id: paths.addStudent,
            label: i18n.t({ id: "palette.addStudent", message: "Add a student" }),
            icon: UserPlus,
            act: goTo(paths.addStudent, i18n.t({ id: "palette.addStudent", message: "Add a student" })),
          },
        ]
      : []),
    {
      id: paths.preferences,
      label: i18n.t({ id: "account.preferences", message: "Preferences" }),
      icon: Settings2,
      act: goTo(paths.preferences, i18n.t({ id: "account.preferences", message: "Preferences" })),
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
  const matching = entries.filter((entry) => contains(entry.label, typed.trim()));
  const children: Entry[] = (students?.page ?? []).map((student) => ({
    id: student.studentId,
    label: student.name,
    icon: UserRound,
    act: goTo(paths.student(student.studentId), student.name),
  }));
  const recent: Entry[] =
    search === ""
      ? recentPlaces().map(({ href, label }) => ({
          id: `recent:${href}`,
          label,
          icon: UserRound,
          act: goTo(href, label),
        }))
      : [];
  const known = new Set(recent.map((entry) => entry.label));
  const shown = [...recent, ...matching, ...children].filter(
    (entry, index) => index < recent.length || !known.has(entry.label),
  );

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className="fixed inset-0 z-40 flex animate-enter items-start justify-center bg-scrim p-3 pt-[12vh]"
    >
      <Modal className="w-full max-w-xl overflow-hidden rounded border border-hairline bg-raised shadow-raised">
        <Dialog
          aria-label={i18n.t({ id: "palette.title", message: "Search or jump to" })}
          className="outline-none"
        >
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <TextField
              autoFocus
              aria-label={i18n.t({ id: "palette.title", message: "Search or jump to" })}
              className="border-b border-hairline"
            >
              <Input
                dir="auto"
                placeholder={i18n.t({
                  id: "palette.placeholder",
                  message: "A student, a page, something to do",
                })}
                className="h-13 w-full bg-transparent px-4 text-18 outline-none placeholder:text-ink-3"
              />
            </TextField>
            <Menu
              aria-label={i18n.t({ id: "palette.results", message: "Results" })}
              items={shown}
              dependencies={[shown]}
              className="max-h-[50vh] overflow-auto p-1.5 outline-none"
              renderEmptyState={() => (
                <p className="px-3 py-6 text-center text-ink-3">
                  {i18n.t({ id: "palette.nothing", message: "Nothing by that name." })}
                </p>
              )}
            >
              {({ id, label, icon: Icon, keys, act }) => (
                <MenuItem
                  id={id}
                  textValue={label}
                  className={rowStyle}
                  onAction={() => {
                    onClose();
                    act();
                  }}
                >
                  <Icon aria-hidden size={18} strokeWidth={1.75} className="text-ink-3" />
                  <span className="grow">{label}</span>
                  {keys !== undefined && <kbd className="font-sans text-13 text-ink-3">{keys}</kbd>}
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
