import { Trans, useLingui } from "@lingui/react";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { Schools } from "#src/features/organizations/Schools.tsx";
import { InvitationList } from "#src/features/people/InvitationList.tsx";
import { InvitePerson } from "#src/features/people/InvitePerson.tsx";
import { MemberList } from "#src/features/people/MemberList.tsx";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";

/** Colleagues; for administrators also invitations and schools. */
export function PeoplePage() {
  const { i18n } = useLingui();
  const can = useAbilities();
  const [isInviting, setIsInviting] = useState(false);
  const invite = i18n.t({ id: "people.invite", message: "Invite a colleague" });
  return (
    <>
      <PageHeader
        title={i18n.t({ id: "nav.people", message: "People" })}
        actions={
          can("people.invite") && (
            <Button kind="primary" onPress={() => setIsInviting(true)}>
              <UserPlus aria-hidden size={18} strokeWidth={1.75} />
              {invite}
            </Button>
          )
        }
      />
      <div className="flex flex-col gap-6">
        <Card title={<Trans id="people.members" message="Members" />}>
          <MemberList />
        </Card>
        {can("people.invite") && (
          <Card title={<Trans id="people.invitations" message="Invitations" />}>
            <InvitationList />
          </Card>
        )}
        {can("organizations.edit") && <Schools />}
      </div>
      <Dialog
        title={invite}
        closeLabel={i18n.t({ id: "action.close", message: "Close" })}
        isOpen={isInviting}
        onClose={() => setIsInviting(false)}
      >
        <InvitePerson onDone={() => setIsInviting(false)} />
      </Dialog>
    </>
  );
}
