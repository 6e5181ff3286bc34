import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useDraft } from "#src/lib/useDraft.ts";
import { useDraftForm } from "#src/lib/useDraftForm.ts";
import { SelectField } from "#src/ui/SelectField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import type { Organization } from "./organization.ts";

/** Name and clock. */
export function BasicsForm({ organization }: { organization: Organization }) {
  const { i18n } = useLingui();
  const { organizationId } = organization;
  const draft = useDraft(`settings.basics ${organizationId}`, {
    name: organization.name,
    timeZone: organization.timeZone,
  });
  const { values, change } = draft;
  const labels = {
    name: i18n.t({ id: "groups.name", message: "Name" }),
    timeZone: i18n.t({ id: "settings.timeZone", message: "Time zone" }),
  };
  const edit = useCommand(api.organizations.organizations.edit, {
    showsProblem: false,
    done: i18n.t({ id: "settings.saved", message: "Saved" }),
  });
  const zones = [...new Set([organization.timeZone, "UTC", ...Intl.supportedValuesOf("timeZone")])];
  const form = useDraftForm(draft, labels, (values) => edit({ organizationId, ...values }));
  return (
    <SubmitForm form={form} kind="secondary" act={<Trans id="settings.save" message="Save" />}>
      <TextField name="name" label={labels.name} value={values.name} onChange={(name) => change({ name })} />
      <SelectField
        name="timeZone"
        width="long"
        label={labels.timeZone}
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
    </SubmitForm>
  );
}
