import { Trans, useLingui } from "@lingui/react";
import { usePaginatedQuery } from "convex/react";
import { SearchX, UsersRound } from "lucide-react";
import { api } from "#convex/_generated/api.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { Button } from "#src/ui/Button.tsx";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import { LinkButton } from "#src/ui/Link.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { StudentRows } from "./StudentRows.tsx";

/** My students, a page at a time; with `search`, the best matches. */
export function StudentList({ search, pageSize = 25 }: { search: string; pageSize?: number }) {
  const { i18n } = useLingui();
  const can = useAbilities();
  const { organizationId } = useMyOrganization();
  const words = search.trim();
  const { results, status, loadMore } = usePaginatedQuery(
    api.students.students.listMine,
    { organizationId, ...(words === "" ? {} : { search: words }) },
    { initialNumItems: pageSize },
  );
  if (status === "LoadingFirstPage") {
    return <SkeletonRows label={i18n.t({ id: "students.loading", message: "Loading students" })} rows={8} />;
  }
  if (results.length === 0 && words !== "") {
    return (
      <EmptyState
        icon={SearchX}
        title={<Trans id="students.nobody" message="Nobody by “{words}”" values={{ words }} />}
      >
        <Trans id="students.nobodyAdvice" message="Try part of a name, or the student number." />
      </EmptyState>
    );
  }
  if (results.length === 0) {
    return (
      <EmptyState
        icon={UsersRound}
        title={<Trans id="students.none" message="No students yet" />}
        action={
          can("students.add") && (
            <LinkButton kind="primary" href={paths.addStudent}>
              <Trans id="students.add" message="Add a student" />
            </LinkButton>
          )
        }
      >
        {can("students.add") ? (
          <Trans id="students.noneAdmin" message="Add the first one, then put a team around them." />
        ) : (
          <Trans
            id="students.noneTeam"
            message="Students show here as soon as you manage their case or are on their team."
          />
        )}
      </EmptyState>
    );
  }
  return (
    <>
      <StudentRows students={results} />
      {status !== "Exhausted" && (
        <div className="mt-4 flex justify-center">
          <Button isPending={status === "LoadingMore"} onPress={() => loadMore(pageSize)}>
            <Trans id="list.more" message="Show more" />
          </Button>
        </div>
      )}
    </>
  );
}
