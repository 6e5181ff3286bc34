import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import { KeptNotice } from "#src/lib/KeptNotice.tsx";
import { OvertakenNotice } from "#src/lib/OvertakenNotice.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useDraft } from "#src/lib/useDraft.ts";
import { useDraftForm } from "#src/lib/useDraftForm.ts";
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
  const draft = useDraft(`settings.grades ${organizationId}`, { grades: settings.grades });
  const decide = useCommand(api.organizations.organizations.decide, {
    showsProblem: false,
    done: i18n.t({ id: "settings.saved", message: "Saved" }),
  });
  const form = useDraftForm(
    draft,
    { grades: [i18n.t({ id: "settings.grades", message: "Grades" }), namesOf] },
    async (settings) =>
      lineRefusal(
        await decide({ organizationId, settings }),
        "grades",
        i18n.t({ id: "settings.gradesProblem", message: "Each grade needs a name and a code of its own." }),
      ),
  );
  const usual = useSubmit(() => decide({ organizationId, settings: {}, usual: ["grades"] }), draft.drop);
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={{ ...form.errors, ...usual.errors }}
      onSubmit={form.submit}
    >
      <KeptNotice words={form.words} />
      <OvertakenNotice overtaking={form.overtaking} />
      <div>
        <OrderedList
          lines={draft.values.grades}
          lineName={({ name }) => name}
          onChange={(grades) => draft.change({ grades })}
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

const namesOf = (grades: Organization["settings"]["grades"]) => grades.map(({ name }) => name).join(", ");
