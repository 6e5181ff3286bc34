import { useLingui } from "@lingui/react";
import { Plus, Target } from "lucide-react";
import { useState } from "react";
import type { Id } from "#convex/_generated/dataModel.js";
import { Button } from "#src/ui/Button.tsx";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import { AddGoalDialog } from "./AddGoalDialog.tsx";
import { GoalItem } from "./GoalItem.tsx";
import type { GoalView } from "./goalWords.ts";

/** The annual goals of a plan. */
export function GoalList({
  studentId,
  iepId,
  goals,
  isEditable,
}: {
  studentId: Id<"students">;
  iepId: Id<"ieps">;
  goals: readonly GoalView[];
  isEditable: boolean;
}) {
  const { i18n } = useLingui();
  const [isAdding, setIsAdding] = useState(false);
  const add = (
    <Button size="small" onPress={() => setIsAdding(true)}>
      <Plus aria-hidden size={16} strokeWidth={1.75} />
      {i18n.t({ id: "goal.add", message: "Add a goal" })}
    </Button>
  );
  return (
    <>
      {goals.length === 0 ? (
        <EmptyState
          icon={Target}
          title={i18n.t({ id: "goal.none", message: "No goals yet" })}
          action={isEditable && add}
        >
          {i18n.t({
            id: "goal.noneAdvice",
            message: "What should the student be able to do in a year, and how will the team see it?",
          })}
        </EmptyState>
      ) : (
        <>
          <ol className="border-b border-hairline">
            {goals.map((goal) => (
              <GoalItem key={goal.goalId} studentId={studentId} goal={goal} isEditable={isEditable} />
            ))}
          </ol>
          {isEditable && (
            <div data-screen-only className="mt-4">
              {add}
            </div>
          )}
        </>
      )}
      {isAdding && <AddGoalDialog studentId={studentId} iepId={iepId} onClose={() => setIsAdding(false)} />}
    </>
  );
}
