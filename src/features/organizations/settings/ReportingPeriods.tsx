import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { MonthDayField } from "./MonthDayField.tsx";
import { OrderedList } from "./OrderedList.tsx";
import type { Organization } from "./organization.ts";

/** When families hear of progress, through the school year. */
export function ReportingPeriods({ organization }: { organization: Organization }) {
  const { i18n } = useLingui();
  const { organizationId, settings } = organization;
  const [periods, setPeriods] = useState(settings.reportingPeriods);
  const [errors, setErrors] = useState<FormErrors>({});
  const decide = useCommand(api.organizations.organizations.decide, {
    showsProblem: false,
    done: i18n.t({ id: "settings.saved", message: "Saved" }),
  });
  const submit = async () => {
    const outcome = await decide({ organizationId, settings: { reportingPeriods: periods } });
    setErrors(
      outcome.isDone
        ? {}
        : {
            form: i18n.t({
              id: "settings.periodsProblem",
              message: "Each period needs a name and a day that exists.",
            }),
          },
    );
  };
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={errors}
      onSubmit={() => void submit()}
    >
      <div>
        <OrderedList
          lines={periods}
          lineName={({ name }) => name}
          onChange={setPeriods}
          empty={{ name: "", endsOn: "01-31" }}
          addLabel={<Trans id="settings.addPeriod" message="Add a period" />}
        >
          {(period, change, index) => (
            <>
              <div className="min-w-40 grow">
                <TextField
                  width="full"
                  label={<span className="sr-only">{i18n.t({ id: "groups.name", message: "Name" })}</span>}
                  value={period.name}
                  onChange={(name) => change({ ...period, name })}
                />
              </div>
              <MonthDayField
                name={`period.${index}`}
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
      <Button type="submit" isPending={decide.isPending} className="self-start">
        <Trans id="settings.save" message="Save" />
      </Button>
    </Form>
  );
}
