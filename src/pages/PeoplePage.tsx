import { Trans, useLingui } from "@lingui/react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { UserPlus } from "lucide-react";
import { useCallback, useState } from "react";
import { InvitationList } from "#src/features/people/InvitationList.tsx";
import { InvitePeople } from "#src/features/people/InvitePeople.tsx";
import { MemberList } from "#src/features/people/MemberList.tsx";
import { ReturningPeople } from "#src/features/people/ReturningPeople.tsx";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { useSettled } from "#src/lib/useSettled.ts";
import { type Role, roleName } from "#src/lib/words.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { FilterSelect } from "#src/ui/FilterSelect.tsx";
import { InOrder } from "#src/ui/InOrder.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";
import { SearchField } from "#src/ui/SearchField.tsx";

const staff = ["administrator", "caseManager", "teacher", "specialist"] as const satisfies readonly Role[];
const everyone = [...staff, "guardian", "student"] as const satisfies readonly Role[];

/** Colleagues; for administrators also families and invitations. */
export function PeoplePage() {
  const { i18n } = useLingui();
  const can = useAbilities();
  const navigate = useNavigate();
  const { search = "", role: wanted } = useSearch({ strict: false });
  const role = everyone.find((candidate) => candidate === wanted);
  const [isInviting, setIsInviting] = useState(false);
  const invite = i18n.t({ id: "people.invite", message: "Invite colleagues" });
  const look = useCallback(
    (more: { search?: string | undefined; role?: string | undefined }) =>
      void navigate({ to: ".", search: (before) => ({ ...before, ...more }), replace: true }),
    [navigate],
  );
  const settle = useCallback((text: string) => look({ search: text === "" ? undefined : text }), [look]);
  const [typed, setTyped] = useSettled(search, settle);
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
      <InOrder className="flex flex-col gap-6">
        {can("people.inviteBack") && <ReturningPeople />}
        <Card title={<Trans id="people.members" message="Members" />}>
          <div className="mb-3 flex flex-wrap items-center gap-2">
            <SearchField
              className="w-full max-w-md max-sm:max-w-none"
              label={i18n.t({ id: "people.search", message: "Search for a person" })}
              clearLabel={i18n.t({ id: "search.clear", message: "Clear search" })}
              value={typed}
              onChange={setTyped}
            />
            <FilterSelect
              label={i18n.t({ id: "people.role", message: "Role" })}
              anyLabel={i18n.t({ id: "people.anyRole", message: "All roles" })}
              options={(can("people.invite") ? everyone : staff).map((id) => ({ id, label: roleName(id) }))}
              value={role}
              onChange={(chosen) => look({ role: chosen })}
            />
          </div>
          <MemberList search={search.trim()} role={role} />
        </Card>
        {can("people.invite") && (
          <Card title={<Trans id="people.invitations" message="Invitations" />}>
            <InvitationList />
          </Card>
        )}
      </InOrder>
      <Dialog
        title={invite}
        closeLabel={i18n.t({ id: "action.close", message: "Close" })}
        isOpen={isInviting}
        onClose={() => setIsInviting(false)}
      >
        <InvitePeople onDone={() => setIsInviting(false)} />
      </Dialog>
    </>
  );
}
