import type { FunctionArgs } from "convex/server";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { changePlan } from "../plan/changePlan.ts";

export type GoalChanges = FunctionArgs<typeof api.ieps.goals.edit>["changes"];

/** Saves one field of a goal: `edit(goalId, "statement")` is what a live field needs. */
export function useEditGoal(studentId: Id<"students">, iepId: Id<"ieps">) {
  const send = useCommand(api.ieps.goals.edit, {
    showsProblem: false,
    optimistic: (store, { goalId, changes }) =>
      changePlan(store, { studentId, iepId }, (plan) => ({
        ...plan,
        goals: plan.goals.map((goal) => (goal.goalId === goalId ? { ...goal, ...changes } : goal)),
      })),
  });
  return <Field extends keyof GoalChanges>(goalId: Id<"goals">, field: Field) =>
    (base: NonNullable<GoalChanges[Field]>, next: NonNullable<GoalChanges[Field]>) =>
      send({ studentId, goalId, base: { [field]: base }, changes: { [field]: next } });
}
