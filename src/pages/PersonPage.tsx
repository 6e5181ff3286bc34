import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { Plus } from "lucide-react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { Deactivation } from "#src/features/people/person/Deactivation.tsx";
import { EndSessions } from "#src/features/people/person/EndSessions.tsx";
import { RoleForm } from "#src/features/people/person/RoleForm.tsx";
import { type Held, RoleHistory } from "#src/features/people/person/RoleHistory.tsx";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { useAddress } from "#src/lib/useAddress.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Link } from "#src/ui/Link.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";

/** One member: what they are, were and will be here. */
export function PersonPage() {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const { personId } = useAddress();
  const member = useQuery(api.people.people.get, { organizationId, personId });
  const schools = useQuery(api.organizations.schools.list, { organizationId });
  const [editing, setEditing] = useState<{ replacing: Held | null } | null>(null);
  const [isSigningOut, setIsSigningOut] = useState(false);
  if (member === undefined || schools === undefined) {
    return <SkeletonRows label={i18n.t({ id: "person.loading", message: "Loading the person" })} rows={6} />;
  }
  const close = () => setEditing(null);
  const { isDeactivated } = member;
  const isOpen = member.memberships.some(({ state }) => state !== "ended");
  return (
    <>
      <PageHeader
        above={
          <Link href={paths.people}>
            <Trans id="nav.people" message="People" />
          </Link>
        }
        title={member.name}
        below={member.email}
        actions={
          !isDeactivated && (
            <Button kind="primary" onPress={() => setEditing({ replacing: null })}>
              <Plus aria-hidden size={18} strokeWidth={1.75} />
              <Trans id="person.add" message="Give another role" />
            </Button>
          )
        }
      />
      <div className="flex flex-col gap-6">
        {isDeactivated && <Deactivation member={member} />}
        <Card title={<Trans id="person.roles" message="Roles" />}>
          <RoleHistory
            member={member}
            schoolName={({ schoolId }) =>
              schools.find((school) => school.schoolId === schoolId)?.name ?? null
            }
            onChange={(replacing) => setEditing({ replacing })}
          />
        </Card>
        {isOpen && (
          <Card title={<Trans id="person.devices" message="Devices" />}>
            <p className="mb-3 max-w-prose text-ink-2">
              <Trans
                id="person.devicesAdvice"
                message="A laptop or a phone was lost, or somebody else may know the password: close every open page of theirs."
              />
            </p>
            <Button onPress={() => setIsSigningOut(true)}>
              <Trans id="endSessions.menu" message="Sign out everywhere…" />
            </Button>
          </Card>
        )}
        {!isDeactivated && isOpen && (
          <Card title={<Trans id="person.leaving" message="When somebody leaves" />}>
            <Deactivation member={member} />
          </Card>
        )}
      </div>
      {isSigningOut && <EndSessions member={member} onClose={() => setIsSigningOut(false)} />}
      <Dialog
        title={
          editing?.replacing
            ? i18n.t({ id: "person.changeSubmit", message: "Change role" })
            : i18n.t({ id: "person.add", message: "Give another role" })
        }
        closeLabel={i18n.t({ id: "action.close", message: "Close" })}
        isOpen={editing !== null}
        onClose={close}
      >
        <RoleForm
          member={member}
          replacing={editing?.replacing ?? null}
          schools={schools.filter(({ archivedAt }) => archivedAt === null)}
          onDone={close}
        />
      </Dialog>
    </>
  );
}
