import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { GoalLines } from "#src/features/students/GoalLines.tsx";
import { Identity } from "#src/features/students/Identity.tsx";
import { Plans } from "#src/features/students/Plans.tsx";
import { Team } from "#src/features/students/Team.tsx";
import { useAddress } from "#src/lib/useAddress.ts";
import { classNames } from "#src/ui/classNames.ts";

/** A child at a glance: their plans and how the goals go, who they are, and who is around them. */
export function StudentPage() {
  const { studentId } = useAddress();
  const record = useQuery(api.students.record.get, { studentId });
  const workingPlan = record?.activeIepId ?? record?.draftIepId ?? null;
  const plan = useQuery(api.ieps.ieps.get, workingPlan === null ? "skip" : { studentId, iepId: workingPlan });
  if (record === undefined) return null;
  // What lies below the goals waits for them, so that nothing moves from under a finger.
  const isBelowReady = workingPlan === null || plan !== undefined;
  return (
    <div className="grid items-start gap-6 md:grid-cols-[3fr_2fr]">
      <div className="flex min-w-0 flex-col gap-6">
        {workingPlan !== null && <GoalLines studentId={studentId} iepId={workingPlan} />}
        {isBelowReady && <Plans record={record} />}
      </div>
      <div className={classNames("flex min-w-0 flex-col gap-6", !isBelowReady && "max-md:hidden")}>
        <Identity record={record} />
        <Team record={record} />
      </div>
    </div>
  );
}
