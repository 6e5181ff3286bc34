import { Trans, useLingui } from "@lingui/react";
import { FileDown, UserCog, Users, X } from "lucide-react";
import { useState } from "react";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { IconButton } from "#src/ui/IconButton.tsx";
import type { ListedStudent } from "../StudentRows.tsx";
import { AssignCaseManager } from "./AssignCaseManager.tsx";
import { MoveToGroup } from "./MoveToGroup.tsx";
import { useRowExport } from "./useRowExport.ts";

/** What can be done with all the ticked students at once; it stays in sight while the list scrolls. */
export function BulkBar({ students, onDone }: { students: readonly ListedStudent[]; onDone: () => void }) {
  const { i18n } = useLingui();
  const can = useAbilities();
  const [open, setOpen] = useState<"caseManager" | "group" | null>(null);
  const { save, isPending } = useRowExport(students);
  if (students.length === 0) return null;
  const close = () => setOpen(null);
  const done = () => {
    close();
    onDone();
  };
  const studentIds = students.map(({ studentId }) => studentId);
  return (
    <div
      role="toolbar"
      aria-label={i18n.t({ id: "bulk.label", message: "With the selected students" })}
      className="sticky bottom-4 z-20 mx-auto mt-4 flex w-fit max-w-full flex-wrap items-center gap-2 rounded border border-hairline bg-raised px-3 py-2 shadow-raised animate-rise"
    >
      <p role="status" className="px-1 font-semibold">
        <Trans
          id="bulk.count"
          message="{count, plural, one {# student selected} other {# students selected}}"
          values={{ count: students.length }}
        />
      </p>
      {can("students.assign") && (
        <Button size="small" onPress={() => setOpen("caseManager")}>
          <UserCog aria-hidden size={16} strokeWidth={1.75} />
          <Trans id="bulk.caseManager" message="Assign case manager" />
        </Button>
      )}
      {can("groups.edit") && (
        <Button size="small" onPress={() => setOpen("group")}>
          <Users aria-hidden size={16} strokeWidth={1.75} />
          <Trans id="bulk.group" message="Add to group" />
        </Button>
      )}
      {can("students.exportRows") && (
        <Button size="small" isPending={isPending} onPress={() => void save()}>
          <FileDown aria-hidden size={16} strokeWidth={1.75} />
          <Trans id="bulk.export" message="Export as CSV" />
        </Button>
      )}
      <IconButton
        size="small"
        icon={X}
        label={i18n.t({ id: "bulk.clear", message: "Clear selection" })}
        onPress={onDone}
      />
      <Dialog
        title={i18n.t({ id: "bulk.caseManager", message: "Assign case manager" })}
        closeLabel={i18n.t({ id: "action.close", message: "Close" })}
        isOpen={open === "caseManager"}
        onClose={close}
      >
        <AssignCaseManager studentIds={studentIds} onDone={done} />
      </Dialog>
      <Dialog
        title={i18n.t({ id: "bulk.group", message: "Add to group" })}
        closeLabel={i18n.t({ id: "action.close", message: "Close" })}
        isOpen={open === "group"}
        onClose={close}
      >
        <MoveToGroup studentIds={studentIds} onDone={done} />
      </Dialog>
    </div>
  );
}
