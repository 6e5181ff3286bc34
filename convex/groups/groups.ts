import { paginationOptsValidator, paginationResultValidator } from "convex/server";
import { v } from "convex/values";
import { isWithin, neverHeld } from "../dates";
import { problem } from "../errors";
import { organizationMutation, organizationQuery } from "../functions";
import { administers, requireSchoolRow } from "../organizations/model";
import { findNamed, presentedPerson } from "../people/model";
import { fullName } from "../students/rules";
import { accepted } from "../typed";
import { civilDay } from "../values";
import { LARGEST_GROUP, requireGroup, requireOpenGroup, teachersOf } from "./model";
import { groupInput } from "./rules";
import { groupKind } from "./schema";

const group = {
  groupId: v.id("groups"),
  schoolId: v.id("organizations"),
  schoolName: v.string(),
  name: v.string(),
  kind: groupKind,
  subject: v.string(),
  isArchived: v.boolean(),
};

/** The classes and teaching groups of the schools that the caller administers, by name. A page can be shorter than asked for. */
export const list = organizationQuery({
  can: "groups.edit",
  args: {
    paginationOpts: paginationOptsValidator,
    schoolId: v.optional(v.id("organizations")),
    archived: v.optional(v.boolean()),
  },
  returns: paginationResultValidator(v.object({ ...group, teacherNames: v.array(v.string()) })),
  handler: async (ctx, { organizationId, paginationOpts, schoolId, archived = false }) => {
    const query = ctx.db.query("groups");
    if (schoolId) await requireSchoolRow(ctx, schoolId);
    const rows = schoolId
      ? query.withIndex("by_school", (q) =>
          archived
            ? q.eq("schoolId", schoolId).gt("archivedAt", 0)
            : q.eq("schoolId", schoolId).eq("archivedAt", undefined),
        )
      : query.withIndex("by_organization", (q) =>
          archived
            ? q.eq("organizationId", organizationId).gt("archivedAt", 0)
            : q.eq("organizationId", organizationId).eq("archivedAt", undefined),
        );
    const found = await rows.paginate(paginationOpts);
    const page = [];
    for (const row of found.page) {
      if (!administers(ctx, row.schoolId)) continue;
      const teacherNames: string[] = [];
      for (const teacher of await teachersOf(ctx, row._id)) {
        const person = isWithin(ctx.today, teacher) && (await findNamed(ctx, teacher.personId));
        if (person) teacherNames.push(person.name);
      }
      const school = await ctx.db.get("organizations", row.schoolId);
      page.push({
        groupId: row._id,
        schoolId: row.schoolId,
        schoolName: school?.name ?? "",
        name: row.name,
        kind: row.kind,
        subject: row.subject,
        isArchived: row.archivedAt !== undefined,
        teacherNames,
      });
    }
    return { ...found, page };
  },
});

const spell = { startsOn: civilDay, endsOn: v.union(civilDay, v.null()) };

/** One group: who teaches it and who is in it, who was and who will be. */
export const get = organizationQuery({
  can: "groups.edit",
  args: { groupId: v.id("groups") },
  returns: v.object({
    ...group,
    today: civilDay,
    teachers: v.array(v.object({ groupTeacherId: v.id("groupTeachers"), person: presentedPerson, ...spell })),
    students: v.array(
      v.object({
        groupStudentId: v.id("groupStudents"),
        studentId: v.id("students"),
        name: v.string(),
        gradeLevel: v.string(),
        ...spell,
      }),
    ),
  }),
  handler: async (ctx, { groupId }) => {
    const row = await requireGroup(ctx, groupId);
    const school = await ctx.db.get("organizations", row.schoolId);
    const teachers = [];
    for (const teacher of await teachersOf(ctx, groupId)) {
      const person = neverHeld(teacher) ? null : await findNamed(ctx, teacher.personId);
      const { startsOn, endsOn = null } = teacher;
      if (person) teachers.push({ groupTeacherId: teacher._id, person, startsOn, endsOn });
    }
    const students = [];
    const places = await ctx.db
      .query("groupStudents")
      .withIndex("by_group", (q) => q.eq("groupId", groupId))
      .take(LARGEST_GROUP);
    for (const place of places) {
      const student = neverHeld(place) ? null : await ctx.db.get("students", place.studentId);
      const { startsOn, endsOn = null } = place;
      if (!student || !administers(ctx, student.schoolId)) continue;
      students.push({
        groupStudentId: place._id,
        studentId: student._id,
        name: fullName(student),
        gradeLevel: student.gradeLevel,
        startsOn,
        endsOn,
      });
    }
    return {
      groupId,
      schoolId: row.schoolId,
      schoolName: school?.name ?? "",
      name: row.name,
      kind: row.kind,
      subject: row.subject,
      isArchived: row.archivedAt !== undefined,
      today: ctx.today,
      teachers,
      students: students.sort((a, b) => a.name.localeCompare(b.name)),
    };
  },
});

/** Makes a class or a teaching group under a school. */
export const add = organizationMutation({
  can: "groups.edit",
  args: { schoolId: v.id("organizations"), name: v.string(), kind: groupKind, subject: v.string() },
  returns: v.id("groups"),
  handler: async (ctx, { organizationId, schoolId, ...typed }) => {
    const school = await requireSchoolRow(ctx, schoolId);
    if (!administers(ctx, schoolId)) throw problem("not_allowed", { field: "schoolId" });
    if (school.archivedAt !== undefined) throw problem("school_archived", { field: "schoolId" });
    const groupId = await ctx.db.insert("groups", {
      organizationId,
      schoolId,
      ...accepted(groupInput, typed),
    });
    ctx.note(`group ${groupId}`);
    return groupId;
  },
});

/** Changes the name, the kind or the subject. */
export const edit = organizationMutation({
  can: "groups.edit",
  args: { groupId: v.id("groups"), name: v.string(), kind: groupKind, subject: v.string() },
  returns: v.null(),
  handler: async (ctx, { organizationId: _, groupId, ...typed }) => {
    await requireOpenGroup(ctx, groupId);
    await ctx.db.patch("groups", groupId, accepted(groupInput, typed));
    ctx.note(`group ${groupId}: name, kind, subject`);
    return null;
  },
});

/** Puts a group away, or takes it out again. Who was in it when stays readable. */
export const archive = organizationMutation({
  can: "groups.edit",
  args: { groupId: v.id("groups"), archived: v.boolean() },
  returns: v.null(),
  handler: async (ctx, { groupId, archived }) => {
    await requireGroup(ctx, groupId);
    await ctx.db.patch("groups", groupId, { archivedAt: archived ? Date.now() : undefined });
    ctx.note(`group ${groupId} ${archived ? "archived" : "restored"}`);
    return null;
  },
});
