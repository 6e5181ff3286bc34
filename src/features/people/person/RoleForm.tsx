import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { roleName } from "#src/lib/words.ts";
import { DateField } from "#src/ui/DateField.tsx";
import { RadioField } from "#src/ui/RadioField.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import { type StaffRole, staffRoles } from "../staffRoles.ts";
import type { Held, Member } from "./RoleHistory.tsx";

const WHOLE = "whole";

/** Gives a role, from a day to a day: in place of one that the person has, or beside those they have. */
export function RoleForm({
  member,
  replacing,
  schools,
  onDone,
}: {
  member: Member;
  /** The membership that the new one takes the place of; null for a further one. */
  replacing: Held | null;
  schools: readonly { schoolId: Id<"organizations">; name: string }[];
  onDone: () => void;
}) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const [role, setRole] = useState<StaffRole>(
    staffRoles.find((candidate) => candidate === replacing?.role) ?? "teacher",
  );
  const [school, setSchool] = useState<string>(replacing?.schoolId ?? WHOLE);
  const [startsOn, setStartsOn] = useState(member.today);
  const [endsOn, setEndsOn] = useState("");
  const done = i18n.t({ id: "people.roleChanged", message: "Role changed" });
  const change = useCommand(api.organizations.memberships.changeRole, { showsProblem: false, done });
  const add = useCommand(api.organizations.memberships.add, {
    showsProblem: false,
    done: i18n.t({ id: "person.added", message: "Role given" }),
  });
  const form = useSubmit(() => {
    const given = {
      organizationId,
      role,
      startsOn,
      ...(school !== WHOLE && { schoolId: school as Id<"organizations"> }),
      ...(endsOn !== "" && { endsOn }),
    };
    return replacing
      ? change({ ...given, membershipId: replacing.membershipId })
      : add({ ...given, personId: member.personId });
  }, onDone);
  return (
    <SubmitForm
      form={form}
      act={
        replacing ? (
          <Trans id="person.changeSubmit" message="Change role" />
        ) : (
          <Trans id="person.addSubmit" message="Give role" />
        )
      }
    >
      <RadioField<StaffRole>
        name="role"
        label={<Trans id="people.role" message="Role" />}
        options={staffRoles.map((id) => ({ id, label: roleName(id) }))}
        value={role}
        onChange={setRole}
      />
      {schools.length > 1 && (
        <SelectField
          name="schoolId"
          width="full"
          label={<Trans id="people.where" message="Where" />}
          options={[
            { id: WHOLE, label: i18n.t({ id: "people.everywhere", message: "The whole organization" }) },
            ...schools.map(({ schoolId, name }) => ({ id: schoolId as string, label: name })),
          ]}
          value={school}
          onChange={setSchool}
        />
      )}
      <div className="flex flex-wrap gap-4">
        <DateField
          name="startsOn"
          label={<Trans id="person.startsOn" message="From" />}
          min={member.today}
          value={startsOn}
          onChange={setStartsOn}
        />
        <DateField
          name="endsOn"
          label={<Trans id="person.endsOn" message="Last day" />}
          optional={<Trans id="form.optional" message="(optional)" />}
          min={startsOn}
          value={endsOn}
          onChange={setEndsOn}
        />
      </div>
    </SubmitForm>
  );
}
