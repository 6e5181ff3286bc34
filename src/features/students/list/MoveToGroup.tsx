import { Trans, useLingui } from "@lingui/react";
import { usePaginatedQuery } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { Link } from "#src/ui/Link.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";

const MOST_GROUPS = 200;

/** Puts several students in a class or a teaching group, from today on. */
export function MoveToGroup({ studentIds, onDone }: { studentIds: Id<"students">[]; onDone: () => void }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const { results, status } = usePaginatedQuery(
    api.groups.groups.list,
    { organizationId },
    { initialNumItems: MOST_GROUPS },
  );
  const [groupId, setGroupId] = useState<Id<"groups"> | null>(null);
  const place = useCommand(api.groups.members.addStudents, {
    showsProblem: false,
    done: (added) =>
      i18n.t({
        id: "bulk.placed",
        message: "{added, plural, one {# student added to the group} other {# students added to the group}}",
        values: { added },
      }),
  });
  const form = useSubmit(() => {
    if (groupId === null) {
      return { groupId: i18n.t({ id: "form.chooseOne", message: "Choose one from the list." }) };
    }
    return place({ organizationId, groupId, studentIds });
  }, onDone);
  if (status !== "LoadingFirstPage" && results.length === 0) {
    return (
      <p className="py-2">
        <Trans id="groups.none" message="There are no groups yet." />{" "}
        <Link href={paths.groups}>
          <Trans id="groups.make" message="Make the first one" />
        </Link>
      </p>
    );
  }
  return (
    <SubmitForm form={form} act={<Trans id="bulk.group" message="Add to group" />}>
      <SelectField<Id<"groups">>
        name="groupId"
        width="full"
        label={<Trans id="groups.group" message="Group" />}
        placeholder={i18n.t({ id: "form.choose", message: "Choose" })}
        options={
          status === "LoadingFirstPage"
            ? undefined
            : results.map((group) => ({ id: group.groupId, label: group.name, hint: group.schoolName }))
        }
        value={groupId}
        onChange={setGroupId}
      />
    </SubmitForm>
  );
}
