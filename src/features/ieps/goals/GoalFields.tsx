import { useLingui } from "@lingui/react";
import type { Id } from "#convex/_generated/dataModel.js";
import { goalAreas } from "#convex/ieps/rules/goal.ts";
import { goalAreaName } from "#src/lib/words.ts";
import { LiveChoice, LiveMeasure, LiveText } from "#src/ui/live/LiveFields.tsx";
import { allDirections, allUnits, directionName, type GoalView, unitName } from "./goalWords.ts";
import { useEditGoal } from "./useEditGoal.ts";

/** A goal opened in place: every field saves itself. */
export function GoalFields({ studentId, goal }: { studentId: Id<"students">; goal: GoalView }) {
  const { i18n } = useLingui();
  const edit = useEditGoal(studentId, goal.iepId);
  const { goalId } = goal;
  return (
    <div className="grid gap-4 py-4">
      <LiveText
        label={i18n.t({ id: "goal.statement", message: "Goal" })}
        live={goal.statement}
        save={edit(goalId, "statement")}
        rows={3}
      />
      <div className="grid gap-4 md:grid-cols-2">
        <LiveText
          label={i18n.t({ id: "goal.condition", message: "Under which condition" })}
          live={goal.condition}
          save={edit(goalId, "condition")}
          rows={2}
        />
        <LiveText
          label={i18n.t({ id: "goal.behaviour", message: "What the student will be seen to do" })}
          live={goal.behaviour}
          save={edit(goalId, "behaviour")}
          rows={2}
        />
        <LiveText
          label={i18n.t({ id: "goal.criterion", message: "How well, to count as reached" })}
          live={goal.criterion}
          save={edit(goalId, "criterion")}
          rows={2}
        />
        <LiveText
          label={i18n.t({ id: "goal.schedule", message: "How and how often it is measured" })}
          live={goal.schedule}
          save={edit(goalId, "schedule")}
          rows={2}
        />
        <LiveChoice
          label={i18n.t({ id: "goal.area", message: "Area" })}
          live={goal.area}
          save={edit(goalId, "area")}
          options={goalAreas.map((id) => ({ id, label: goalAreaName(id) }))}
        />
        <div className="flex flex-wrap gap-4">
          <LiveChoice
            label={i18n.t({ id: "goal.measure", message: "Measured in" })}
            live={goal.measure}
            save={edit(goalId, "measure")}
            options={allUnits.map((id) => ({ id, label: unitName(id) }))}
          />
          <LiveChoice
            label={i18n.t({ id: "goal.direction", message: "Direction" })}
            live={goal.direction}
            save={edit(goalId, "direction")}
            options={allDirections.map((id) => ({ id, label: directionName(id) }))}
          />
        </div>
        <LiveMeasure
          label={i18n.t({ id: "goal.baseline", message: "Baseline" })}
          dayLabel={i18n.t({ id: "goal.baselineOn", message: "Measured on" })}
          live={goal.baseline}
          save={edit(goalId, "baseline")}
        />
        <LiveMeasure
          label={i18n.t({ id: "goal.target", message: "Target" })}
          dayLabel={i18n.t({ id: "goal.targetOn", message: "To be reached by" })}
          live={goal.target}
          save={edit(goalId, "target")}
        />
      </div>
    </div>
  );
}
