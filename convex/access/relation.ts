import type { Doc, Id } from "../_generated/dataModel";
import { mayUseOwnAccount } from "../consent/ownAccount";
import { isWithin } from "../dates";
import type { MutationCtx, QueryCtx } from "../functions";
import { guardianRightsOf, isOfAge } from "../guardians/model";

/** How a person stands to one student today. */
export type Relation = {
  schoolId: Doc<"students">["schoolId"];
  caseManages: boolean;
  onTheTeam: boolean;
  /** A guardian who may see the record today. */
  guardianOf: boolean;
  isTheStudent: boolean;
  /** Decides in the family's name: a guardian who may sign, or the student at full age. */
  signsForTheChild: boolean;
  /** Break-glass: reads in an emergency, having no other relation (access/emergencies.ts). */
  inEmergency: boolean;
};

/** More rows than this for one person and one student would be a mistake of data entry. */
const MANY_SPELLS = 20;

/** Reads the relation from team memberships, case management and guardians' rights that are current on `today`. */
export async function relationTo(
  ctx: QueryCtx | MutationCtx,
  student: Doc<"students">,
  organization: Doc<"organizations">,
  person: Doc<"people">,
  today: string,
): Promise<Relation> {
  const spells = await ctx.db
    .query("teamMemberships")
    .withIndex("by_student_and_person", (q) => q.eq("studentId", student._id).eq("personId", person._id))
    .order("desc")
    .take(MANY_SPELLS);
  const rights = await guardianRightsOf(ctx, { student, organization, personId: person._id, today });
  const isTheStudent =
    person.studentId === student._id && (await mayUseOwnAccount(ctx, student, organization, today));
  const { staffAccessEndsOn } = student;
  const isOpenToStaff = staffAccessEndsOn === undefined || today <= staffAccessEndsOn;
  const caseManages = student.caseManagerId === person._id && isOpenToStaff;
  const ordinary = {
    schoolId: student.schoolId,
    caseManages,
    onTheTeam: caseManages || (isOpenToStaff && spells.some((spell) => isWithin(today, spell))),
    guardianOf: rights.includes("see"),
    isTheStudent,
    signsForTheChild: rights.includes("sign") || (isTheStudent && isOfAge(student, organization, today)),
  };
  const isRelated = ordinary.onTheTeam || ordinary.guardianOf || ordinary.isTheStudent;
  const emergency = isRelated || !isOpenToStaff ? null : await findEmergency(ctx, student._id, person._id);
  return { ...ordinary, inEmergency: emergency !== null };
}

/** The emergency access that a person has to a student at this moment, or null. */
export async function findEmergency(
  ctx: Pick<QueryCtx, "db">,
  studentId: Id<"students">,
  personId: Id<"people">,
): Promise<Doc<"emergencyAccesses"> | null> {
  const running = await ctx.db
    .query("emergencyAccesses")
    .withIndex("by_student_and_person", (q) =>
      q.eq("studentId", studentId).eq("personId", personId).eq("endedAt", undefined),
    )
    .first();
  return running && Date.now() < running.endsAt ? running : null;
}
