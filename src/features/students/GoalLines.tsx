import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { paths } from "#src/lib/paths.ts";
import { goalAreaName, measured } from "#src/lib/words.ts";
import { Card } from "#src/ui/Card.tsx";
import { PlainLink } from "#src/ui/Link.tsx";
import { Skeleton, SkeletonRows } from "#src/ui/Skeleton.tsx";
import { Sparkline } from "#src/ui/Sparkline.tsx";

/** The goals of the plan being worked from, each with its measurements at a glance. */
export function GoalLines({ studentId, iepId }: { studentId: Id<"students">; iepId: Id<"ieps"> }) {
  const { i18n } = useLingui();
  const plan = useQuery(api.ieps.ieps.get, { studentId, iepId });
  const goals = plan?.goals.filter((goal) => goal.isActive);
  return (
    <Card title={<Trans id="goals.title" message="Goals" />}>
      {goals === undefined && (
        <SkeletonRows label={i18n.t({ id: "goals.loading", message: "Loading goals" })} rows={3} />
      )}
      {goals?.length === 0 && (
        <p className="text-ink-3">
          <Trans id="goals.none" message="The plan has no goals yet. They are written in the plan." />
        </p>
      )}
      <ul className="divide-y divide-hairline">
        {goals?.map((goal) => (
          <GoalLine key={goal.goalId} studentId={studentId} goal={goal} />
        ))}
      </ul>
    </Card>
  );
}

type Goal = {
  goalId: Id<"goals">;
  number: number;
  area: Parameters<typeof goalAreaName>[0];
  statement: string;
};

function GoalLine({ studentId, goal }: { studentId: Id<"students">; goal: Goal }) {
  const { i18n } = useLingui();
  const progress = useQuery(api.progress.goals.get, { studentId, goalId: goal.goalId });
  const values = progress?.observations.map((observation) => observation.value) ?? [];
  const latest = progress?.summary.latest;
  return (
    <li>
      <PlainLink
        href={paths.goal(studentId, goal.goalId)}
        className="-mx-2 flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 rounded px-2 py-2.5 hover:bg-hover"
      >
        <span className="min-w-0 grow basis-60">
          <span className="block text-14 text-ink-3">
            <Trans
              id="goals.name"
              message="Goal {number}: {area}"
              values={{ number: goal.number, area: goalAreaName(goal.area) }}
            />
          </span>
          <span dir="auto" className="match-parent line-clamp-2">
            {goal.statement}
          </span>
        </span>
        {progress === undefined ? (
          <Skeleton className="h-7 w-28" />
        ) : (
          <Sparkline
            values={values}
            target={progress.goal.target.value}
            label={i18n.t({
              id: "goals.sparkline",
              message: "{count, plural, one {# measurement} other {# measurements}} over time",
              values: { count: values.length },
            })}
          />
        )}
        <span className="min-h-[2lh] w-36 text-14 text-ink-2 max-sm:w-auto">
          {latest && progress ? (
            <>
              <span className="block">{measured(latest.value, progress.goal.measure)}</span>
              <time className="text-ink-3" dateTime={latest.on}>
                {format.shortDay(latest.on)}
              </time>
            </>
          ) : (
            progress !== undefined && (
              <span className="text-ink-3">
                <Trans id="goals.noData" message="No data yet" />
              </span>
            )
          )}
        </span>
      </PlainLink>
    </li>
  );
}
