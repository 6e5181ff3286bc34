import { internal } from "../_generated/api";
import type { Doc, Id } from "../_generated/dataModel";
import { expire } from "../exports/expiry";
import type { OrganizationMutationCtx } from "../functions";
import { fullName } from "../students/rules";
import { leftOn } from "./model";

const MANY = 100;

/**
 * Begins a destruction. Of a whole record the child's own row goes first, in this transaction: with it every door
 * closes, so that nothing can be added behind the batches that follow. Copies of the organization that hold the
 * child go too.
 */
export async function beginDestruction(
  ctx: OrganizationMutationCtx,
  proposal: Doc<"retentionProposals">,
  student: Doc<"students">,
  confirmedBy: Id<"people">[],
): Promise<void> {
  const { organizationId, recordKind, reason, askedBy, keepsPermanentRecord = false } = proposal;
  const isWhole = recordKind === "record";
  if (isWhole && keepsPermanentRecord) await keepPermanently(ctx, student);
  // Records that turned out to be of the same child, and became part of this one, hold the child too.
  const records = isWhole ? [student, ...(await mergedInto(ctx, student._id))] : [student];
  for (const { _id: formerStudentId } of records) {
    const destructionId = await ctx.db.insert("destructions", {
      organizationId,
      formerStudentId,
      recordKind,
      reason,
      ...(askedBy && { askedBy }),
      confirmedBy,
      status: "running",
      startedAt: Date.now(),
      step: 0,
      counts: [],
      files: 0,
      keptPermanentRecord: isWhole && keepsPermanentRecord && formerStudentId === student._id,
    });
    if (isWhole) await ctx.db.delete("students", formerStudentId);
    await ctx.scheduler.runAfter(0, internal.retention.destroying.step, { destructionId });
    ctx.note(`destruction ${destructionId} of the ${recordKind} of ${formerStudentId}`);
  }
  if (!isWhole) await ctx.db.delete("retentionProposals", proposal._id);
  await expireCopies(ctx);
}

async function mergedInto(ctx: OrganizationMutationCtx, keptId: Id<"students">): Promise<Doc<"students">[]> {
  const merges = await ctx.db
    .query("merges")
    .withIndex("by_kept", (q) => q.eq("keptId", keptId))
    .take(MANY);
  const found: Doc<"students">[] = [];
  for (const { otherId } of merges) {
    const other = await ctx.db.get("students", otherId);
    if (other?.mergedIntoId === keptId) found.push(other, ...(await mergedInto(ctx, otherId)));
  }
  return found;
}

/** Name, number, dates, school and grade may stay without limit (34 CFR 300.624(b)). */
async function keepPermanently(ctx: OrganizationMutationCtx, student: Doc<"students">): Promise<void> {
  const school = await ctx.db.get("organizations", student.schoolId);
  const [first] = await ctx.db
    .query("enrolments")
    .withIndex("by_student", (q) => q.eq("studentId", student._id))
    .take(1);
  const left = await leftOn(ctx, student);
  await ctx.db.insert("permanentRecords", {
    organizationId: student.organizationId,
    formerStudentId: student._id,
    name: fullName(student),
    studentNumber: student.studentNumber,
    schoolName: school?.name ?? ctx.organization.name,
    gradeLevel: student.gradeLevel,
    ...(first && { startedOn: first.startsOn }),
    ...(left && { leftOn: left }),
    keptAt: Date.now(),
  });
}

async function expireCopies(ctx: OrganizationMutationCtx): Promise<void> {
  const copies = await ctx.db
    .query("organizationExports")
    .withIndex("by_organization", (q) => q.eq("organizationId", ctx.organization._id))
    .order("desc")
    .take(MANY);
  for (const copy of copies) {
    if (copy.status !== "expired") await expire(ctx, "organizationExports", copy);
  }
}
