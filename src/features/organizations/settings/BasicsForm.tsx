import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { useDraft } from "#src/lib/useDraft.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { Button } from "#src/ui/Button.tsx";
import { Form } from "#src/ui/Form.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import type { Organization } from "./organization.ts";

/** Name and clock. */
export function BasicsForm({ organization }: { organization: Organization }) {
  const { i18n } = useLingui();
  const { organizationId } = organization;
  const { values, change, keep } = useDraft({ name: organization.name, timeZone: organization.timeZone });
  const edit = useCommand(api.organizations.organizations.edit, {
    showsProblem: false,
    done: i18n.t({ id: "settings.saved", message: "Saved" }),
  });
  const zones = [...new Set([organization.timeZone, "UTC", ...Intl.supportedValuesOf("timeZone")])];
  const form = useSubmit(
    () => edit({ organizationId, ...values }),
    () => keep(values),
  );
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={form.errors}
      onSubmit={form.submit}
    >
      <TextField
        name="name"
        label={<Trans id="groups.name" message="Name" />}
        value={values.name}
        onChange={(name) => change({ name })}
      />
      <SelectField
        name="timeZone"
        width="long"
        label={<Trans id="settings.timeZone" message="Time zone" />}
        hint={
          <Trans
            id="settings.timeZoneHint"
            message="Decides when a day begins: deadlines and access turn at midnight there."
          />
        }
        options={zones.map((zone) => ({ id: zone, label: zone.replaceAll("_", " ") }))}
        value={values.timeZone}
        onChange={(timeZone) => change({ timeZone })}
      />
      <Button type="submit" isPending={form.isPending} className="self-start">
        <Trans id="settings.save" message="Save" />
      </Button>
    </Form>
  );
}
