import type { Doc, Id } from "../_generated/dataModel";
import { removeWords } from "../students/nameWords";
import type { Batch } from "./batch";
import { removeNeeds } from "./deciding/studentFacts";

/** Students whom an import has added, and whether anybody has worked with them since. */

/** Reading is no work: these commands leave an entry and change nothing. */
const READS = new Set(["students/record:open", "students/health:open"]);
const FEW = 20;

/**
 * Whether a student is still as the import made them: nobody has done anything about them, and no later import has
 * changed them.
 */
export async function isUntouched(
  batch: Batch,
  row: Doc<"importRows">,
  studentId: Id<"students">,
): Promise<boolean> {
  const entries = await batch.db
    .query("auditEntries")
    .withIndex("by_student", (q) => q.eq("studentId", studentId))
    .order("desc")
    .take(FEW);
  if (entries.length === FEW || entries.some(({ command }) => !READS.has(command))) return false;
  const later = await batch.db
    .query("importRows")
    .withIndex("by_target", (q) =>
      q
        .eq("organizationId", batch.organization._id)
        .eq("targetId", studentId)
        .gt("appliedAt", row.appliedAt ?? 0),
    )
    .take(FEW);
  if (later.some((other) => other.importId !== batch.import._id && other.result === "applied")) return false;
  const group = await batch.db
    .query("groupStudents")
    .withIndex("by_student", (q) => q.eq("studentId", studentId))
    .first();
  const plan = await batch.db
    .query("ieps")
    .withIndex("by_student_and_status", (q) => q.eq("studentId", studentId))
    .first();
  return group === null && plan === null;
}

/** Takes out a student whom nobody has touched, with everything that enrolling wrote. */
export async function removeStudent(batch: Batch, studentId: Id<"students">): Promise<void> {
  const student = await batch.db.get("students", studentId);
  if (!student) return;
  const spells = await batch.db
    .query("enrolments")
    .withIndex("by_student", (q) => q.eq("studentId", studentId))
    .take(FEW);
  for (const { _id } of spells) await batch.db.delete("enrolments", _id);
  const versions = await batch.db
    .query("recordVersions")
    .withIndex("by_student", (q) => q.eq("studentId", studentId))
    .take(FEW);
  for (const { _id } of versions) await batch.db.delete("recordVersions", _id);
  const profiles = await batch.db
    .query("studentProfiles")
    .withIndex("by_student", (q) => q.eq("studentId", studentId))
    .take(FEW);
  for (const { _id } of profiles) await batch.db.delete("studentProfiles", _id);
  await removeNeeds(batch, studentId);
  await removeWords(batch, studentId);
  const newer = await batch.db
    .query("duplicates")
    .withIndex("by_pair", (q) => q.eq("newerId", studentId))
    .take(FEW);
  const older = await batch.db
    .query("duplicates")
    .withIndex("by_older", (q) => q.eq("olderId", studentId))
    .take(FEW);
  for (const { _id } of [...newer, ...older]) await batch.db.delete("duplicates", _id);
  await batch.db.delete("students", studentId);
}
