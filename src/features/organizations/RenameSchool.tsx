import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import type { ListedSchool } from "./SchoolList.tsx";

export function RenameSchool({ school, onDone }: { school: ListedSchool; onDone: () => void }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const [name, setName] = useState(school.name);
  const [errors, setErrors] = useState<FormErrors>({});
  const rename = useCommand(api.organizations.schools.rename, {
    showsProblem: false,
    done: i18n.t({ id: "schools.renamed", message: "School renamed" }),
  });
  const submit = async () => {
    const outcome = await rename({ organizationId, schoolId: school.schoolId, name });
    if (outcome.isDone) onDone();
    else setErrors({ [outcome.problem.field ?? "form"]: outcome.sentence });
  };
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={errors}
      onSubmit={() => void submit()}
    >
      <TextField
        name="name"
        width="full"
        label={<Trans id="groups.name" message="Name" />}
        value={name}
        onChange={setName}
      />
      <Button kind="primary" type="submit" isPending={rename.isPending}>
        <Trans id="schools.renameTitle" message="Rename school" />
      </Button>
    </Form>
  );
}
