import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { TextField } from "#src/ui/TextField.tsx";
import type { ListedSchool } from "./SchoolList.tsx";

/** Closes a school, with the reason that stays beside its name. */
export function ArchiveSchool({ school, onDone }: { school: ListedSchool; onDone: () => void }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const [reason, setReason] = useState("");
  const restore = useCommand(api.organizations.schools.restore);
  const archive = useCommand(api.organizations.schools.archive, {
    showsProblem: false,
    done: i18n.t({ id: "schools.wasArchived", message: "School archived" }),
    undo: () => void restore({ organizationId, schoolId: school.schoolId }),
  });
  const form = useSubmit(() => archive({ organizationId, schoolId: school.schoolId, reason }), onDone);
  return (
    <SubmitForm form={form} act={<Trans id="schools.archiveTitle" message="Archive school" />} kind="danger">
      <p className="text-ink-2">
        <Trans
          id="schools.archiveAdvice"
          message="{name} takes no new students. What happened there stays readable, and it can be restored."
          values={{ name: school.name }}
        />
      </p>
      <TextField
        name="reason"
        width="full"
        rows={2}
        label={<Trans id="schools.reason" message="Why" />}
        value={reason}
        onChange={setReason}
      />
    </SubmitForm>
  );
}
