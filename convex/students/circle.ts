import { v } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import { endingNow, isWithin, neverHeld } from "../dates";
import { problem } from "../errors";
import type { QueryCtx, StudentMutationCtx, StudentQueryCtx } from "../functions";
import { findNamed, presentedPerson } from "../people/model";
import { lastDay, type Span } from "../status/rules/spans";
import { civilDay, relationship, teamRole } from "../values";
import { endProblem } from "./rules";
import { twinsOf, wholeOf, withoutTwins } from "./rules/twins";

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

/** What somebody is on a team, and to a family: of whom two rows tell the same. */
export const partOnTeam = ({ personId, teamRole: part }: Doc<"teamMemberships">): string =>
  `${personId} ${part}`;
export const partInFamily = ({ personId, relationship: part }: Doc<"guardianships">): string =>
  `${personId} ${part}`;

/** The team of today; to those who manage it, also who was and who will be. */
export async function teamOf(ctx: StudentQueryCtx) {
  const spells = await ctx.db
    .query("teamMemberships")
    .withIndex("by_student_and_person", (q) => q.eq("studentId", ctx.student._id))
    .take(MOST_PEOPLE);
  const team = [];
  for (const spell of visible(ctx, withoutTwins(spells, partOnTeam))) {
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
  for (const row of visible(ctx, withoutTwins(rows, partInFamily))) {
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
  const managesTeam = ctx.can("students.manageTeam");
  return spans.filter((span) => (managesTeam ? !neverHeld(span) : isWithin(ctx.today, span)));
}

/**
 * Ends what somebody is on the team, told once or more often: nobody stays on it by a row that no list shows. Without a
 * day it ends now. Throws `required`, `not_a_day`, `days_out_of_order`.
 */
export async function endOnTeam(
  ctx: Pick<StudentMutationCtx, "db" | "today">,
  row: Doc<"teamMemberships">,
  said: string | undefined,
): Promise<void> {
  const rows = await ctx.db
    .query("teamMemberships")
    .withIndex("by_student_and_person", (q) => q.eq("studentId", row.studentId).eq("personId", row.personId))
    .take(MOST_PEOPLE);
  await endTwins(twinsOf(row, rows, partOnTeam), row, said, ctx.today, (twin, ending) =>
    ctx.db.patch("teamMemberships", twin._id, ending),
  );
}

/** Ends a guardianship, wherever it is told; by the same rule of days. */
export async function endInFamily(
  ctx: Pick<StudentMutationCtx, "db" | "today">,
  row: Doc<"guardianships">,
  said: string | undefined,
): Promise<void> {
  await endTwins(await twinsInFamily(ctx, row), row, said, ctx.today, (twin, ending) =>
    ctx.db.patch("guardianships", twin._id, ending),
  );
}

type Ending = { endsOn: string; endLearnedAt: number };
type Told = Span & { _id: string };

async function endTwins<Row extends Told>(
  twins: readonly Row[],
  row: Row,
  said: string | undefined,
  today: string,
  end: (twin: Row, ending: Ending) => Promise<void>,
): Promise<void> {
  // What never was has no day that another row could share, nor one to end on.
  if (neverHeld(row)) return;
  const whole = wholeOf(twins);
  const wrong = endProblem(whole, said);
  if (wrong) throw problem(wrong, { field: "endsOn" });
  const endsOn = said ?? endingNow(whole, today);
  for (const twin of twins) {
    if (twin._id !== row._id && lastDay(twin) <= endsOn) continue;
    await end(twin, { endsOn, endLearnedAt: Date.now() });
  }
}

/** A guardianship, and those that tell the same and came from other records. */
export async function twinsInFamily(
  ctx: Pick<QueryCtx, "db">,
  row: Doc<"guardianships">,
): Promise<Doc<"guardianships">[]> {
  const rows = await ctx.db
    .query("guardianships")
    .withIndex("by_student_and_person", (q) => q.eq("studentId", row.studentId).eq("personId", row.personId))
    .take(MOST_PEOPLE);
  return twinsOf(row, rows, partInFamily);
}
