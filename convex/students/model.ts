import type { Doc, Id } from "../_generated/dataModel";
import type { InOrganization } from "../access/enter";
import { daysBetween, isWithin } from "../dates";
import { problem } from "../errors";
import type { QueryCtx } from "../functions";
import { gradesOf } from "../organizations/rules/settings";
import { findNamed } from "../people/model";
import { accepted, requiredText } from "../typed";
import { NO_REVIEW } from "./listedPlan";
import { fullName } from "./rules";
import { compareNames } from "./rules/listing";

type Reads = Pick<QueryCtx, "db">;

/** A caseload is a few dozen; a specialist who travels between schools can have a few hundred. */
const LARGEST_CASELOAD = 500;

/**
 * The students that the caller works with today, by team membership and case management, by last name.
 * Bounded at 500 of each.
 */
export async function caseloadOf(
  ctx: Reads & Pick<InOrganization, "organization" | "person" | "today">,
): Promise<Doc<"students">[]> {
  const managed = await ctx.db
    .query("students")
    .withIndex("by_case_manager", (q) =>
      q.eq("organizationId", ctx.organization._id).eq("caseManagerId", ctx.person._id),
    )
    .take(LARGEST_CASELOAD);
  const spells = await ctx.db
    .query("teamMemberships")
    .withIndex("by_person", (q) =>
      q.eq("organizationId", ctx.organization._id).eq("personId", ctx.person._id),
    )
    .take(LARGEST_CASELOAD);
  const students = new Map(managed.map((student) => [student._id, student]));
  for (const spell of spells) {
    if (students.has(spell.studentId) || !isWithin(ctx.today, spell)) continue;
    const student = await ctx.db.get("students", spell.studentId);
    if (student) students.set(student._id, student);
  }
  return [...students.values()].sort(compareNames);
}

/** One line of a list of students: what the pupil's own row says, and the names that `named` remembers. */
export async function presentInList(
  ctx: Reads & Pick<InOrganization, "person" | "today">,
  student: Doc<"students">,
  named: Named,
) {
  const { planId, planState, reviewDueOn } = student;
  return {
    studentId: student._id,
    name: fullName(student),
    studentNumber: student.studentNumber,
    schoolId: student.schoolId,
    schoolName: await named.school(student.schoolId),
    gradeLevel: student.gradeLevel,
    enrolmentStatus: student.enrolmentStatus,
    senStatus: student.senStatus,
    needs: student.currentNeeds,
    caseManagerName: student.caseManagerId ? await named.person(student.caseManagerId) : null,
    relation: student.caseManagerId === ctx.person._id ? ("caseManager" as const) : ("team" as const),
    plan:
      planId === undefined || planState === "none"
        ? null
        : {
            iepId: planId,
            status: planState,
            reviewDueOn: reviewDueOn === NO_REVIEW ? null : reviewDueOn,
            daysUntilReview: reviewDueOn === NO_REVIEW ? null : daysBetween(ctx.today, reviewDueOn),
          },
  };
}

/** Names that stand in many lines of one list, each read once. */
export type Named = {
  person: (personId: Id<"people">) => Promise<string | null>;
  school: (schoolId: Id<"organizations">) => Promise<string>;
};

export function namesOnce(ctx: Reads): Named {
  const people = new Map<Id<"people">, string | null>();
  const schools = new Map<Id<"organizations">, string>();
  return {
    person: async (personId) => {
      if (!people.has(personId)) people.set(personId, (await findNamed(ctx, personId))?.name ?? null);
      return people.get(personId) ?? null;
    },
    school: async (schoolId) => {
      if (!schools.has(schoolId))
        schools.set(schoolId, (await ctx.db.get("organizations", schoolId))?.name ?? "");
      return schools.get(schoolId) ?? "";
    },
  };
}

/** A pupil of the organization that the door has opened. Throws `not_found` for everybody else's. */
export async function requireStudent(ctx: Reads, studentId: Id<"students">): Promise<Doc<"students">> {
  const student = await ctx.db.get("students", studentId);
  if (!student) throw problem("not_found");
  return student;
}

/** Throws unless the id is the organization itself, or a school of it that still takes pupils in. */
export async function requireSchool(
  ctx: Reads,
  organizationId: Id<"organizations">,
  schoolId: Id<"organizations">,
): Promise<Doc<"organizations">> {
  const school = await ctx.db.get("organizations", schoolId);
  const isOurs = school?._id === organizationId || school?.parentId === organizationId;
  if (!school || !isOurs) throw problem("not_found", { field: "schoolId" });
  if (school.archivedAt !== undefined) throw problem("school_archived", { field: "schoolId" });
  return school;
}

/** Throws when the organization already has a student with this number. */
export async function requireFreeNumber(
  ctx: Reads,
  organizationId: Id<"organizations">,
  studentNumber: string,
  /** Whose number it may be already: the record that is being written. */
  ownId?: Id<"students">,
): Promise<void> {
  const holder = await findByNumber(ctx, organizationId, studentNumber);
  if (holder && holder._id !== ownId) {
    throw problem("student_number_taken", { field: "studentNumber" });
  }
}

/** So many records of one number there can be: merged ones keep theirs. */
const MANY_MERGED = 10;

/** The student of the organization with this number, or null; of merged records, the one that was kept. */
export async function findByNumber(
  ctx: Reads,
  organizationId: Id<"organizations">,
  studentNumber: string,
): Promise<Doc<"students"> | null> {
  const rows = await ctx.db
    .query("students")
    .withIndex("by_organization_and_number", (q) =>
      q.eq("organizationId", organizationId).eq("studentNumber", studentNumber),
    )
    .take(MANY_MERGED);
  const own = rows.find(({ mergedIntoId }) => mergedIntoId === undefined);
  const [merged] = rows;
  return own ?? (merged?.mergedIntoId ? await ctx.db.get("students", merged.mergedIntoId) : null);
}

/** Throws unless the grade is one of the organization's. */
export function requireGrade(organization: Doc<"organizations">, gradeLevel: string): string {
  const grade = accepted(requiredText(12), gradeLevel, "gradeLevel");
  if (!gradesOf(organization).some(({ code }) => code === grade)) {
    throw problem("invalid", { field: "gradeLevel" });
  }
  return grade;
}
