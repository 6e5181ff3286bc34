import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useDraft } from "#src/lib/useDraft.ts";
import { useDraftForm } from "#src/lib/useDraftForm.ts";
import { TextField } from "#src/ui/TextField.tsx";
import { lineRefusal } from "./lineRefusal.ts";
import { MonthDayField } from "./MonthDayField.tsx";
import { OrderedList } from "./OrderedList.tsx";
import type { Organization } from "./organization.ts";

/** When families hear of progress, through the school year. */
export function ReportingPeriods({ organization }: { organization: Organization }) {
  const { i18n } = useLingui();
  const { organizationId, settings } = organization;
  const draft = useDraft(`settings.periods ${organizationId}`, {
    reportingPeriods: settings.reportingPeriods,
  });
  const decide = useCommand(api.organizations.organizations.decide, {
    showsProblem: false,
    done: i18n.t({ id: "settings.saved", message: "Saved" }),
  });
  const form = useDraftForm(
    draft,
    { reportingPeriods: i18n.t({ id: "settings.periods", message: "Reporting periods" }) },
    async (settings) =>
      lineRefusal(
        await decide({ organizationId, settings }),
        "reportingPeriods",
        i18n.t({ id: "settings.periodsProblem", message: "Each period needs a name and a day that exists." }),
      ),
  );
  return (
    <SubmitForm form={form} kind="secondary" act={<Trans id="settings.save" message="Save" />}>
      <div>
        <OrderedList
          lines={draft.values.reportingPeriods}
          lineName={({ name }) => name}
          onChange={(reportingPeriods) => draft.change({ reportingPeriods })}
          empty={{ name: "", endsOn: "01-31" }}
          addLabel={<Trans id="settings.addPeriod" message="Add a period" />}
        >
          {(period, change, index) => (
            <>
              <div className="min-w-40 grow">
                <TextField
                  name={`reportingPeriods.${index}.name`}
                  width="full"
                  label={<span className="sr-only">{i18n.t({ id: "groups.name", message: "Name" })}</span>}
                  value={period.name}
                  onChange={(name) => change({ ...period, name })}
                />
              </div>
              <MonthDayField
                name={`reportingPeriods.${index}.endsOn`}
                label={
                  <span className="sr-only">{i18n.t({ id: "settings.periodEnds", message: "Ends on" })}</span>
                }
                value={period.endsOn}
                onChange={(endsOn) => change({ ...period, endsOn })}
              />
            </>
          )}
        </OrderedList>
      </div>
    </SubmitForm>
  );
}
