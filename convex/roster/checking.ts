import { v } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import { internalMutation } from "../functions";
import { BATCH_ROWS, type Batch, nextRows, openBatch, record, tallied } from "./batch";
import { goOn, nextSize } from "./course";
import { decide, duplicateOf } from "./deciding/decide";
import { decideLeaving } from "./deciding/students";
import { sealFinding } from "./sealed";
import { findStaged, opened } from "./staged";

/** The dry run, batch by batch: what each row comes to is written beside it, and nothing else is. */
export const step = internalMutation({
  args: { importId: v.id("imports"), rows: v.optional(v.number()) },
  returns: v.null(),
  handler: async (ctx, { importId, rows = BATCH_ROWS }) => {
    const batch = await openBatch(ctx, importId, "checking");
    if (!batch) return null;
    const done =
      batch.import.reached < batch.import.staged
        ? await checkRows(batch, rows)
        : await findAbsent(batch, rows);
    if (!done) await goOn(ctx, batch.import, "checking", nextSize(rows));
    return null;
  },
});

async function checkRows(batch: Batch, rows: number): Promise<boolean> {
  const { _id: importId, reached, staged, counts, students } = batch.import;
  const moves: [string, number][] = [];
  const end = Math.min(reached + rows, staged);
  let to = end;
  let leaving = 0;
  for await (const row of nextRows(batch, { after: reached, upTo: end })) {
    to = row.position;
    const openRow = opened(row);
    const double = await duplicateOf(batch, openRow);
    const { outcome, problems, changes, candidateId } = await decide(batch, openRow, double);
    await batch.db.patch("importRows", row._id, {
      outcome,
      problems,
      finding: changes.length > 0 ? sealFinding(row, { changes, effects: [] }) : undefined,
      candidateId,
    });
    moves.push([`${row.kind}.${outcome}`, 1]);
    if (outcome === "leave") leaving++;
  }
  await batch.db.patch("imports", importId, {
    reached: to,
    counts: tallied(counts, moves),
    students: { ...students, leaving: students.leaving + leaving },
    steppedAt: Date.now(),
  });
  return false;
}

/**
 * Goes through the students whom the source has brought. Of a whole file, those whom it no longer names leave: a row
 * of its own says so, and can be seen, applied and taken back like any other.
 */
async function findAbsent(batch: Batch, rows: number): Promise<boolean> {
  const ours = batch.import;
  const { page, isDone, continueCursor } = await batch.db
    .query("externalIds")
    .withIndex("by_external_id", (q) =>
      q.eq("organizationId", ours.organizationId).eq("source", ours.source).eq("kind", "student"),
    )
    .paginate({ numItems: rows, cursor: ours.absentCursor ?? null });
  let [active, leaving, total] = [0, 0, ours.total];
  for (const known of page) {
    const studentId = batch.db.normalizeId("students", known.rowId);
    const student = studentId && (await batch.db.get("students", studentId));
    if (student?.enrolmentStatus !== "active") continue;
    active++;
    if (ours.mode === "delta" || (await findStaged(batch, "student", known.externalId))) continue;
    leaving++;
    await addLeaving(batch, ++total, known.externalId, student);
  }
  await batch.db.patch("imports", ours._id, {
    total,
    absentCursor: continueCursor,
    counts: tallied(ours.counts, [["student.leave", leaving]]),
    students: { active: ours.students.active + active, leaving: ours.students.leaving + leaving },
    steppedAt: Date.now(),
    ...(isDone && { status: "checked" as const, reached: 0 }),
  });
  if (isDone) await record(batch, "roster/checking:step", `checked ${total} rows`);
  return isDone;
}

async function addLeaving(batch: Batch, position: number, externalId: string, student: Doc<"students">) {
  const place = { organizationId: batch.organization._id, importId: batch.import._id, position };
  const row = { ...place, kind: "student" as const, externalId, file: "", line: 0, cells: "" };
  const { outcome, problems, changes } = decideLeaving(batch, student);
  await batch.db.insert("importRows", {
    ...row,
    outcome,
    problems,
    finding: sealFinding(place, { changes, effects: [] }),
    result: "waiting",
    targetId: student._id,
  });
}
