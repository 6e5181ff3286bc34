import { v } from "convex/values";
import { requireRow } from "../access/load";
import { endingNow } from "../dates";
import { problem } from "../errors";
import { organizationMutation } from "../functions";
import { administers, requireMember } from "../organizations/model";
import { endProblem, spanProblem } from "../students/rules";
import { civilDay } from "../values";
import { assignTeacher, placeStudent, requireOpenGroup } from "./model";

const days = { startsOn: v.optional(civilDay), endsOn: v.optional(civilDay) };

/** As many as fit into one class list. */
const MOST_AT_ONCE = 200;

/** Puts a teacher in charge of a group, from a day on (today, when none is given). Throws `already_in_group`. */
export const addTeacher = organizationMutation({
  can: "groups.edit",
  args: { groupId: v.id("groups"), personId: v.id("people"), ...days },
  returns: v.id("groupTeachers"),
  handler: async (ctx, { groupId, personId, startsOn = ctx.today, endsOn }) => {
    await requireOpenGroup(ctx, groupId);
    await requireMember(ctx, personId, ["administrator", "caseManager", "teacher", "specialist"]);
    const wrong = spanProblem(startsOn, endsOn);
    if (wrong) throw problem(wrong, { field: "startsOn" });
    const id = await assignTeacher(ctx, groupId, personId, { startsOn, endsOn });
    if (!id) throw problem("already_in_group", { field: "personId" });
    ctx.note(`group ${groupId}: person ${personId} teaches`);
    return id;
  },
});

/** Puts pupils in a group, at most two hundred at a time; whoever is in it already stays as they are. Answers how many are new. */
export const addStudents = organizationMutation({
  can: "groups.edit",
  args: { groupId: v.id("groups"), studentIds: v.array(v.id("students")), ...days },
  returns: v.number(),
  handler: async (ctx, { groupId, studentIds, startsOn = ctx.today, endsOn }) => {
    await requireOpenGroup(ctx, groupId);
    if (studentIds.length > MOST_AT_ONCE) throw problem("too_large", { params: { most: MOST_AT_ONCE } });
    const wrong = spanProblem(startsOn, endsOn);
    if (wrong) throw problem(wrong, { field: "startsOn" });
    let added = 0;
    for (const studentId of studentIds) {
      const student = await requireRow(ctx, "students", studentId);
      if (!administers(ctx, student.schoolId)) throw problem("not_found", { field: "studentIds" });
      if (await placeStudent(ctx, groupId, studentId, { startsOn, endsOn })) added++;
    }
    ctx.note(`group ${groupId}: students ${studentIds.join(" ")}`);
    return added;
  },
});

/**
 * Ends a teacher's spell in a group, after a day or, without one, now: yesterday is then the last day, and one that
 * would have begun today or later never was.
 * @throws not_a_day, days_out_of_order (endsOn) for a day before its first
 */
export const endTeacher = organizationMutation({
  can: "groups.edit",
  args: { groupTeacherId: v.id("groupTeachers"), endsOn: v.optional(civilDay) },
  returns: v.null(),
  handler: async (ctx, { groupTeacherId, endsOn: said }) => {
    const spell = await requireRow(ctx, "groupTeachers", groupTeacherId);
    const { groupId } = spell;
    await requireOpenGroup(ctx, groupId);
    const wrong = endProblem(spell, said);
    if (wrong) throw problem(wrong, { field: "endsOn" });
    const endsOn = said ?? endingNow(spell, ctx.today);
    await ctx.db.patch("groupTeachers", groupTeacherId, { endsOn });
    ctx.note(`group ${groupId}: teacher ${groupTeacherId} until ${endsOn}`);
    return null;
  },
});

/** Ends a pupil's place in a group; the same rule of days. */
export const endStudent = organizationMutation({
  can: "groups.edit",
  args: { groupStudentId: v.id("groupStudents"), endsOn: v.optional(civilDay) },
  returns: v.null(),
  handler: async (ctx, { groupStudentId, endsOn: said }) => {
    const spell = await requireRow(ctx, "groupStudents", groupStudentId);
    const { groupId } = spell;
    await requireOpenGroup(ctx, groupId);
    const wrong = endProblem(spell, said);
    if (wrong) throw problem(wrong, { field: "endsOn" });
    const endsOn = said ?? endingNow(spell, ctx.today);
    await ctx.db.patch("groupStudents", groupStudentId, { endsOn });
    ctx.note(`group ${groupId}: place ${groupStudentId} until ${endsOn}`);
    return null;
  },
});
