import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { RadioField } from "#src/ui/RadioField.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { type GroupKind, groupKindName } from "./groupWords.ts";

type School = { schoolId: Id<"organizations">; name: string };

/** Makes a class or a teaching group, or changes what one is called. */
export function GroupForm({
  group,
  schools,
  onDone,
}: {
  /** The group to change; null for a new one. */
  group: { groupId: Id<"groups">; name: string; kind: GroupKind; subject: string } | null;
  schools: readonly School[];
  onDone: () => void;
}) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const [schoolId, setSchoolId] = useState<Id<"organizations"> | null>(
    schools.length === 1 ? (schools[0]?.schoolId ?? null) : null,
  );
  const [name, setName] = useState(group?.name ?? "");
  const [kind, setKind] = useState<GroupKind>(group?.kind ?? "classroom");
  const [subject, setSubject] = useState(group?.subject ?? "");
  const done = i18n.t({ id: "groups.saved", message: "Group saved" });
  const add = useCommand(api.groups.groups.add, { showsProblem: false, done });
  const edit = useCommand(api.groups.groups.edit, { showsProblem: false, done });
  const form = useSubmit(() => {
    const typed = { organizationId, name, kind, subject };
    if (group === null && schoolId === null) {
      return { schoolId: i18n.t({ id: "form.chooseOne", message: "Choose one from the list." }) };
    }
    return group
      ? edit({ ...typed, groupId: group.groupId })
      : add({ ...typed, schoolId: schoolId as Id<"organizations"> });
  }, onDone);
  return (
    <SubmitForm form={form} act={<Trans id="groups.save" message="Save group" />}>
      {group === null && schools.length > 1 && (
        <SelectField<Id<"organizations">>
          name="schoolId"
          width="full"
          label={<Trans id="filter.school" message="School" />}
          placeholder={i18n.t({ id: "form.choose", message: "Choose" })}
          options={schools.map((school) => ({ id: school.schoolId, label: school.name }))}
          value={schoolId}
          onChange={setSchoolId}
        />
      )}
      <TextField
        name="name"
        width="full"
        label={<Trans id="groups.name" message="Name" />}
        hint={<Trans id="groups.nameHint" message="As people call it: “4B”, “Algebra, period 3”." />}
        value={name}
        onChange={setName}
      />
      <RadioField<GroupKind>
        name="kind"
        label={<Trans id="groups.kind" message="What it is" />}
        options={(["classroom", "teachingGroup"] as const).map((id) => ({ id, label: groupKindName(id) }))}
        value={kind}
        onChange={setKind}
      />
      <TextField
        name="subject"
        width="full"
        label={<Trans id="groups.subject" message="Subject" />}
        optional={<Trans id="form.optional" message="(optional)" />}
        value={subject}
        onChange={setSubject}
      />
    </SubmitForm>
  );
}
