import { useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { Target } from "lucide-react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { GoalPad } from "#src/features/progress/log/GoalPad.tsx";
import { useLog } from "#src/features/progress/log/useLog.ts";
import { format, today } from "#src/lib/format.ts";
import { paths } from "#src/lib/paths.ts";
import { useAddress } from "#src/lib/useAddress.ts";
import { DateField } from "#src/ui/DateField.tsx";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import { Link } from "#src/ui/Link.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { usePageTitle } from "#src/ui/usePageTitle.ts";

/** Logs for one student: the goals of the plan in effect, or of the draft when there is none. */
export function LogStudentPage() {
  const { i18n } = useLingui();
  const { studentId } = useAddress();
  const record = useQuery(api.students.record.get, { studentId });
  const iepId = record?.activeIepId ?? record?.draftIepId;
  const name = record?.student.preferredName ?? record?.student.firstName ?? "";
  const title = i18n.t({ id: "log.titleFor", message: "Log for {name}", values: { name } });
  usePageTitle(record && title);
  if (!record)
    return <SkeletonRows label={i18n.t({ id: "log.loadingGoals", message: "Looking up the goals" })} />;
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader
        title={title}
        above={<Link href={paths.log}>{i18n.t({ id: "log.title", message: "Log progress" })}</Link>}
      />
      {iepId ? <Goals studentId={studentId} iepId={iepId} name={name} /> : <NoGoals />}
    </div>
  );
}

function Goals({ studentId, iepId, name }: { studentId: Id<"students">; iepId: Id<"ieps">; name: string }) {
  const { i18n } = useLingui();
  const plan = useQuery(api.ieps.ieps.get, { studentId, iepId });
  const [chosenId, setChosenId] = useState<Id<"goals"> | null>(null);
  const [observedOn, setObservedOn] = useState(today());
  const log = useLog({ studentId, name });
  if (!plan)
    return <SkeletonRows label={i18n.t({ id: "log.loadingGoals", message: "Looking up the goals" })} />;
  const goals = plan.goals.filter(({ isActive }) => isActive);
  if (goals.length === 0) return <NoGoals />;
  // With a single goal there is nothing to choose.
  const openId = chosenId ?? (goals.length === 1 ? goals[0]?.goalId : null);
  return (
    <>
      <ul className="grid gap-3">
        {goals.map((goal) => (
          <GoalPad
            key={goal.goalId}
            studentId={studentId}
            goal={goal}
            statement={goal.statement}
            isOpen={openId === goal.goalId}
            onOpen={() => setChosenId(openId === goal.goalId ? null : goal.goalId)}
            onReading={(reading) => log(goal, reading, observedOn)}
          />
        ))}
      </ul>
      <details className="mt-6">
        <summary className="target inline-flex items-center text-14 text-ink-2">
          {observedOn === today()
            ? i18n.t({ id: "log.today", message: "Measured today. Another day?" })
            : i18n.t({
                id: "log.day",
                message: "Measured on {day}",
                values: { day: format.day(observedOn) },
              })}
        </summary>
        <div className="mt-2">
          <DateField
            label={i18n.t({ id: "log.observedOn", message: "Day of the measurement" })}
            value={observedOn}
            max={today()}
            onChange={(day) => setObservedOn(day || today())}
          />
        </div>
      </details>
    </>
  );
}

function NoGoals() {
  const { i18n } = useLingui();
  return (
    <EmptyState icon={Target} title={i18n.t({ id: "log.noGoals", message: "No goals to log for" })}>
      {i18n.t({
        id: "log.noGoalsAdvice",
        message: "Goals are written in the plan; then they can be measured here.",
      })}
    </EmptyState>
  );
}
