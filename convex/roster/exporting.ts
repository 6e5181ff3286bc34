import { type Infer, v } from "convex/values";
import type { Doc, Id } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import { isWithin } from "../dates";
import { problem } from "../errors";
import { type OrganizationQueryCtx, organizationMutation, organizationQuery } from "../functions";
import { birthOnOf } from "../students/identity";
import { exportedPart, exportPart } from "./exported";

const HOUR_MS = 3_600_000;
const MOST_SCHOOLS = 1000;
const MOST_TERMS = 100;
const MOST_MEMBERS = 500;
const MOST_GUARDIANS = 20;

/**
 * Begins reading the whole roster out: the audit chain says who took it and when. Everything can be read for an hour.
 */
export const begin = organizationMutation({
  can: "roster.export",
  args: {},
  returns: v.id("rosterExports"),
  handler: async (ctx, { organizationId }) => {
    const startedAt = Date.now();
    const exportId = await ctx.db.insert("rosterExports", {
      organizationId,
      personId: ctx.person._id,
      startedAt,
      expiresAt: startedAt + HOUR_MS,
    });
    ctx.note(`roster export ${exportId}`);
    return exportId;
  },
});

const none: Infer<typeof exportedPart> = {
  cursor: null,
  schools: [],
  terms: [],
  groups: [],
  students: [],
  people: [],
};

/** The next hundred of one part of the roster. Throws `export_expired`, and `not_found` for somebody else's export. */
export const read = organizationQuery({
  can: "roster.export",
  args: {
    exportId: v.id("rosterExports"),
    part: exportPart,
    cursor: v.union(v.string(), v.null()),
  },
  returns: exportedPart,
  handler: async (ctx, { organizationId, exportId, part, cursor }) => {
    const leave = await requireRow(ctx, "rosterExports", exportId);
    if (leave.personId !== ctx.person._id) throw problem("not_found");
    if (leave.expiresAt < Date.now()) throw problem("export_expired");
    const page = { numItems: 100, cursor };
    if (part === "organization") return { ...none, ...(await frameOf(ctx)) };
    if (part === "groups") {
      const found = await ctx.db
        .query("groups")
        .withIndex("by_organization", (q) =>
          q.eq("organizationId", organizationId).eq("archivedAt", undefined),
        )
        .paginate(page);
      const groups = [];
      for (const group of found.page) groups.push(await groupOf(ctx, group));
      return { ...none, groups, cursor: found.isDone ? null : found.continueCursor };
    }
    if (part === "students") {
      const found = await ctx.db
        .query("students")
        .withIndex("by_organization_and_name", (q) => q.eq("organizationId", organizationId))
        .paginate(page);
      const students = [];
      for (const student of found.page) {
        if (student.enrolmentStatus === "active") students.push(await studentOf(ctx, student));
      }
      return { ...none, students, cursor: found.isDone ? null : found.continueCursor };
    }
    const found = await ctx.db
      .query("memberships")
      .withIndex("by_organization_and_role", (q) => q.eq("organizationId", organizationId))
      .paginate(page);
    const people = [];
    for (const membership of found.page) {
      const person = isWithin(ctx.today, membership) && (await ctx.db.get("people", membership.personId));
      if (!person || membership.role === "student") continue;
      people.push({
        id: person._id,
        name: person.name,
        email: person.email,
        role: membership.role,
        schoolId: membership.schoolId ?? ctx.organization._id,
      });
    }
    return { ...none, people, cursor: found.isDone ? null : found.continueCursor };
  },
});

async function frameOf(ctx: OrganizationQueryCtx) {
  const organizationId = ctx.organization._id;
  const schools = await ctx.db
    .query("organizations")
    .withIndex("by_parent", (q) => q.eq("parentId", organizationId))
    .take(MOST_SCHOOLS);
  const terms = await ctx.db
    .query("terms")
    .withIndex("by_organization", (q) => q.eq("organizationId", organizationId))
    .take(MOST_TERMS);
  return {
    schools: [ctx.organization, ...schools]
      .filter(({ archivedAt }) => archivedAt === undefined)
      .map(({ _id: id, name, kind, parentId }) => ({ id, name, kind, parentId: parentId ?? null })),
    terms: terms.map(({ _id: id, name, startsOn, endsOn }) => ({ id, name, startsOn, endsOn })),
  };
}

async function groupOf(ctx: OrganizationQueryCtx, group: Doc<"groups">) {
  const students = await ctx.db
    .query("groupStudents")
    .withIndex("by_group", (q) => q.eq("groupId", group._id))
    .take(MOST_MEMBERS);
  const teachers = await ctx.db
    .query("groupTeachers")
    .withIndex("by_group", (q) => q.eq("groupId", group._id))
    .take(MOST_MEMBERS);
  const isOn = (spell: { startsOn: string; endsOn?: string }) =>
    spell.endsOn === undefined || spell.endsOn >= ctx.today;
  const { _id: id, name, subject, kind, schoolId } = group;
  return {
    ...{ id, name, subject, kind, schoolId },
    members: [
      ...students
        .filter(isOn)
        .map((row) => ({ ...spellOf(row), userId: row.studentId, role: "student" as const })),
      ...teachers
        .filter(isOn)
        .map((row) => ({ ...spellOf(row), userId: row.personId, role: "teacher" as const })),
    ],
  };
}

const spellOf = (row: Doc<"groupStudents"> | Doc<"groupTeachers">) => ({
  id: row._id,
  startsOn: row.startsOn,
  endsOn: row.endsOn ?? "",
});

async function studentOf(ctx: OrganizationQueryCtx, student: Doc<"students">) {
  const guardianships = await ctx.db
    .query("guardianships")
    .withIndex("by_student_and_person", (q) => q.eq("studentId", student._id))
    .take(MOST_GUARDIANS);
  return {
    id: student._id,
    studentNumber: student.studentNumber,
    firstName: student.firstName,
    lastName: student.lastName,
    preferredName: student.preferredName ?? "",
    birthOn: birthOnOf(student),
    grade: student.gradeLevel,
    schoolId: student.schoolId,
    caseManagerEmail: await emailOf(ctx, student.caseManagerId),
    guardians: guardianships
      .filter((row) => isWithin(ctx.today, row))
      .map(({ personId, relationship, language }) => ({ personId, relationship, language })),
  };
}

async function emailOf(ctx: OrganizationQueryCtx, personId: Id<"people"> | undefined): Promise<string> {
  const person = personId && (await ctx.db.get("people", personId));
  return person ? person.email : "";
}
