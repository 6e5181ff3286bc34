import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { useDraft } from "#src/lib/useDraft.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { Button } from "#src/ui/Button.tsx";
import { Form } from "#src/ui/Form.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { lineRefusal } from "./lineRefusal.ts";
import { MonthDayField } from "./MonthDayField.tsx";
import { OrderedList } from "./OrderedList.tsx";
import type { Organization } from "./organization.ts";

/** When families hear of progress, through the school year. */
export function ReportingPeriods({ organization }: { organization: Organization }) {
  const { i18n } = useLingui();
  const { organizationId, settings } = organization;
  const { values, change: type, keep } = useDraft({ reportingPeriods: settings.reportingPeriods });
  const decide = useCommand(api.organizations.organizations.decide, {
    showsProblem: false,
    done: i18n.t({ id: "settings.saved", message: "Saved" }),
  });
  const form = useSubmit(
    async () =>
      lineRefusal(
        await decide({ organizationId, settings: values }),
        "reportingPeriods",
        i18n.t({ id: "settings.periodsProblem", message: "Each period needs a name and a day that exists." }),
      ),
    () => keep(values),
  );
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={form.errors}
      onSubmit={form.submit}
    >
      <div>
        <OrderedList
          lines={values.reportingPeriods}
          lineName={({ name }) => name}
          onChange={(reportingPeriods) => type({ reportingPeriods })}
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
      <Button type="submit" isPending={form.isPending} className="self-start">
        <Trans id="settings.save" message="Save" />
      </Button>
    </Form>
  );
}
