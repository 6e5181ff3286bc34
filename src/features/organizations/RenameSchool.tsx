import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { TextField } from "#src/ui/TextField.tsx";
import type { ListedSchool } from "./SchoolList.tsx";

export function RenameSchool({ school, onDone }: { school: ListedSchool; onDone: () => void }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const [name, setName] = useState(school.name);
  const rename = useCommand(api.organizations.schools.rename, {
    showsProblem: false,
    done: i18n.t({ id: "schools.renamed", message: "School renamed" }),
  });
  const form = useSubmit(() => rename({ organizationId, schoolId: school.schoolId, name }), onDone);
  return (
    <SubmitForm form={form} act={<Trans id="schools.renameTitle" message="Rename school" />}>
      <TextField
        name="name"
        width="full"
        label={<Trans id="groups.name" message="Name" />}
        value={name}
        onChange={setName}
      />
    </SubmitForm>
  );
}
