import { useLingui } from "@lingui/react";
import { format } from "#src/lib/format.ts";
import { goalAreaName, measured } from "#src/lib/words.ts";
import type { ReadablePlan } from "./PrintedPlan.tsx";

/** The goals with all that makes them measurable, and where the student stands. */
export function PrintedGoals({ goals }: { goals: ReadablePlan["goals"] }) {
  const { i18n } = useLingui();
  return (
    <ol>
      {goals.map((goal) => {
        const { latest } = goal.progress.summary;
        const parts: [string, string][] = [
          [i18n.t({ id: "goal.condition", message: "Under which condition" }), goal.condition],
          [i18n.t({ id: "goal.behaviour", message: "What the student will be seen to do" }), goal.behaviour],
          [i18n.t({ id: "goal.criterion", message: "How well, to count as reached" }), goal.criterion],
          [i18n.t({ id: "goal.schedule", message: "How and how often it is measured" }), goal.schedule],
          [i18n.t({ id: "goal.baseline", message: "Baseline" }), dated(goal.baseline, goal.measure)],
          [i18n.t({ id: "goal.target", message: "Target" }), dated(goal.target, goal.measure)],
          [
            i18n.t({ id: "print.latest", message: "Latest" }),
            latest
              ? dated(latest, goal.measure)
              : i18n.t({ id: "progress.none", message: "Nothing has been measured yet." }),
          ],
        ];
        return (
          <li key={goal.goalId} data-keep-together className="mb-5">
            <h3 className="text-16">
              {i18n.t({
                id: "goal.title",
                message: "Goal {number}: {area}",
                values: { number: goal.number, area: goalAreaName(goal.area) },
              })}
            </h3>
            <p dir="auto" className="reading">
              {goal.statement}
            </p>
            <dl className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-[13rem_minmax(0,1fr)]">
              {parts.map(([name, value]) => (
                <div key={name} className="contents">
                  <dt className="text-14 text-ink-3">{name}</dt>
                  <dd dir="auto" className="tabular">
                    {value}
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        );
      })}
    </ol>
  );
}

function dated({ value, on }: { value: number; on: string }, unit: Parameters<typeof measured>[1]): string {
  return `${measured(value, unit)} · ${format.day(on)}`;
}
