import { v } from "convex/values";
import { requireRow } from "../access/load";
import { isWithin, neverHeld } from "../dates";
import { problem } from "../errors";
import { studentMutation } from "../functions";
import { requireMember } from "../organizations/model";
import { civilDay, teamRole } from "../values";
import { endOnTeam } from "./circle";
import { spanProblem } from "./rules";

const MANY_SPELLS = 20;

/** Puts a member of staff on the student's team, from a day on (today, when none is given). */
export const add = studentMutation({
  can: "students.manageTeam",
  args: {
    personId: v.id("people"),
    teamRole,
    startsOn: v.optional(civilDay),
    endsOn: v.optional(civilDay),
  },
  returns: v.id("teamMemberships"),
  handler: async (ctx, { studentId, personId, teamRole: part, startsOn = ctx.today, endsOn }) => {
    const wrong = spanProblem(startsOn, endsOn);
    if (wrong) throw problem(wrong, { field: "startsOn" });
    await requireMember(ctx, personId, ["administrator", "caseManager", "teacher", "specialist"]);
    const spells = await ctx.db
      .query("teamMemberships")
      .withIndex("by_student_and_person", (q) => q.eq("studentId", studentId).eq("personId", personId))
      .take(MANY_SPELLS);
    const clashes = spells.some(
      (spell) =>
        spell.teamRole === part &&
        !neverHeld(spell) &&
        (isWithin(startsOn, spell) || spell.startsOn >= startsOn),
    );
    if (clashes) throw problem("already_on_team", { field: "personId" });
    const id = await ctx.db.insert("teamMemberships", {
      ...ctx.compartment,
      personId,
      teamRole: part,
      startsOn,
      ...(endsOn && { endsOn }),
    });
    ctx.note(`person ${personId} joins as ${part}`);
    return id;
  },
});

/**
 * Ends a team membership, after a day or, without one, now: yesterday is then the last day, and one that would have
 * begun today or later never was.
 * @throws not_a_day, days_out_of_order (endsOn) for a day before its first
 */
export const end = studentMutation({
  can: "students.manageTeam",
  args: { teamMembershipId: v.id("teamMemberships"), endsOn: v.optional(civilDay) },
  returns: v.null(),
  handler: async (ctx, { teamMembershipId, endsOn }) => {
    const spell = await requireRow(ctx, "teamMemberships", teamMembershipId);
    await endOnTeam(ctx, spell, endsOn);
    return null;
  },
});
