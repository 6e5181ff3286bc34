import type { Infer } from "convex/values";
import type { exportedPart } from "../exported";

type Part = Infer<typeof exportedPart>;

/** A whole roster on its way out. */
export type Roster = Omit<Part, "cursor">;

export const exportParts = ["organization", "groups", "people", "students"] as const;

/** Two stretches of a roster together. */
export function together(a: Roster, b: Roster): Roster {
  return {
    schools: [...a.schools, ...b.schools],
    terms: [...a.terms, ...b.terms],
    groups: [...a.groups, ...b.groups],
    students: [...a.students, ...b.students],
    people: [...a.people, ...b.people],
  };
}

export const nobody: Roster = { schools: [], terms: [], groups: [], students: [], people: [] };
