import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { RadioField } from "#src/ui/RadioField.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import type { Organization } from "./organization.ts";

type Jurisdiction = Organization["jurisdiction"];

/** Whose law the plans follow. Once students are enrolled their needs and status are in that law's words, so it stays. */
export function Jurisdiction({ organization }: { organization: Organization }) {
  const { i18n } = useLingui();
  const { organizationId } = organization;
  const mayChange = useQuery(api.organizations.organizations.mayChangeJurisdiction, { organizationId });
  const change = useCommand(api.organizations.organizations.changeJurisdiction, {
    done: i18n.t({ id: "settings.saved", message: "Saved" }),
  });
  const options: { id: Jurisdiction; label: string; hint: string }[] = [
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
  ];
  if (mayChange === undefined) {
    return (
      <SkeletonRows label={i18n.t({ id: "settings.loading", message: "Loading the settings" })} rows={2} />
    );
  }
  if (!mayChange) {
    const chosen = options.find(({ id }) => id === organization.jurisdiction);
    return (
      <dl>
        <dt className="font-semibold">
          <Trans id="setup.jurisdiction" message="Whose rules it follows" />
        </dt>
        <dd>
          {chosen?.label}
          <span className="block text-14 text-ink-3">{chosen?.hint}</span>
          <p className="mt-2 text-14 text-ink-2">
            <Trans
              id="settings.jurisdictionSettled"
              message="This cannot change any more: students are enrolled, and their needs, status and grades are in this law’s words. For another law, begin a separate organization."
            />
          </p>
        </dd>
      </dl>
    );
  }
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
      options={options}
      value={organization.jurisdiction}
      onChange={(jurisdiction) => void change({ organizationId, jurisdiction })}
    />
  );
}
