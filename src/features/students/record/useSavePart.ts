import { useCallback } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { ProfilePart } from "#convex/students/rules/profile.ts";
import { type Outcome, useCommand } from "#src/lib/useCommand.ts";

/** Which of the record's commands a part goes through: each has a permission of its own. */
const byTheTeam: ReadonlySet<ProfilePart> = new Set([
  "learning",
  "accessibility",
  "baselines",
  "adjustments",
]);

export const permissionToEdit = (part: ProfilePart) =>
  part === "health"
    ? ("students.editHealth" as const)
    : byTheTeam.has(part)
      ? ("students.editLearning" as const)
      : ("students.edit" as const);

export type SaveField = (field: string) => (base: unknown, next: unknown) => Promise<Outcome<unknown>>;

/** Saves one field of a part at a time, with what the person saw before, so that nobody overwrites another. */
export function useSavePart(studentId: Id<"students">, part: ProfilePart): SaveField {
  const ofProfile = useCommand(api.students.profile.edit, { showsProblem: false });
  const ofLearning = useCommand(api.students.learning.edit, { showsProblem: false });
  const ofHealth = useCommand(api.students.health.edit, { showsProblem: false });
  return useCallback(
    (field) => (base, next) => {
      const change = { base: { [field]: base }, changes: { [field]: next } };
      if (part === "health") return ofHealth({ studentId, ...change });
      // The part and its fields belong together by fieldsOf.ts; the server checks them again.
      const named = { part, ...change } as never;
      return byTheTeam.has(part)
        ? ofLearning({ studentId, change: named })
        : ofProfile({ studentId, change: named });
    },
    [studentId, part, ofProfile, ofLearning, ofHealth],
  );
}
