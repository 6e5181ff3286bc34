import { useLingui } from "@lingui/react";
import { useRouter } from "@tanstack/react-router";
import { useQuery } from "convex/react";
import { UserRound } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { Dialog, Modal, ModalOverlay, useFilter } from "react-aria-components";
import { api } from "#convex/_generated/api.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { PickList } from "#src/ui/PickList.tsx";
import type { Destination } from "./destinations.ts";
import { type Entry, recentEntries, standingEntries } from "./paletteEntries.ts";
import { rememberPlace } from "./recentPlaces.ts";

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
      ? {
          organizationId,
          ...(search === "" ? {} : { search }),
          paginationOpts: { numItems: 8, cursor: null },
        }
      : "skip",
  );
  const { contains } = useFilter({ sensitivity: "base" });

  const found: Entry[] = (students?.page ?? []).slice(0, 8).map((student) => {
    const href = paths.student(student.studentId);
    return { id: href, label: student.name, icon: UserRound, href };
  });
  const recent = typed === "" ? recentEntries() : [];
  const standing = standingEntries(i18n, can, destinations).filter((entry) =>
    contains(entry.label, typed.trim()),
  );
  // With something typed a child is what is looked for most; without, the places.
  const entries = typed === "" ? [...recent, ...standing, ...found] : [...found, ...standing];

  const take = (id: string) => {
    const entry = entries.find((one) => one.id === id);
    onClose();
    if (entry === undefined) return;
    if ("act" in entry) return entry.act();
    rememberPlace(entry.href, entry.label);
    void router.navigate({ href: entry.href });
  };

  const label = i18n.t({ id: "palette.title", message: "Search or jump to" });
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className="fixed inset-0 z-40 flex animate-enter items-start justify-center bg-scrim p-3 pt-[12vh]"
    >
      <Modal className="w-full max-w-xl overflow-hidden rounded border border-hairline bg-raised shadow-raised">
        <Dialog aria-label={label} className="outline-none">
          <PickList
            label={label}
            placeholder={i18n.t({
              id: "palette.placeholder",
              message: "A student, a page, something to do",
            })}
            emptyText={i18n.t({ id: "palette.nothing", message: "Nothing by that name." })}
            typed={typed}
            onType={setTyped}
            picks={entries}
            onPick={(pick) => take(pick.id)}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
