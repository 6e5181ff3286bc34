import { Trans, useLingui } from "@lingui/react";
import type { FunctionReturnType } from "convex/server";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Menu, MenuItem } from "#src/ui/Menu.tsx";
import { ArchiveSchool } from "./ArchiveSchool.tsx";
import { RenameSchool } from "./RenameSchool.tsx";

export type ListedSchool = FunctionReturnType<typeof api.organizations.schools.list>[number];

/** The schools of a district, those that were closed last. */
export function SchoolList({ schools }: { schools: readonly ListedSchool[] }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const [open, setOpen] = useState<{ act: "rename" | "archive"; school: ListedSchool } | null>(null);
  const restore = useCommand(api.organizations.schools.restore, {
    done: i18n.t({ id: "schools.restored", message: "School restored" }),
  });
  const close = () => setOpen(null);
  if (schools.length === 0) {
    return (
      <p className="py-2 text-ink-3">
        <Trans id="schools.none" message="No school yet. Students are enrolled in one, so add the first." />
      </p>
    );
  }
  return (
    <>
      <ul className="divide-y divide-hairline">
        {schools.map((school) => (
          <li key={school.schoolId} className="flex min-h-12 items-center gap-3 py-2">
            <span className="min-w-0 grow">
              <span className="flex flex-wrap items-center gap-2">
                <span className="font-semibold">{school.name}</span>
                {school.archivedAt !== null && (
                  <Badge>
                    <Trans id="schools.archived" message="Archived" />
                  </Badge>
                )}
              </span>
              {school.archivedAt !== null && (
                <span className="block text-14 text-ink-3">
                  {format.instant(school.archivedAt)}: {school.archiveReason}
                </span>
              )}
            </span>
            <Menu
              label={i18n.t({
                id: "team.acts",
                message: "Actions for {name}",
                values: { name: school.name },
              })}
            >
              <MenuItem onAction={() => setOpen({ act: "rename", school })}>
                {i18n.t({ id: "schools.rename", message: "Rename…" })}
              </MenuItem>
              {school.archivedAt === null ? (
                <MenuItem isDangerous onAction={() => setOpen({ act: "archive", school })}>
                  {i18n.t({ id: "schools.archive", message: "Archive…" })}
                </MenuItem>
              ) : (
                <MenuItem onAction={() => void restore({ organizationId, schoolId: school.schoolId })}>
                  {i18n.t({ id: "schools.restore", message: "Restore" })}
                </MenuItem>
              )}
            </Menu>
          </li>
        ))}
      </ul>
      <Dialog
        title={
          open?.act === "rename"
            ? i18n.t({ id: "schools.renameTitle", message: "Rename school" })
            : i18n.t({ id: "schools.archiveTitle", message: "Archive school" })
        }
        closeLabel={i18n.t({ id: "action.close", message: "Close" })}
        isOpen={open !== null}
        onClose={close}
      >
        {open?.act === "rename" && <RenameSchool school={open.school} onDone={close} />}
        {open?.act === "archive" && <ArchiveSchool school={open.school} onDone={close} />}
      </Dialog>
    </>
  );
}
