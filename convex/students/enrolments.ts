import { v } from "convex/values";
import { dayProblem, isWithin } from "../dates";
import { problem } from "../errors";
import { studentMutation, studentQuery } from "../functions";
import { findNamed } from "../people/model";
import { civilDay } from "../values";
import { beginSpell, spellsOf } from "./enrolling";
import { requireGrade, requireSchool } from "./model";
import { originOf } from "./origins";
import { requireOversight } from "./oversight";
import { entryReason, exitReason } from "./recordSchema";

const listed = v.object({
  enrolmentId: v.id("enrolments"),
  schoolId: v.id("organizations"),
  schoolName: v.string(),
  gradeLevel: v.string(),
  startsOn: civilDay,
  endsOn: v.union(civilDay, v.null()),
  entryReason: v.union(entryReason, v.null()),
  exitReason: v.union(exitReason, v.null()),
  recordedAt: v.number(),
  recordedBy: v.union(v.string(), v.null()),
  /** Put right since, or ended since: kept to show what was believed. */
  isSuperseded: v.boolean(),
  /** The number of the record that said so, when that has become part of this one. */
  from: v.union(v.string(), v.null()),
});

const MOST_SPELLS = 200;

/** Where the child has been at school, newest first, with what was believed before in between. */
export const list = studentQuery({
  can: "students.readProfile",
  args: {},
  returns: v.array(listed),
  handler: async (ctx, { studentId }) => {
    const rows = await ctx.db
      .query("enrolments")
      .withIndex("by_student", (q) => q.eq("studentId", studentId))
      .order("desc")
      .take(MOST_SPELLS);
    return await Promise.all(
      rows.map(async (row) => ({
        enrolmentId: row._id,
        schoolId: row.schoolId,
        schoolName: await schoolName(row.schoolId),
        gradeLevel: row.gradeLevel,
        startsOn: row.startsOn,
        endsOn: row.endsOn ?? null,
        entryReason: row.entryReason ?? null,
        exitReason: row.exitReason ?? null,
        recordedAt: row.recordedAt,
        recordedBy: (await findNamed(ctx, row.recordedBy))?.name ?? null,
        isSuperseded: row.supersededAt !== undefined,
        from: await originOf(ctx, row.mergeId),
      })),
    );

    async function schoolName(schoolId: (typeof rows)[number]["schoolId"]) {
      return (await ctx.db.get("organizations", schoolId))?.name ?? ctx.organization.name;
    }
  },
});

/**
 * Moves the child to another school of the organization, or to another grade, from a day on; the spell before ends
 * the day before. For whoever oversees both schools.
 * @throws not_enrolled for a child who has left; not_allowed; not_found; invalid; required, not_a_day (startsOn);
 * nothing_moves (gradeLevel) for the school and grade that the child is in on that day
 */
export const move = studentMutation({
  can: "students.transfer",
  args: { schoolId: v.id("organizations"), gradeLevel: v.string(), startsOn: civilDay },
  returns: v.null(),
  handler: async (ctx, { schoolId, gradeLevel, startsOn }) => {
    const { student } = ctx;
    const moves = schoolId !== student.schoolId;
    if (moves) {
      requireOversight(ctx, student.schoolId);
      requireOversight(ctx, schoolId);
    }
    await requireSchool({ db: ctx.organizationDb }, ctx.organization._id, schoolId);
    const grade = requireGrade(ctx.organization, gradeLevel);
    const wrong = dayProblem(startsOn);
    if (wrong) throw problem(wrong, { field: "startsOn" });
    if (student.enrolmentStatus !== "active") throw problem("not_enrolled");
    const until = (await spellsOf(ctx, student._id)).find((spell) => isWithin(startsOn, spell));
    if (until?.schoolId === schoolId && until.gradeLevel === grade)
      throw problem("nothing_moves", { field: "gradeLevel" });
    const reason = moves ? "movedWithinDistrict" : "promoted";
    await beginSpell(ctx, student, { schoolId, gradeLevel: grade, startsOn, entryReason: reason }, reason);
    ctx.note(`school ${schoolId}, grade, from ${startsOn}`);
    return null;
  },
});
