import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { useDraft } from "#src/lib/useDraft.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { Button } from "#src/ui/Button.tsx";
import { Form } from "#src/ui/Form.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { lineRefusal } from "./lineRefusal.ts";
import { OrderedList } from "./OrderedList.tsx";
import type { Organization } from "./organization.ts";

/** The grades or year groups, from the youngest to the oldest: the code is what rosters say, the name what people read. */
export function Grades({ organization }: { organization: Organization }) {
  const { i18n } = useLingui();
  const { organizationId, settings } = organization;
  const { values, change: type, keep, drop } = useDraft({ grades: settings.grades });
  const decide = useCommand(api.organizations.organizations.decide, {
    showsProblem: false,
    done: i18n.t({ id: "settings.saved", message: "Saved" }),
  });
  const form = useSubmit(
    async () =>
      lineRefusal(
        await decide({ organizationId, settings: values }),
        "grades",
        i18n.t({ id: "settings.gradesProblem", message: "Each grade needs a name and a code of its own." }),
      ),
    () => keep(values),
  );
  const usual = useSubmit(() => decide({ organizationId, settings: {}, usual: ["grades"] }), drop);
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={{ ...form.errors, ...usual.errors }}
      onSubmit={form.submit}
    >
      <div>
        <OrderedList
          lines={values.grades}
          lineName={({ name }) => name}
          onChange={(grades) => type({ grades })}
          empty={{ code: "", name: "" }}
          addLabel={<Trans id="settings.addGrade" message="Add a grade" />}
        >
          {(grade, change, index) => (
            <>
              <div className="w-20 has-[[data-invalid]]:w-full">
                <TextField
                  name={`grades.${index}.code`}
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
                  name={`grades.${index}.name`}
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
        <Button type="submit" isPending={form.isPending}>
          <Trans id="settings.save" message="Save" />
        </Button>
        <Button kind="quiet" isPending={usual.isPending} onPress={usual.submit}>
          <Trans id="settings.usual" message="Go back to what is usual" />
        </Button>
      </div>
    </Form>
  );
}
