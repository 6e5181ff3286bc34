import { useLingui } from "@lingui/react";
import { usePaginatedQuery } from "convex/react";
import type { FunctionReturnType } from "convex/server";
import { UsersRound } from "lucide-react";
import { api } from "#convex/_generated/api.js";
import { gradeName } from "#src/lib/grades.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import { LinkButton } from "#src/ui/Link.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";

type Pair = FunctionReturnType<typeof api.students.duplicates.list>["page"][number];

const PAGE = 20;

/** Pairs to decide about: compare them, or say that they are two children. */
export function DuplicateList() {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const { results, status, loadMore } = usePaginatedQuery(
    api.students.duplicates.list,
    { organizationId },
    { initialNumItems: PAGE },
  );
  if (status === "LoadingFirstPage") {
    return (
      <SkeletonRows
        label={i18n.t({ id: "duplicates.loading", message: "Looking for duplicates" })}
        rows={3}
      />
    );
  }
  if (results.length === 0 && status === "Exhausted") {
    return (
      <Card>
        <EmptyState
          icon={UsersRound}
          title={i18n.t({ id: "duplicates.none", message: "No duplicates to look at" })}
        >
          {i18n.t({
            id: "duplicates.noneAdvice",
            message: "When two records look like one child, they are listed here.",
          })}
        </EmptyState>
      </Card>
    );
  }
  return (
    <>
      <ul className="flex flex-col gap-4">
        {results.map((pair) => (
          <li key={pair.duplicateId}>
            <PairCard pair={pair} />
          </li>
        ))}
      </ul>
      {status === "CanLoadMore" && (
        <div>
          <Button size="small" onPress={() => loadMore(PAGE)}>
            {i18n.t({ id: "list.more", message: "Show more" })}
          </Button>
        </div>
      )}
    </>
  );
}

function PairCard({ pair }: { pair: Pair }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const { duplicateId, older, newer, because } = pair;
  const dismiss = useCommand(api.students.duplicates.dismiss, {
    done: i18n.t({ id: "duplicates.dismissed", message: "Kept as two children" }),
  });
  const sides = [older, newer];
  return (
    <Card>
      <p className="mb-3">
        <Badge tone="attention">
          {because === "sameNumber"
            ? i18n.t({ id: "duplicates.sameNumber", message: "Same national number" })
            : i18n.t({ id: "duplicates.sameBirth", message: "Same birth date, similar name" })}
        </Badge>
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        {sides.map((side) => (
          <div key={side.studentId}>
            <h2 dir="auto" className="text-16">
              {side.name}
            </h2>
            <p className="text-14 text-ink-2">
              {[side.studentNumber, gradeName(side.gradeLevel), side.schoolName].join(" · ")}
            </p>
          </div>
        ))}
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <LinkButton href={paths.compareStudents(older.studentId, newer.studentId)}>
          {i18n.t({ id: "duplicates.compare", message: "Compare" })}
          <span className="sr-only">{`${older.studentNumber}, ${newer.studentNumber}`}</span>
        </LinkButton>
        <Button
          kind="quiet"
          isPending={dismiss.isPending}
          onPress={() => void dismiss({ organizationId, duplicateId })}
        >
          {i18n.t({ id: "duplicates.different", message: "Two different children" })}
        </Button>
      </div>
    </Card>
  );
}
