import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { OrderedList } from "./OrderedList.tsx";
import type { Organization } from "./organization.ts";

/** The grades or year groups, from the youngest to the oldest: the code is what rosters say, the name what people read. */
export function Grades({ organization }: { organization: Organization }) {
  const { i18n } = useLingui();
  const { organizationId, settings } = organization;
  const [grades, setGrades] = useState(settings.grades);
  const [errors, setErrors] = useState<FormErrors>({});
  const decide = useCommand(api.organizations.organizations.decide, {
    showsProblem: false,
    done: i18n.t({ id: "settings.saved", message: "Saved" }),
  });
  const submit = async () => {
    const outcome = await decide({ organizationId, settings: { grades } });
    setErrors(
      outcome.isDone
        ? {}
        : {
            form: i18n.t({
              id: "settings.gradesProblem",
              message: "Each grade needs a name and a code of its own.",
            }),
          },
    );
  };
  const goBack = async () => {
    const outcome = await decide({ organizationId, settings: {}, usual: ["grades"] });
    if (outcome.isDone) setErrors({});
  };
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={errors}
      onSubmit={() => void submit()}
    >
      <div>
        <OrderedList
          lines={grades}
          lineName={({ name }) => name}
          onChange={setGrades}
          empty={{ code: "", name: "" }}
          addLabel={<Trans id="settings.addGrade" message="Add a grade" />}
        >
          {(grade, change) => (
            <>
              <div className="w-20">
                <TextField
                  width="full"
                  label={
                    <span className="sr-only">{i18n.t({ id: "settings.gradeCode", message: "Code" })}</span>
                  }
                  value={grade.code}
                  onChange={(code) => change({ ...grade, code })}
                />
              </div>
              <div className="min-w-40 grow">
                <TextField
                  width="full"
                  label={<span className="sr-only">{i18n.t({ id: "groups.name", message: "Name" })}</span>}
                  value={grade.name}
                  onChange={(name) => change({ ...grade, name })}
                />
              </div>
            </>
          )}
        </OrderedList>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" isPending={decide.isPending}>
          <Trans id="settings.save" message="Save" />
        </Button>
        <Button kind="quiet" onPress={() => void goBack()}>
          <Trans id="settings.usual" message="Go back to what is usual" />
        </Button>
      </div>
    </Form>
  );
}
