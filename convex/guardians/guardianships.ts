import { v } from "convex/values";
import { requireRow } from "../access/load";
import { addDays, isWithin } from "../dates";
import { problem } from "../errors";
import { studentMutation } from "../functions";
import { invite } from "../organizations/inviting";
import { requireMember } from "../organizations/model";
import { spanProblem } from "../students/rules";
import { civilDay, relationship } from "../values";
import { beginGuardianship } from "./model";

const MANY_SPELLS = 20;

/** Records that a guardian who already has an account here is a guardian of this student too. */
export const add = studentMutation({
  can: "students.manageTeam",
  args: { personId: v.id("people"), relationship, startsOn: v.optional(civilDay) },
  returns: v.id("guardianships"),
  handler: async (ctx, { studentId, personId, relationship: kind, startsOn = ctx.today }) => {
    const wrong = spanProblem(startsOn, undefined);
    if (wrong) throw problem(wrong, { field: "startsOn" });
    await requireMember(ctx, personId, ["guardian"]);
    const held = await ctx.db
      .query("guardianships")
      .withIndex("by_student_and_person", (q) => q.eq("studentId", studentId).eq("personId", personId))
      .take(MANY_SPELLS);
    if (held.some((row) => isWithin(startsOn, row))) throw problem("already_member", { field: "personId" });
    const person = await requireRow(ctx, "people", personId);
    return await beginGuardianship(ctx, { ...ctx.compartment, person, relationship: kind, startsOn });
  },
});

/** Invites a guardian by e-mail; the guardianship begins when they accept. */
export const sendInvitation = studentMutation({
  can: "students.manageTeam",
  args: { email: v.string(), relationship },
  returns: v.id("invitations"),
  handler: async (ctx, { studentId, email, relationship: kind }) =>
    await invite(ctx, { email, role: "guardian", studentId, relationship: kind }),
});

/** Ends a guardianship. Without a day it ends now: yesterday is the last day, days being whole. */
export const end = studentMutation({
  can: "students.manageTeam",
  args: { guardianshipId: v.id("guardianships"), endsOn: v.optional(civilDay) },
  returns: v.null(),
  handler: async (ctx, { guardianshipId, endsOn = addDays(ctx.today, -1) }) => {
    await requireRow(ctx, "guardianships", guardianshipId);
    if (spanProblem(endsOn, undefined)) throw problem("not_a_day", { field: "endsOn" });
    await ctx.db.patch("guardianships", guardianshipId, { endsOn });
    return null;
  },
});
