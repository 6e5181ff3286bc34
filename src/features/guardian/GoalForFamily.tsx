import { Trans, useLingui } from "@lingui/react";
import type { FunctionReturnType } from "convex/server";
import type { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { goalAreaName, measured } from "#src/lib/words.ts";
import { Meter } from "#src/ui/Meter.tsx";
import { progressSentence } from "./progressSentence.ts";

export type ReadablePlan = FunctionReturnType<typeof api.ieps.readable.get>;
export type ReadableGoal = ReadablePlan["goals"][number];

/** A goal in plain words: what, from where to where, and how it goes; it moves while the team logs. */
export function GoalForFamily({ goal }: { goal: ReadableGoal }) {
  const { i18n } = useLingui();
  const { summary } = goal.progress;
  const percent = Math.round((summary.progressToTarget ?? 0) * 100);
  return (
    <article data-keep-together className="rounded border border-hairline bg-raised p-5 max-sm:p-4">
      <p className="text-14 text-ink-3">
        <Trans
          id="goals.name"
          message="Goal {number}: {area}"
          values={{ number: goal.number, area: goalAreaName(goal.area) }}
        />
      </p>
      <p dir="auto" className="text-18 leading-relaxed">
        {goal.statement}
      </p>
      <dl className="mt-3 grid gap-x-6 gap-y-2 text-16 sm:grid-cols-3">
        <div>
          <dt className="text-14 text-ink-3">
            <Trans id="family.start" message="At the start" />
          </dt>
          <dd>
            {measured(goal.baseline.value, goal.measure)}
            <span className="block text-14 text-ink-3">{format.day(goal.baseline.on)}</span>
          </dd>
        </div>
        <div>
          <dt className="text-14 text-ink-3">
            <Trans id="family.latest" message="Last time" />
          </dt>
          <dd>
            {summary.latest === null ? (
              <Trans id="family.notMeasured" message="Not measured yet" />
            ) : (
              <>
                {measured(summary.latest.value, goal.measure)}
                <span className="block text-14 text-ink-3">{format.day(summary.latest.on)}</span>
              </>
            )}
          </dd>
        </div>
        <div>
          <dt className="text-14 text-ink-3">
            <Trans id="family.target" message="The goal" />
          </dt>
          <dd>
            {measured(goal.target.value, goal.measure)}
            <span className="block text-14 text-ink-3">
              <Trans id="family.by" message="by {day}" values={{ day: format.day(goal.target.on) }} />
            </span>
          </dd>
        </div>
      </dl>
      {summary.latest !== null && (
        <div className="mt-3">
          <Meter
            label={i18n.t({ id: "family.way", message: "Way from the start to the goal" })}
            value={percent}
            valueLabel={format.percent(Math.max(0, percent))}
          />
        </div>
      )}
      <p className="mt-3 text-16">{progressSentence(goal)}</p>
    </article>
  );
}
