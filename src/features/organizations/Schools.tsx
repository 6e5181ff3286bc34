import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { TextField } from "#src/ui/TextField.tsx";

/** The schools of a district. A school on its own has nothing to list. */
export function Schools() {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const organization = useQuery(api.organizations.organizations.get, { organizationId });
  const add = useCommand(api.organizations.organizations.addSchool, {
    showsProblem: false,
    done: i18n.t({ id: "schools.added", message: "School added" }),
  });
  const [name, setName] = useState("");
  const [errors, setErrors] = useState<FormErrors>({});
  if (organization?.kind !== "district") return null;
  const submit = async () => {
    const outcome = await add({ organizationId, name });
    if (outcome.isDone) {
      setName("");
      setErrors({});
    } else setErrors({ name: outcome.sentence });
  };
  return (
    <Card title={<Trans id="schools.title" message="Schools" />}>
      <ul className="mb-4 list-disc ps-5">
        {organization.schools.map((school) => (
          <li key={school.schoolId}>{school.name}</li>
        ))}
      </ul>
      <Form
        summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
        errors={errors}
        onSubmit={() => void submit()}
      >
        <div className="flex flex-wrap items-end gap-3">
          <div className="grow basis-64">
            <TextField
              name="name"
              label={<Trans id="schools.name" message="Name of a further school" />}
              value={name}
              onChange={setName}
            />
          </div>
          <Button type="submit" isPending={add.isPending}>
            <Trans id="schools.add" message="Add school" />
          </Button>
        </div>
      </Form>
    </Card>
  );
}
