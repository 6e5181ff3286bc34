import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { RadioField } from "#src/ui/RadioField.tsx";
import type { Organization } from "./organization.ts";

type Jurisdiction = Organization["jurisdiction"];

/** Whose law the plans follow. Once students are enrolled their needs and status are in that law's words, so it stays. */
export function Jurisdiction({ organization }: { organization: Organization }) {
  const { i18n } = useLingui();
  const change = useCommand(api.organizations.organizations.changeJurisdiction, {
    done: i18n.t({ id: "settings.saved", message: "Saved" }),
  });
  return (
    <RadioField<Jurisdiction>
      name="jurisdiction"
      label={<Trans id="setup.jurisdiction" message="Whose rules it follows" />}
      hint={
        <Trans
          id="settings.jurisdictionHint"
          message="Needs, status, grades and deadlines are in this law’s words. It can be changed until the first student is enrolled."
        />
      }
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
      value={organization.jurisdiction}
      onChange={(jurisdiction) => void change({ organizationId: organization.organizationId, jurisdiction })}
    />
  );
}
