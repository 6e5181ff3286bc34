import { Trans, useLingui } from "@lingui/react";
import { usePaginatedQuery } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { roleName } from "#src/lib/words.ts";
import { Button } from "#src/ui/Button.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";

const MOST_STAFF = 200;

/** Hands several students to one person. */
export function AssignCaseManager({
  studentIds,
  onDone,
}: {
  studentIds: Id<"students">[];
  onDone: () => void;
}) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const { results } = usePaginatedQuery(
    api.people.people.list,
    { organizationId, state: "current" },
    { initialNumItems: MOST_STAFF },
  );
  const [caseManagerId, setCaseManagerId] = useState<Id<"people"> | null>(null);
  const [errors, setErrors] = useState<FormErrors>({});
  const assign = useCommand(api.students.bulk.assignCaseManager, {
    showsProblem: false,
    done: i18n.t({ id: "bulk.assigned", message: "Case manager assigned" }),
  });
  const eligible = results.filter(
    ({ role }) => role === "caseManager" || role === "teacher" || role === "specialist",
  );
  const people = [...new Map(eligible.map((person) => [person.personId, person])).values()];
  const submit = async () => {
    if (caseManagerId === null) {
      setErrors({ caseManagerId: i18n.t({ id: "form.chooseOne", message: "Choose one from the list." }) });
      return;
    }
    const outcome = await assign({ organizationId, studentIds, caseManagerId });
    if (outcome.isDone) onDone();
    else setErrors({ form: outcome.sentence });
  };
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={errors}
      onSubmit={() => void submit()}
    >
      <SelectField<Id<"people">>
        name="caseManagerId"
        width="full"
        label={<Trans id="students.caseManager" message="Case manager" />}
        placeholder={i18n.t({ id: "form.choose", message: "Choose" })}
        options={people.map(({ personId, name, role }) => ({
          id: personId,
          label: name,
          hint: roleName(role),
        }))}
        value={caseManagerId}
        onChange={setCaseManagerId}
      />
      <Button kind="primary" type="submit" isPending={assign.isPending}>
        <Trans id="bulk.caseManager" message="Assign case manager" />
      </Button>
    </Form>
  );
}
