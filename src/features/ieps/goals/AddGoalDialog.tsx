import { useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { addYears } from "#convex/dates.ts";
import { checkGoal, type GoalInput, goalAreas, goalInput } from "#convex/ieps/rules/goal.ts";
import { accepted } from "#convex/typed.ts";
import { FormDialog } from "#src/lib/FormDialog.tsx";
import { today } from "#src/lib/format.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
import { goalAreaName } from "#src/lib/words.ts";
import { DateField } from "#src/ui/DateField.tsx";
import { NumberField } from "#src/ui/NumberField.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { errorsOf } from "../fields/errorsOf.ts";
import { allDirections, allUnits, directionName, unitName } from "./goalWords.ts";

/** A goal not written yet: numbers may still be missing (NaN). */
const blank = (): GoalInput => ({
  area: "reading",
  statement: "",
  condition: "",
  behaviour: "",
  criterion: "",
  measure: "percent",
  direction: "increase",
  baseline: { value: Number.NaN, on: today() },
  target: { value: Number.NaN, on: addYears(today(), 1) },
  schedule: "",
});

/** A number that is missing comes back from the device as null, which no field knows. */
const withNumbers = (goal: GoalInput): GoalInput => ({
  ...goal,
  baseline: { ...goal.baseline, value: goal.baseline.value ?? Number.NaN },
  target: { ...goal.target, value: goal.target.value ?? Number.NaN },
});

/** Writes a new goal; it joins the plan when it is complete. */
export function AddGoalDialog({
  studentId,
  iepId,
  onClose,
}: {
  studentId: Id<"students">;
  iepId: Id<"ieps">;
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const [first] = useState(blank);
  const words = useWords(`goal ${iepId}`);
  const [changed, setChanged] = useKept<Partial<GoalInput>>(words, "goal", {});
  const goal = withNumbers({ ...first, ...changed });
  const add = useCommand(api.ieps.goals.add, {
    showsProblem: false,
    done: i18n.t({ id: "goal.added", message: "Goal added" }),
  });
  const set = (change: Partial<GoalInput>) => setChanged((before) => ({ ...before, ...change }));
  const form = useSubmit(
    () => errorsOf(() => checkGoal(accepted(goalInput, goal))) ?? add({ studentId, iepId, ...goal }),
    onClose,
    words,
  );
  const text = (name: "statement" | "condition" | "behaviour" | "criterion" | "schedule") => ({
    name,
    value: goal[name],
    onChange: (value: string) => set({ [name]: value }),
  });
  return (
    <FormDialog
      title={i18n.t({ id: "goal.add", message: "Add a goal" })}
      onClose={onClose}
      form={form}
      act={i18n.t({ id: "goal.add", message: "Add a goal" })}
    >
      <SelectField
        label={i18n.t({ id: "goal.area", message: "Area" })}
        name="area"
        options={goalAreas.map((id) => ({ id, label: goalAreaName(id) }))}
        value={goal.area}
        onChange={(area) => set({ area })}
      />
      <TextField
        label={i18n.t({ id: "goal.statement", message: "Goal" })}
        hint={i18n.t({ id: "goal.statementHint", message: "One sentence that the family understands." })}
        rows={3}
        {...text("statement")}
      />
      <TextField
        label={i18n.t({ id: "goal.condition", message: "Under which condition" })}
        rows={2}
        {...text("condition")}
      />
      <TextField
        label={i18n.t({ id: "goal.behaviour", message: "What the student will be seen to do" })}
        rows={2}
        {...text("behaviour")}
      />
      <TextField
        label={i18n.t({ id: "goal.criterion", message: "How well, to count as reached" })}
        rows={2}
        {...text("criterion")}
      />
      <SelectField
        label={i18n.t({ id: "goal.measure", message: "Measured in" })}
        name="measure"
        options={allUnits.map((id) => ({ id, label: unitName(id) }))}
        value={goal.measure}
        onChange={(measure) => set({ measure })}
      />
      <SelectField
        label={i18n.t({ id: "goal.direction", message: "Direction" })}
        name="direction"
        options={allDirections.map((id) => ({ id, label: directionName(id) }))}
        value={goal.direction}
        onChange={(direction) => set({ direction })}
      />
      {(["baseline", "target"] as const).map((point) => (
        <div key={point} className="flex flex-wrap gap-4">
          <NumberField
            label={
              point === "baseline"
                ? i18n.t({ id: "goal.baseline", message: "Baseline" })
                : i18n.t({ id: "goal.target", message: "Target" })
            }
            name={`${point}.value`}
            minValue={0}
            value={goal[point].value}
            onChange={(value) => set({ [point]: { ...goal[point], value } })}
          />
          <DateField
            label={
              point === "baseline"
                ? i18n.t({ id: "goal.baselineOn", message: "Measured on" })
                : i18n.t({ id: "goal.targetOn", message: "To be reached by" })
            }
            name={`${point}.on`}
            value={goal[point].on}
            onChange={(on) => set({ [point]: { ...goal[point], on } })}
          />
        </div>
      ))}
      <TextField
        label={i18n.t({ id: "goal.schedule", message: "How and how often it is measured" })}
        {...text("schedule")}
      />
    </FormDialog>
  );
}
