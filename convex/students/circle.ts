import { v } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import { isWithin } from "../dates";
import type { StudentQueryCtx } from "../functions";
import { findNamed, presentedPerson } from "../people/model";
import { civilDay, relationship, teamRole } from "../values";

/** Who stands around one student, and which of the plans a reader may know of. */

const MOST_PEOPLE = 100;
const MOST_PLANS = 50;

const span = { startsOn: civilDay, endsOn: v.union(civilDay, v.null()) };

export const presentedTeamMember = v.object({
  teamMembershipId: v.id("teamMemberships"),
  person: presentedPerson,
  teamRole,
  ...span,
});

export const presentedGuardian = v.object({
  guardianshipId: v.id("guardianships"),
  person: presentedPerson,
  relationship,
  ...span,
});

/** The plans that the caller's audience may know of, newest first. */
export async function plansKnownTo(ctx: StudentQueryCtx): Promise<Doc<"ieps">[]> {
  const plans = await ctx.db
    .query("ieps")
    .withIndex("by_student_and_status", (q) => q.eq("studentId", ctx.student._id))
    .take(MOST_PLANS);
  return plans
    .filter((plan) => ctx.audience === "team" || plan.sharedWithFamilyAt !== undefined)
    .sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
}

/** The team of today; to those who manage it, also who was and who will be. */
export async function teamOf(ctx: StudentQueryCtx) {
  const spells = await ctx.db
    .query("teamMemberships")
    .withIndex("by_student_and_person", (q) => q.eq("studentId", ctx.student._id))
    .take(MOST_PEOPLE);
  const team = [];
  for (const spell of visible(ctx, spells)) {
    const person = await findNamed(ctx, spell.personId);
    if (!person) continue;
    team.push({
      teamMembershipId: spell._id,
      person,
      teamRole: spell.teamRole,
      startsOn: spell.startsOn,
      endsOn: spell.endsOn ?? null,
    });
  }
  return team;
}

/** The guardians of today; to those who manage them, also who was and who will be. */
export async function guardiansOf(ctx: StudentQueryCtx) {
  const rows = await ctx.db
    .query("guardianships")
    .withIndex("by_student_and_person", (q) => q.eq("studentId", ctx.student._id))
    .take(MOST_PEOPLE);
  const guardians = [];
  for (const row of visible(ctx, rows)) {
    const person = await findNamed(ctx, row.personId);
    if (!person) continue;
    guardians.push({
      guardianshipId: row._id,
      person,
      relationship: row.relationship,
      startsOn: row.startsOn,
      endsOn: row.endsOn ?? null,
    });
  }
  return guardians;
}

function visible<Span extends { startsOn: string; endsOn?: string }>(ctx: StudentQueryCtx, spans: Span[]) {
  return ctx.can("students.manageTeam") ? spans : spans.filter((span) => isWithin(ctx.today, span));
}
