import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import { packFor } from "#convex/compliance/rules/packs.ts";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useDraft } from "#src/lib/useDraft.ts";
import { useDraftForm } from "#src/lib/useDraftForm.ts";
import { needName } from "#src/lib/words.ts";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import type { Organization } from "./organization.ts";

/** Which needs of the law are recorded here: what is left out is offered nowhere, and stays where it is recorded. */
export function NeedsInUse({ organization }: { organization: Organization }) {
  const { i18n } = useLingui();
  const { organizationId, settings, jurisdiction } = organization;
  const draft = useDraft(`settings.needs ${organizationId}`, { unusedNeeds: settings.unusedNeeds });
  const { unusedNeeds: unused } = draft.values;
  const decide = useCommand(api.organizations.organizations.decide, {
    showsProblem: false,
    done: i18n.t({ id: "settings.saved", message: "Saved" }),
  });
  const form = useDraftForm(
    draft,
    {
      unusedNeeds: [
        i18n.t({ id: "settings.needsUnused", message: "Not recorded here" }),
        (needs) => needs.map(needName).join(", "),
      ],
    },
    (settings) => decide({ organizationId, settings }),
  );
  return (
    <SubmitForm form={form} kind="secondary" act={<Trans id="settings.save" message="Save" />}>
      <p className="text-14 text-ink-3">
        <Trans
          id="settings.needsHint"
          message="Take away what is not recorded here. Needs that are recorded already stay."
        />
      </p>
      <div className="grid sm:grid-cols-2">
        {packFor(jurisdiction).needs.map(({ key }) => (
          <CheckboxField
            key={key}
            label={needName(key)}
            isSelected={!unused.includes(key)}
            onChange={(isUsed) =>
              draft.change({ unusedNeeds: isUsed ? unused.filter((one) => one !== key) : [...unused, key] })
            }
          />
        ))}
      </div>
    </SubmitForm>
  );
}
