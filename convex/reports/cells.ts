import type { Doc, Id } from "../_generated/dataModel";
import type { MutationCtx, QueryCtx } from "../functions";
import type { Tally } from "./rules/tallies";

/** The counted cells of a run: one row for all, for each school, each grade, and each school and grade together. */

export type Place = { schoolId?: Id<"organizations">; gradeLevel?: string };
type Cell = Doc<"reportCells">;
type Reads = Pick<QueryCtx, "db">;

/** No organization has more schools, or grades, than this. */
const MOST_CELLS = 1000;

export function tallyOf(cell: Cell | null): Tally {
  return new Map(Object.entries(cell ? (JSON.parse(cell.tally) as Record<string, number>) : {}));
}

/** The cell of a place, or null while nothing was counted there. */
export async function findCell(ctx: Reads, runId: Id<"reportRuns">, place: Place): Promise<Cell | null> {
  return await ctx.db
    .query("reportCells")
    .withIndex("by_run_and_school", (q) =>
      q.eq("runId", runId).eq("schoolId", place.schoolId).eq("gradeLevel", place.gradeLevel),
    )
    .unique();
}

/** The cells of all schools, over all grades. */
export async function cellsBySchool(ctx: Reads, runId: Id<"reportRuns">): Promise<Cell[]> {
  return await ctx.db
    .query("reportCells")
    .withIndex("by_run_and_grade", (q) =>
      q.eq("runId", runId).eq("gradeLevel", undefined).gt("schoolId", undefined),
    )
    .take(MOST_CELLS);
}

/** The cells of all grades, over all schools or in one. */
export async function cellsByGrade(
  ctx: Reads,
  runId: Id<"reportRuns">,
  schoolId?: Id<"organizations">,
): Promise<Cell[]> {
  return await ctx.db
    .query("reportCells")
    .withIndex("by_run_and_school", (q) =>
      q.eq("runId", runId).eq("schoolId", schoolId).gt("gradeLevel", undefined),
    )
    .take(MOST_CELLS);
}

/** Adds what a batch has counted to the four cells of each child's place. */
export async function keepCells(
  ctx: MutationCtx,
  run: Doc<"reportRuns">,
  counted: readonly { place: Required<Place>; tally: Tally }[],
): Promise<void> {
  const sums = new Map<string, { place: Place; tally: Tally }>();
  for (const { place, tally } of counted) {
    const { schoolId, gradeLevel } = place;
    for (const group of [{}, { schoolId }, { gradeLevel }, { schoolId, gradeLevel }]) {
      const name = JSON.stringify(group);
      const sum = sums.get(name) ?? { place: group, tally: new Map() };
      sums.set(name, sum);
      for (const [key, n] of tally) sum.tally.set(key, (sum.tally.get(key) ?? 0) + n);
    }
  }
  for (const { place, tally } of sums.values()) await addTo(ctx, run, place, tally);
}

async function addTo(ctx: MutationCtx, run: Doc<"reportRuns">, place: Place, more: Tally): Promise<void> {
  if (more.size === 0) return;
  const cell = await findCell(ctx, run._id, place);
  const tally = tallyOf(cell);
  for (const [key, n] of more) tally.set(key, (tally.get(key) ?? 0) + n);
  const text = JSON.stringify(Object.fromEntries(tally));
  if (cell) await ctx.db.patch("reportCells", cell._id, { tally: text });
  else {
    const row = { organizationId: run.organizationId, runId: run._id, ...place, tally: text };
    await ctx.db.insert("reportCells", row);
  }
}
