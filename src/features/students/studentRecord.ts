import type { FunctionReturnType } from "convex/server";
import type { api } from "#convex/_generated/api.js";

/** Everything about a student that is not inside a plan. */
export type StudentRecord = FunctionReturnType<typeof api.students.record.get>;
