import { v } from "convex/values";
import { problem } from "../errors";
import { type StudentMutationCtx, studentMutation } from "../functions";
import { requireMember } from "../organizations/model";
import { civilDay } from "../values";
import { beginSpell, type ExitReason, endEnrolment } from "./enrolling";
import { requireGrade, requireSchool } from "./model";
import { archiveReasons } from "./rules/enrolment";

/** A team is a dozen people; over the years a hundred spells. */
const MOST_SPELLS = 200;

/**
 * Puts a record away: the enrolment ends with its last day and the reason, and so does the access of those who work
 * with the child, on the same day or a later one. The record stays, for administrators and the family.
 * @throws not_enrolled; days_out_of_order for access that would end before the child has left
 */
export const archive = studentMutation({
  can: "students.archive",
  args: {
    reason: v.union(...archiveReasons.map((reason) => v.literal(reason))),
    lastDayOn: civilDay,
    /** The last day on which the team may open the record; the last day at school when absent. */
    accessEndsOn: v.optional(civilDay),
  },
  returns: v.null(),
  handler: async (ctx, { reason, lastDayOn, accessEndsOn = lastDayOn }) => {
    await leave(ctx, { reason, lastDayOn, accessEndsOn });
    ctx.note(`archived: ${reason}`);
    return null;
  },
});

/** Ends the enrolment of the open compartment's child, and the access of its team. */
export async function leave(
  ctx: StudentMutationCtx,
  { reason, lastDayOn, accessEndsOn }: { reason: ExitReason; lastDayOn: string; accessEndsOn: string },
): Promise<void> {
  if (accessEndsOn < lastDayOn) throw problem("days_out_of_order", { field: "accessEndsOn" });
  const { studentId } = ctx.compartment;
  await endEnrolment(ctx, studentId, { endsOn: lastDayOn, reason });
  const spells = await ctx.db
    .query("teamMemberships")
    .withIndex("by_student_and_person", (q) => q.eq("studentId", studentId))
    .take(MOST_SPELLS);
  for (const spell of spells) {
    if (spell.endsOn !== undefined && spell.endsOn <= accessEndsOn) continue;
    await ctx.db.patch("teamMemberships", spell._id, { endsOn: accessEndsOn, endLearnedAt: Date.now() });
  }
  await ctx.db.patch("students", studentId, { staffAccessEndsOn: accessEndsOn });
}

/**
 * Takes a child back who had left: the record goes on where it was, with a new team. Who managed the case before
 * does so again only when chosen.
 * @throws already_enrolled; not_found for a school of others; invalid for a grade that the organization lacks
 */
export const readmit = studentMutation({
  can: "students.archive",
  args: {
    schoolId: v.id("organizations"),
    gradeLevel: v.string(),
    startsOn: civilDay,
    caseManagerId: v.optional(v.id("people")),
  },
  returns: v.null(),
  handler: async (ctx, { studentId, schoolId, gradeLevel, startsOn, caseManagerId }) => {
    await requireSchool({ db: ctx.organizationDb }, ctx.organization._id, schoolId);
    if (ctx.student.enrolmentStatus === "active") throw problem("already_enrolled");
    const grade = requireGrade(ctx.organization, gradeLevel);
    if (caseManagerId) await requireMember(ctx, caseManagerId, ["caseManager", "teacher", "specialist"]);
    await beginSpell(ctx, ctx.student, { schoolId, gradeLevel: grade, startsOn, entryReason: "returned" });
    // The team's memberships ended when the child left, so nobody has access again by itself.
    await ctx.db.patch("students", studentId, { staffAccessEndsOn: undefined, caseManagerId });
    ctx.note(`readmitted to school ${schoolId}`);
    return null;
  },
});
