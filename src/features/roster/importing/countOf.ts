import type { RowOutcome } from "#convex/roster/rules/kinds.ts";

/** How many rows of any kind came to one of these. */
export function countOf(counts: Record<string, number>, ...outcomes: RowOutcome[]): number {
  return Object.entries(counts)
    .filter(([key]) => outcomes.some((outcome) => key.endsWith(`.${outcome}`)))
    .reduce((sum, [, count]) => sum + count, 0);
}
