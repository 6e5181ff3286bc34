import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { Button } from "#src/ui/Button.tsx";
import { Form } from "#src/ui/Form.tsx";
import { TextField } from "#src/ui/TextField.tsx";

export function AddSchool() {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const [name, setName] = useState("");
  const add = useCommand(api.organizations.organizations.addSchool, {
    showsProblem: false,
    done: i18n.t({ id: "schools.added", message: "School added" }),
  });
  const form = useSubmit(
    () => add({ organizationId, name }),
    () => setName(""),
  );
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={form.errors}
      onSubmit={form.submit}
    >
      <div className="flex flex-wrap items-end gap-3">
        <div className="grow basis-64">
          <TextField
            name="name"
            width="full"
            label={<Trans id="schools.name" message="Name of the school" />}
            value={name}
            onChange={setName}
          />
        </div>
        <Button kind="primary" type="submit" isPending={form.isPending}>
          <Trans id="schools.add" message="Add school" />
        </Button>
      </div>
    </Form>
  );
}
