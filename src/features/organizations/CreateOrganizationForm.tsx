import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { Button } from "#src/ui/Button.tsx";
import { Form } from "#src/ui/Form.tsx";
import { RadioField } from "#src/ui/RadioField.tsx";
import { TextField } from "#src/ui/TextField.tsx";

type Kind = "district" | "school";
type Jurisdiction = "us-federal" | "england";

/** The first visitor's one form: the organization and whose rules it follows. Its clock is this browser's. */
export function CreateOrganizationForm({ onCreated }: { onCreated: () => void }) {
  const { i18n } = useLingui();
  const [name, setName] = useState("");
  const [kind, setKind] = useState<Kind>("district");
  const [jurisdiction, setJurisdiction] = useState<Jurisdiction>("us-federal");
  const create = useCommand(api.organizations.setup.create, { showsProblem: false });
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const form = useSubmit(() => {
    if (name.trim().length < 2) {
      return {
        name: i18n.t({ id: "setup.needName", message: "Enter the name of your district or school." }),
      };
    }
    return create({ name: name.trim(), kind, timeZone, jurisdiction });
  }, onCreated);
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={form.errors}
      onSubmit={form.submit}
    >
      <TextField
        name="name"
        width="full"
        autoComplete="organization"
        label={<Trans id="setup.name" message="Name of your district or school" />}
        value={name}
        onChange={setName}
      />
      <RadioField<Kind>
        name="kind"
        label={<Trans id="setup.kind" message="What it is" />}
        options={[
          {
            id: "district",
            label: i18n.t({ id: "setup.district", message: "A district" }),
            hint: i18n.t({ id: "setup.districtHint", message: "Several schools under one administration" }),
          },
          { id: "school", label: i18n.t({ id: "setup.school", message: "A school on its own" }) },
        ]}
        value={kind}
        onChange={setKind}
      />
      <RadioField<Jurisdiction>
        name="jurisdiction"
        label={<Trans id="setup.jurisdiction" message="Whose rules it follows" />}
        options={[
          {
            id: "us-federal",
            label: i18n.t({ id: "setup.us", message: "United States" }),
            hint: i18n.t({ id: "setup.usHint", message: "IDEA and its federal regulations" }),
          },
          {
            id: "england",
            label: i18n.t({ id: "setup.england", message: "England" }),
            hint: i18n.t({ id: "setup.englandHint", message: "The SEND Code of Practice" }),
          },
        ]}
        value={jurisdiction}
        onChange={setJurisdiction}
      />
      <p className="text-14 text-ink-3">
        <Trans
          id="setup.timeZone"
          message="Days begin and end in the time zone {timeZone}."
          values={{ timeZone }}
        />
      </p>
      <Button kind="primary" size="large" type="submit" isPending={create.isPending}>
        <Trans id="setup.create" message="Create organization" />
      </Button>
    </Form>
  );
}
