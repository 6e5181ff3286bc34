import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { AddTeacher } from "#src/features/groups/AddTeacher.tsx";
import { GroupForm } from "#src/features/groups/GroupForm.tsx";
import { GroupMembers } from "#src/features/groups/GroupMembers.tsx";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { useAddress } from "#src/lib/useAddress.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Link, LinkButton } from "#src/ui/Link.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";

/** One class or teaching group: who teaches it, and who is in it. */
export function GroupPage() {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const { groupId } = useAddress();
  const group = useQuery(api.groups.groups.get, { organizationId, groupId });
  const [open, setOpen] = useState<"edit" | "teacher" | null>(null);
  const archive = useCommand(api.groups.groups.archive, {
    done: (_, { archived }) =>
      archived
        ? i18n.t({ id: "groups.wasArchived", message: "Group put away" })
        : i18n.t({ id: "groups.wasRestored", message: "Group is back in use" }),
    undo: (_, { archived }) => void archive({ organizationId, groupId, archived: !archived }),
  });
  if (group === undefined) {
    return (
      <SkeletonRows label={i18n.t({ id: "groups.loadingOne", message: "Loading the group" })} rows={6} />
    );
  }
  const close = () => setOpen(null);
  return (
    <>
      <PageHeader
        above={
          <Link href={paths.groups}>
            <Trans id="nav.groups" message="Groups" />
          </Link>
        }
        title={group.name}
        below={
          <>
            {[group.subject, group.schoolName].filter((part) => part !== "").join(", ")}{" "}
            {group.isArchived && (
              <Badge>
                <Trans id="groups.isArchived" message="Put away" />
              </Badge>
            )}
          </>
        }
        actions={
          <>
            {!group.isArchived && (
              <Button onPress={() => setOpen("edit")}>
                <Trans id="groups.edit" message="Change name" />
              </Button>
            )}
            <Button
              isPending={archive.isPending}
              onPress={() => void archive({ organizationId, groupId, archived: !group.isArchived })}
            >
              {group.isArchived ? (
                <Trans id="groups.restore" message="Use again" />
              ) : (
                <Trans id="groups.archive" message="Put away" />
              )}
            </Button>
          </>
        }
      />
      <div className="grid gap-6 lg:grid-cols-2">
        <Card
          title={<Trans id="groups.teachers" message="Teachers" />}
          actions={
            !group.isArchived && (
              <Button size="small" onPress={() => setOpen("teacher")}>
                <Trans id="groups.addTeacher" message="Add teacher" />
              </Button>
            )
          }
        >
          <GroupMembers group={group} part="teachers" />
        </Card>
        <Card
          title={<Trans id="students.title" message="Students" />}
          actions={
            !group.isArchived && (
              <LinkButton size="small" href={`${paths.students}?school=${group.schoolId}`}>
                <Trans id="groups.chooseStudents" message="Choose from the list" />
              </LinkButton>
            )
          }
        >
          <GroupMembers group={group} part="students" />
        </Card>
      </div>
      <Dialog
        title={
          open === "teacher"
            ? i18n.t({ id: "groups.addTeacher", message: "Add teacher" })
            : i18n.t({ id: "groups.edit", message: "Change name" })
        }
        closeLabel={i18n.t({ id: "action.close", message: "Close" })}
        isOpen={open !== null}
        onClose={close}
      >
        {open === "teacher" ? (
          <AddTeacher groupId={groupId} onDone={close} />
        ) : (
          <GroupForm group={group} schools={[]} onDone={close} />
        )}
      </Dialog>
    </>
  );
}
