import type { Doc } from "../_generated/dataModel";
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
    .take(MANY_SPELLS);
  const rights = await guardianRightsOf(ctx, { student, organization, personId: person._id, today });
  const isTheStudent =
    person.studentId === student._id && (await mayUseOwnAccount(ctx, student, organization, today));
  const { staffAccessEndsOn } = student;
  const isOpenToStaff = staffAccessEndsOn === undefined || today <= staffAccessEndsOn;
  const caseManages = student.caseManagerId === person._id && isOpenToStaff;
  return {
    schoolId: student.schoolId,
    caseManages,
    onTheTeam: caseManages || (isOpenToStaff && spells.some((spell) => isWithin(today, spell))),
    guardianOf: rights.includes("see"),
    isTheStudent,
    signsForTheChild: rights.includes("sign") || (isTheStudent && isOfAge(student, organization, today)),
  };
}
