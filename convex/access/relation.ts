import type { Doc } from "../_generated/dataModel";
import { isWithin } from "../dates";
import type { MutationCtx, QueryCtx } from "../functions";

/** How a person stands to one student today. */
export type Relation = {
  schoolId: Doc<"students">["schoolId"];
  caseManages: boolean;
  onTheTeam: boolean;
  guardianOf: boolean;
  isTheStudent: boolean;
};

/** More rows than this for one person and one student would be a mistake of data entry. */
const MANY_SPELLS = 20;

/** Reads the relation from team memberships, case management and guardianships that are current on `today`. */
export async function relationTo(
  ctx: QueryCtx | MutationCtx,
  student: Doc<"students">,
  person: Doc<"people">,
  today: string,
): Promise<Relation> {
  const spells = await ctx.db
    .query("teamMemberships")
    .withIndex("by_student_and_person", (q) => q.eq("studentId", student._id).eq("personId", person._id))
    .take(MANY_SPELLS);
  const guardianships = await ctx.db
    .query("guardianships")
    .withIndex("by_student_and_person", (q) => q.eq("studentId", student._id).eq("personId", person._id))
    .take(MANY_SPELLS);
  const { staffAccessEndsOn } = student;
  const isOpenToStaff = staffAccessEndsOn === undefined || today <= staffAccessEndsOn;
  const caseManages = student.caseManagerId === person._id && isOpenToStaff;
  return {
    schoolId: student.schoolId,
    caseManages,
    onTheTeam: caseManages || (isOpenToStaff && spells.some((spell) => isWithin(today, spell))),
    guardianOf: guardianships.some((guardianship) => isWithin(today, guardianship)),
    isTheStudent: person.studentId === student._id,
  };
}
