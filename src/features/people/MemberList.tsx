import { Trans, useLingui } from "@lingui/react";
import { usePaginatedQuery } from "convex/react";
import type { FunctionReturnType } from "convex/server";
import { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { type Role, roleName } from "#src/lib/words.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { PlainLink } from "#src/ui/Link.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { Table } from "#src/ui/Table.tsx";

type Member = FunctionReturnType<typeof api.people.people.list>["page"][number];

const PAGE = 50;

/** Who belongs to the organization, and as what; each name leads to all that the person is and was. */
export function MemberList({ search, role }: { search: string; role: Role | undefined }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const mayChange = useAbilities()("people.changeRole");
  const { results, status, loadMore } = usePaginatedQuery(
    api.people.people.list,
    { organizationId, ...(search !== "" && { search }), ...(role && { role }) },
    { initialNumItems: PAGE },
  );
  if (status === "LoadingFirstPage") {
    return <SkeletonRows label={i18n.t({ id: "people.loading", message: "Loading people" })} />;
  }
  if (results.length === 0 && status === "Exhausted") {
    return (
      <p className="py-2 text-ink-3">
        <Trans id="people.nobody" message="Nobody matches. Try part of a name, or another role." />
      </p>
    );
  }
  const name = (member: Member) =>
    mayChange ? (
      <PlainLink
        href={paths.person(member.personId)}
        className="target inline-flex items-center font-semibold hover:underline"
      >
        {member.name}
      </PlainLink>
    ) : (
      <span className="font-semibold">{member.name}</span>
    );
  return (
    <>
      <Table
        caption={i18n.t({ id: "people.caption", message: "People and their roles" })}
        rows={results}
        rowKey={(member) => member.membershipId}
        card={(member) => (
          <div className="py-3">
            {name(member)}
            <span className="flex flex-wrap items-center gap-2 text-14 text-ink-3">
              {roleName(member.role)} <Days member={member} />
            </span>
            <span className="block text-14 break-all text-ink-3">{member.email}</span>
          </div>
        )}
        columns={[
          {
            id: "name",
            isRowHeader: true,
            label: <Trans id="people.name" message="Name" />,
            cell: name,
          },
          {
            id: "email",
            label: <Trans id="auth.email" message="E-mail address" />,
            cell: (member) => <span className="break-all">{member.email}</span>,
          },
          {
            id: "role",
            label: <Trans id="people.role" message="Role" />,
            cell: (member) => (
              <span className="inline-flex flex-wrap items-center gap-2">
                {roleName(member.role)} <Days member={member} />
              </span>
            ),
          },
        ]}
      />
      {status === "CanLoadMore" && (
        <Button className="mt-4" onPress={() => loadMore(PAGE)}>
          <Trans id="list.more" message="Show more" />
        </Button>
      )}
    </>
  );
}

/** When a role begins or ends, where that lies ahead. */
function Days({ member }: { member: Member }) {
  if (member.state === "coming") {
    return (
      <Badge tone="information">
        <Trans id="people.from" message="from {day}" values={{ day: format.shortDay(member.startsOn) }} />
      </Badge>
    );
  }
  if (member.endsOn === null) return null;
  return (
    <Badge>
      <Trans id="people.until" message="until {day}" values={{ day: format.shortDay(member.endsOn) }} />
    </Badge>
  );
}
