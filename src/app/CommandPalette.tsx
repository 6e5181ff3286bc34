import { useLingui } from "@lingui/react";
import { useRouter } from "@tanstack/react-router";
import { usePaginatedQuery } from "convex-helpers/react";
import { UserRound } from "lucide-react";
import { useDeferredValue, useEffect, useState } from "react";
import { Dialog, Modal, ModalOverlay, useFilter } from "react-aria-components";
import { api } from "#convex/_generated/api.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { PickList } from "#src/ui/PickList.tsx";
import type { Destination } from "./destinations.ts";
import { type Entry, recentEntries, standingEntries } from "./paletteEntries.ts";
import { rememberPlace } from "./recentPlaces.ts";

const MOST_STUDENTS = 8;

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
  const { results, status, loadMore } = usePaginatedQuery(
    api.students.students.listMine,
    can("students.list") ? { organizationId, ...(search === "" ? {} : { search }) } : "skip",
    { initialNumItems: MOST_STUDENTS },
  );
  // In a large district a page of two common names can come short: whoever is looked for is behind it.
  useEffect(() => {
    if (status === "CanLoadMore" && results.length < MOST_STUDENTS) loadMore(MOST_STUDENTS);
  }, [status, results.length, loadMore]);
  const { contains } = useFilter({ sensitivity: "base" });

  const found: Entry[] = results.slice(0, MOST_STUDENTS).map((student) => {
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
            emptyText={
              status === "LoadingFirstPage" || search !== typed.trim()
                ? i18n.t({ id: "palette.looking", message: "Looking…" })
                : i18n.t({ id: "palette.nothing", message: "Nothing by that name." })
            }
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
