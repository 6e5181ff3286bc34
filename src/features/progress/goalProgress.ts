import type { FunctionReturnType } from "convex/server";
import type { api } from "#convex/_generated/api.js";

/** A goal with its measurements and what they say, as the server answers. */
export type GoalProgress = FunctionReturnType<typeof api.progress.goals.get>;
export type Observation = GoalProgress["observations"][number];
export type MeasuredGoal = Pick<GoalProgress["goal"], "goalId" | "measure" | "number" | "area">;
