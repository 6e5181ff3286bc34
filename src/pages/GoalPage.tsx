import { useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { SquarePen } from "lucide-react";
import { api } from "#convex/_generated/api.js";
import { Advice } from "#src/features/progress/Advice.tsx";
import { GoalPicture } from "#src/features/progress/GoalPicture.tsx";
import { ObservationTable } from "#src/features/progress/ObservationTable.tsx";
import { paths } from "#src/lib/paths.ts";
import { useStudentAbilities } from "#src/lib/useAbilities.ts";
import { useAddress } from "#src/lib/useAddress.ts";
import { goalAreaName } from "#src/lib/words.ts";
import { Card } from "#src/ui/Card.tsx";
import { Link, LinkButton } from "#src/ui/Link.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { usePageTitle } from "#src/ui/usePageTitle.ts";

/** One goal and how it is going, live. */
export function GoalPage() {
  const { i18n } = useLingui();
  const { studentId, goalId } = useAddress();
  const progress = useQuery(api.progress.goals.get, { studentId, goalId });
  const record = useQuery(api.students.record.get, { studentId });
  const can = useStudentAbilities(studentId);
  const title =
    progress &&
    i18n.t({
      id: "goal.title",
      message: "Goal {number}: {area}",
      values: { number: progress.goal.number, area: goalAreaName(progress.goal.area) },
    });
  usePageTitle(title && record ? `${record.student.name}: ${title}` : undefined);
  if (!progress || !record) {
    return <SkeletonRows label={i18n.t({ id: "goal.loading", message: "Opening the goal" })} />;
  }
  const { iepId, statement, schedule } = progress.goal;
  const planPath = record.audience === "family" ? paths.childPlan : paths.plan;
  return (
    <article>
      <PageHeader
        title={title ?? ""}
        above={
          <span className="flex flex-wrap gap-x-2">
            <Link href={paths.student(studentId)}>{record.student.name}</Link>
            <span aria-hidden>/</span>
            <Link href={planPath(studentId, iepId)}>
              {i18n.t({ id: "goal.toPlan", message: "The plan" })}
            </Link>
          </span>
        }
        below={
          <p dir="auto" className="max-w-[70ch] text-18 leading-relaxed">
            {statement}
          </p>
        }
        actions={
          can("progress.log") &&
          progress.goal.isActive && (
            <LinkButton kind="primary" href={paths.logFor(studentId)}>
              <SquarePen aria-hidden size={18} strokeWidth={1.75} />
              {i18n.t({ id: "goal.log", message: "Log a measurement" })}
            </LinkButton>
          )
        }
      />
      <div className="grid gap-6">
        <Card title={i18n.t({ id: "goal.progressTitle", message: "How it is going" })}>
          <GoalPicture progress={progress} />
        </Card>
        <div className="grid gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <Card title={i18n.t({ id: "goal.measurements", message: "Measurements" })}>
            {progress.observations.length > 0 ? (
              <ObservationTable studentId={studentId} progress={progress} can={can} />
            ) : (
              <p className="text-ink-2">{schedule}</p>
            )}
          </Card>
          <Card title={i18n.t({ id: "goal.figures", message: "The figures" })}>
            <Advice progress={progress} />
            <p className="mt-3 text-14 text-ink-3" dir="auto">
              {schedule}
            </p>
          </Card>
        </div>
      </div>
    </article>
  );
}
