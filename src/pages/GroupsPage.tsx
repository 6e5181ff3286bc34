import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { Plus } from "lucide-react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { GroupForm } from "#src/features/groups/GroupForm.tsx";
import { GroupList } from "#src/features/groups/GroupList.tsx";
import { useMyOrganization } from "#src/lib/me.ts";
import { requireAbility } from "#src/lib/requireAbility.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { InOrder } from "#src/ui/InOrder.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";

/** Classes and teaching groups of the schools that I administer. */
export function GroupsPage() {
  const { i18n } = useLingui();
  requireAbility(useAbilities(), "groups.edit");
  const { organizationId } = useMyOrganization();
  const schools = useQuery(api.organizations.schools.list, { organizationId }) ?? [];
  const [isAdding, setIsAdding] = useState(false);
  const title = i18n.t({ id: "groups.add", message: "Add a group" });
  const button = (
    <Button kind="primary" onPress={() => setIsAdding(true)}>
      <Plus aria-hidden size={18} strokeWidth={1.75} />
      {title}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={i18n.t({ id: "nav.groups", message: "Groups" })}
        below={
          <Trans
            id="groups.below"
            message="Being in a class opens no record. It suggests whom to put on a child’s team."
          />
        }
        actions={button}
      />
      <InOrder className="flex flex-col gap-6">
        <Card>
          <GroupList isArchived={false} />
        </Card>
        <details>
          <summary className="target inline-flex min-h-8 items-center rounded-sm text-accent underline underline-offset-4">
            <Trans id="groups.archived" message="Groups that were put away" />
          </summary>
          <Card className="mt-3">
            <GroupList isArchived />
          </Card>
        </details>
      </InOrder>
      <Dialog
        title={title}
        closeLabel={i18n.t({ id: "action.close", message: "Close" })}
        isOpen={isAdding}
        onClose={() => setIsAdding(false)}
      >
        <GroupForm
          group={null}
          schools={schools.filter(({ archivedAt }) => archivedAt === null)}
          onDone={() => setIsAdding(false)}
        />
      </Dialog>
    </>
  );
}
