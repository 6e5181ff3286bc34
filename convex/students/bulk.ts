import { v } from "convex/values";
import type { Doc, Id } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import type { Permission } from "../access/policy";
import { append } from "../audit/model";
import { problem } from "../errors";
import { type OrganizationMutationCtx, organizationMutation } from "../functions";
import { administers } from "../organizations/model";
import { changeStudent } from "./registering";

/** As many as one looks through before deciding. */
const MOST_AT_ONCE = 200;

/** Hands several pupils to one case manager. All of them, or none: throws `not_found` for one whose school is not the caller's. */
export const assignCaseManager = organizationMutation({
  can: "students.assign",
  args: { studentIds: v.array(v.id("students")), caseManagerId: v.id("people") },
  returns: v.null(),
  handler: async (ctx, { studentIds, caseManagerId }) => {
    for (const student of await chosen(ctx, studentIds)) {
      await changeStudent(ctx, student, { caseManagerId });
      await stand(ctx, student, "students.assign", "students/bulk:assignCaseManager", "caseManagerId");
    }
    ctx.note(`case manager ${caseManagerId} for ${studentIds.length} students`);
    return null;
  },
});

/** Puts on record that the caller takes a list of these pupils out of the system, on each pupil's own record. */
export const recordExport = organizationMutation({
  can: "students.exportRows",
  args: { studentIds: v.array(v.id("students")) },
  returns: v.null(),
  handler: async (ctx, { studentIds }) => {
    for (const student of await chosen(ctx, studentIds)) {
      await stand(ctx, student, "students.exportRows", "students/bulk:recordExport", "exported from a list");
    }
    ctx.note(`list of ${studentIds.length} students exported`);
    return null;
  },
});

/** The pupils with these ids, each in a school that the caller administers. */
async function chosen(
  ctx: OrganizationMutationCtx,
  studentIds: Id<"students">[],
): Promise<Doc<"students">[]> {
  if (studentIds.length === 0) throw problem("required", { field: "studentIds" });
  if (studentIds.length > MOST_AT_ONCE) throw problem("too_large", { params: { most: MOST_AT_ONCE } });
  const students = [];
  for (const studentId of new Set(studentIds)) {
    const student = await requireRow(ctx, "students", studentId);
    if (!administers(ctx, student.schoolId)) throw problem("not_found", { field: "studentIds" });
    students.push(student);
  }
  return students;
}

/** One entry a pupil, so that the trail of each child is whole by itself. */
async function stand(
  ctx: OrganizationMutationCtx,
  { _id: studentId }: Doc<"students">,
  permission: Permission,
  command: string,
  summary: string,
): Promise<void> {
  const organizationId = ctx.organization._id;
  await append(ctx, {
    organizationId,
    studentId,
    actorId: ctx.person._id,
    permission,
    command,
    outcome: "done",
    summary,
  });
}
