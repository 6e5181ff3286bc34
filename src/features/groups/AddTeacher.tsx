import { Trans, useLingui } from "@lingui/react";
import { usePaginatedQuery } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { roleName } from "#src/lib/words.ts";
import { SelectField } from "#src/ui/SelectField.tsx";

const MOST_STAFF = 200;

/** Says who teaches a group, from today on. */
export function AddTeacher({ groupId, onDone }: { groupId: Id<"groups">; onDone: () => void }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const { results } = usePaginatedQuery(
    api.people.people.list,
    { organizationId, state: "current" },
    { initialNumItems: MOST_STAFF },
  );
  const staff = results.filter(({ role }) => role !== "guardian" && role !== "student");
  const people = [...new Map(staff.map((person) => [person.personId, person])).values()];
  const [personId, setPersonId] = useState<Id<"people"> | null>(null);
  const add = useCommand(api.groups.members.addTeacher, {
    showsProblem: false,
    done: i18n.t({ id: "groups.teacherAdded", message: "Teaches the group from today on" }),
  });
  const form = useSubmit(() => {
    if (personId === null) {
      return { personId: i18n.t({ id: "form.chooseOne", message: "Choose one from the list." }) };
    }
    return add({ organizationId, groupId, personId });
  }, onDone);
  return (
    <SubmitForm form={form} act={<Trans id="groups.addTeacher" message="Add teacher" />}>
      <SelectField<Id<"people">>
        name="personId"
        width="full"
        label={<Trans id="team.person" message="Who" />}
        placeholder={i18n.t({ id: "form.choose", message: "Choose" })}
        options={people.map((person) => ({
          id: person.personId,
          label: person.name,
          hint: roleName(person.role),
        }))}
        value={personId}
        onChange={setPersonId}
      />
    </SubmitForm>
  );
}
