import { Trans, useLingui } from "@lingui/react";
import { usePaginatedQuery } from "convex/react";
import type { FunctionReturnType } from "convex/server";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { type Role, roleName } from "#src/lib/words.ts";
import { Button } from "#src/ui/Button.tsx";
import { ConfirmDialog } from "#src/ui/ConfirmDialog.tsx";
import { Menu, MenuItem, MenuSeparator } from "#src/ui/Menu.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { Table } from "#src/ui/Table.tsx";

type Member = FunctionReturnType<typeof api.people.people.list>["page"][number];

/** Roles that one member can be moved between; families come in by invitation only. */
const staffRoles: readonly Role[] = ["administrator", "caseManager", "teacher", "specialist"];

/** Who belongs to the organization, and as what. */
export function MemberList() {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const mayChange = useAbilities()("people.changeRole");
  const { results, status, loadMore } = usePaginatedQuery(
    api.people.people.list,
    { organizationId },
    { initialNumItems: 50 },
  );
  const changeRole = useCommand(api.organizations.memberships.changeRole, {
    done: i18n.t({ id: "people.roleChanged", message: "Role changed" }),
  });
  const end = useCommand(api.organizations.memberships.end, {
    done: i18n.t({ id: "people.ended", message: "Membership ended" }),
  });
  const [leaving, setLeaving] = useState<Member | null>(null);
  if (status === "LoadingFirstPage") {
    return <SkeletonRows label={i18n.t({ id: "people.loading", message: "Loading people" })} />;
  }
  return (
    <>
      <Table
        caption={i18n.t({ id: "people.caption", message: "People and their roles" })}
        rows={results}
        rowKey={(member) => member.membershipId}
        card={(member) => (
          <div className="flex items-center gap-3 py-3">
            <span className="min-w-0 grow">
              <span className="block font-semibold">{member.name}</span>
              <span className="block text-14 text-ink-3">{roleName(member.role)}</span>
              <span className="block text-14 break-all text-ink-3">{member.email}</span>
            </span>
            {mayChange && acts(member)}
          </div>
        )}
        columns={[
          {
            id: "name",
            isRowHeader: true,
            label: <Trans id="people.name" message="Name" />,
            cell: (member) => <span className="font-semibold">{member.name}</span>,
          },
          {
            id: "email",
            label: <Trans id="auth.email" message="E-mail address" />,
            cell: (member) => <span className="break-all">{member.email}</span>,
          },
          {
            id: "role",
            label: <Trans id="people.role" message="Role" />,
            cell: (member) => roleName(member.role),
          },
          ...(mayChange
            ? [
                {
                  id: "acts",
                  align: "end" as const,
                  label: (
                    <span className="sr-only">
                      <Trans id="table.actions" message="Actions" />
                    </span>
                  ),
                  cell: (member: Member) => acts(member),
                },
              ]
            : []),
        ]}
      />
      {status === "CanLoadMore" && (
        <Button className="mt-4" onPress={() => loadMore(50)}>
          <Trans id="list.more" message="Show more" />
        </Button>
      )}
      <ConfirmDialog
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        isDangerous
        title={i18n.t({ id: "people.endTitle", message: "End this membership?" })}
        confirmLabel={i18n.t({ id: "people.end", message: "End membership" })}
        cancelLabel={i18n.t({ id: "action.cancel", message: "Cancel" })}
        onConfirm={() => leaving && void end({ organizationId, membershipId: leaving.membershipId })}
      >
        <Trans
          id="people.endAdvice"
          message="{name} can open nothing here from now on. What they wrote stays."
          values={{ name: leaving?.name ?? "" }}
        />
      </ConfirmDialog>
    </>
  );

  function acts(member: Member) {
    return (
      <Menu label={i18n.t({ id: "team.acts", message: "Actions for {name}", values: { name: member.name } })}>
        {staffRoles.includes(member.role)
          ? staffRoles
              .filter((role) => role !== member.role)
              .map((role) => (
                <MenuItem
                  key={role}
                  onAction={() =>
                    void changeRole({ organizationId, membershipId: member.membershipId, role })
                  }
                >
                  {i18n.t({
                    id: "people.makeRole",
                    message: "Change role to: {role}",
                    values: { role: roleName(role) },
                  })}
                </MenuItem>
              ))
          : null}
        <MenuSeparator />
        <MenuItem isDangerous onAction={() => setLeaving(member)}>
          {i18n.t({ id: "people.endMenu", message: "End membership…" })}
        </MenuItem>
      </Menu>
    );
  }
}
