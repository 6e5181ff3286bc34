import { Trans, useLingui } from "@lingui/react";
import { usePaginatedQuery } from "convex/react";
import { School } from "lucide-react";
import type { ReactNode } from "react";
import { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { Button } from "#src/ui/Button.tsx";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import { PlainLink } from "#src/ui/Link.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";

const PAGE = 100;

/** Classes and teaching groups, in use or put away. */
export function GroupList({ isArchived, action }: { isArchived: boolean; action?: ReactNode }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const { results, status, loadMore } = usePaginatedQuery(
    api.groups.groups.list,
    { organizationId, archived: isArchived },
    { initialNumItems: PAGE },
  );
  if (status === "LoadingFirstPage") {
    return <SkeletonRows label={i18n.t({ id: "groups.loading", message: "Loading groups" })} rows={4} />;
  }
  if (results.length === 0 && status === "Exhausted") {
    if (isArchived) {
      return (
        <p className="text-ink-3">
          <Trans id="groups.noneArchived" message="No group has been put away." />
        </p>
      );
    }
    return (
      <EmptyState
        icon={School}
        title={<Trans id="groups.none" message="There are no groups yet." />}
        action={action}
      >
        <Trans
          id="groups.noneAdvice"
          message="A class knows who teaches whom, and suggests its teachers for a child’s team."
        />
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="divide-y divide-hairline">
        {results.map((group) => (
          <li key={group.groupId}>
            <PlainLink
              href={paths.group(group.groupId)}
              className="flex flex-wrap items-baseline gap-x-3 rounded-sm px-1 py-3 hover:bg-hover"
            >
              <span className="font-semibold">{group.name}</span>
              {group.subject !== "" && <span className="text-ink-2">{group.subject}</span>}
              <span className="grow" />
              <span className="text-14 text-ink-3">
                {format.list([...group.teacherNames, group.schoolName].filter((part) => part !== ""))}
              </span>
            </PlainLink>
          </li>
        ))}
      </ul>
      {status === "CanLoadMore" && (
        <Button className="mt-4" onPress={() => loadMore(PAGE)}>
          <Trans id="list.more" message="Show more" />
        </Button>
      )}
    </>
  );
}
