import { v } from "convex/values";
import { isWithin } from "../dates";
import { studentQuery } from "../functions";
import { findNamed, presentedPerson } from "../people/model";
import { teachersOfStudent } from "./model";

const MANY_SPELLS = 200;

/**
 * Who teaches this child today and is not on the team: to be asked "add to the team?". Teaching opens nothing by
 * itself (34 CFR 300.323(d): access for those who are responsible, not for the whole school).
 */
export const list = studentQuery({
  can: "students.manageTeam",
  args: {},
  returns: v.array(v.object({ person: presentedPerson, groupNames: v.array(v.string()) })),
  handler: async (ctx, { studentId }) => {
    const spells = await ctx.db
      .query("teamMemberships")
      .withIndex("by_student_and_person", (q) => q.eq("studentId", studentId))
      .take(MANY_SPELLS);
    const onTheTeam = new Set(
      spells.filter((spell) => isWithin(ctx.today, spell)).map(({ personId }) => personId),
    );
    const suggested = [];
    for (const [personId, groupNames] of await teachersOfStudent(ctx)) {
      if (onTheTeam.has(personId) || personId === ctx.student.caseManagerId) continue;
      const person = await findNamed(ctx, personId);
      if (person) suggested.push({ person, groupNames });
    }
    return suggested.sort((a, b) => a.person.name.localeCompare(b.person.name));
  },
});
