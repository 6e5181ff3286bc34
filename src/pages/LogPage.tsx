import { useLingui } from "@lingui/react";
import { usePaginatedQuery } from "convex/react";
import { ChevronRight, SquarePen } from "lucide-react";
import { api } from "#convex/_generated/api.js";
import { gradeName } from "#src/lib/grades.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { Avatar } from "#src/ui/Avatar.tsx";
import { Button } from "#src/ui/Button.tsx";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import { PlainLink } from "#src/ui/Link.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { usePageTitle } from "#src/ui/usePageTitle.ts";

/** Whom to log for. From here a tap on the student and a tap on the value suffice. */
export function LogPage() {
  const { i18n } = useLingui();
  const title = i18n.t({ id: "log.title", message: "Log progress" });
  usePageTitle(title);
  const { organizationId } = useMyOrganization();
  const { results, status, loadMore } = usePaginatedQuery(
    api.students.students.listMine,
    { organizationId },
    { initialNumItems: 50 },
  );
  const students = results.filter(({ plan }) => plan !== null);
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader title={title} />
      {status === "LoadingFirstPage" ? (
        <SkeletonRows label={i18n.t({ id: "log.loading", message: "Looking up your students" })} />
      ) : students.length === 0 && status === "Exhausted" ? (
        <EmptyState icon={SquarePen} title={i18n.t({ id: "log.none", message: "Nobody to log for yet" })}>
          {i18n.t({
            id: "log.noneAdvice",
            message: "Students with a plan whose team you are on appear here.",
          })}
        </EmptyState>
      ) : (
        <ul className="grid gap-2">
          {students.map((student) => (
            <li key={student.studentId}>
              <PlainLink
                href={paths.logFor(student.studentId)}
                className="flex min-h-16 items-center gap-3 rounded border border-hairline bg-raised px-4 py-2 hover:bg-hover"
              >
                <Avatar person={{ name: student.name, color: student.name.length }} size={36} />
                <span className="min-w-0 grow">
                  <span className="block font-bold">{student.name}</span>
                  <span className="block text-14 text-ink-3">{gradeName(student.gradeLevel)}</span>
                </span>
                <ChevronRight aria-hidden size={18} className="shrink-0 text-ink-3 rtl:rotate-180" />
              </PlainLink>
            </li>
          ))}
        </ul>
      )}
      {status === "CanLoadMore" && (
        <Button className="mt-4" onPress={() => loadMore(50)}>
          {i18n.t({ id: "list.more", message: "Show more" })}
        </Button>
      )}
    </div>
  );
}
