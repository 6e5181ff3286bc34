import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { GoalForFamily } from "./GoalForFamily.tsx";

/** How the goals of the shared plan go right now; moves by itself when the team logs something. */
export function GoalsNow({ studentId, iepId }: { studentId: Id<"students">; iepId: Id<"ieps"> }) {
  const { i18n } = useLingui();
  const plan = useQuery(api.ieps.readable.get, { studentId, iepId });
  return (
    <section aria-labelledby="goals-title">
      <h2 id="goals-title" className="mb-3 text-23">
        <Trans id="family.goalsNow" message="How the goals are going" />
      </h2>
      {plan === undefined && (
        <SkeletonRows label={i18n.t({ id: "goals.loading", message: "Loading goals" })} rows={3} />
      )}
      {plan?.goals.length === 0 && (
        <p className="text-ink-2">
          <Trans id="family.noGoals" message="The plan has no goals yet." />
        </p>
      )}
      <div className="flex flex-col gap-4">
        {plan?.goals.map((goal) => (
          <GoalForFamily key={goal.goalId} goal={goal} />
        ))}
      </div>
    </section>
  );
}
