import type { Infer } from "convex/values";
import type { Doc, Id } from "../_generated/dataModel";
import type { InOrganization } from "../access/enter";
import { addDays, type CivilDay } from "../dates";
import { problem } from "../errors";
import type { MutationCtx, QueryCtx } from "../functions";
import { keepWords } from "./nameWords";
import type { entryReason, exitReason } from "./recordSchema";
import { standingOn } from "./rules/enrolment";

/** Spells at a school in a grade, and today's values of them in the pupil's row. */

export type EntryReason = Infer<typeof entryReason>;
export type ExitReason = Infer<typeof exitReason>;

/** Who writes, where, and which day it is: what every change of a record needs, behind whichever door. */
export type Recording = Pick<MutationCtx, "db"> &
  Pick<InOrganization, "organization" | "today"> & {
    person: Pick<Doc<"people">, "_id">;
    /** Reads across the organization where `db` ends at one child's compartment. */
    organizationDb?: QueryCtx["db"];
  };

/** Twenty years of school, a move a year and a few corrections. */
const MOST_SPELLS = 100;

/** The spells of a pupil that are held to be true, oldest first. */
export async function spellsOf(
  ctx: Pick<QueryCtx, "db">,
  studentId: Id<"students">,
): Promise<Doc<"enrolments">[]> {
  const rows = await ctx.db
    .query("enrolments")
    .withIndex("by_student", (q) => q.eq("studentId", studentId))
    .take(MOST_SPELLS);
  return rows.filter(({ supersededAt }) => supersededAt === undefined);
}

type Spell = Pick<Doc<"enrolments">, "schoolId" | "gradeLevel" | "startsOn"> & {
  entryReason?: EntryReason | undefined;
};

/** Writes down the first spell of a pupil who is being added; their row says already what it comes to today. */
export async function beginFirstSpell(
  ctx: Recording,
  student: Pick<Doc<"students">, "_id" | "organizationId">,
  { entryReason: reason, ...spell }: Spell,
): Promise<void> {
  await ctx.db.insert("enrolments", {
    organizationId: student.organizationId,
    studentId: student._id,
    ...spell,
    ...(reason && { entryReason: reason }),
    recordedAt: Date.now(),
    recordedBy: ctx.person._id,
  });
}

/** Begins a spell; the one that runs until then ends the day before, for the reason given. */
export async function beginSpell(
  ctx: Recording,
  student: Pick<Doc<"students">, "_id" | "organizationId">,
  spell: Spell,
  leaving: ExitReason = "movedWithinDistrict",
): Promise<void> {
  for (const before of await spellsOf(ctx, student._id)) {
    const runsOn = before.endsOn === undefined || before.endsOn >= spell.startsOn;
    if (!runsOn) continue;
    // A spell that began the same day, or was to begin later, turned out not to happen like that.
    if (before.startsOn >= spell.startsOn) await supersede(ctx, before);
    else await endSpell(ctx, before, addDays(spell.startsOn, -1), leaving);
  }
  await beginFirstSpell(ctx, student, spell);
  await keepToday(ctx, student._id, ctx.today);
}

/** Ends a spell: what was written before stays beside it, superseded. */
async function endSpell(
  ctx: Recording,
  spell: Doc<"enrolments">,
  endsOn: CivilDay,
  reason: ExitReason,
): Promise<void> {
  const { _id, _creationTime, supersededAt: _none, ...rest } = spell;
  await supersede(ctx, spell);
  const ended = { endsOn, exitReason: reason, recordedAt: Date.now(), recordedBy: ctx.person._id };
  await ctx.db.insert("enrolments", { ...rest, ...ended });
}

async function supersede(ctx: Recording, spell: Doc<"enrolments">): Promise<void> {
  await ctx.db.patch("enrolments", spell._id, { supersededAt: Date.now() });
}

/**
 * Ends the enrolment of a pupil, with the last day and the reason; spells that were to begin later do not. Throws
 * `not_enrolled` for a pupil who has no spell that could end then.
 */
export async function endEnrolment(
  ctx: Recording,
  studentId: Id<"students">,
  { endsOn, reason }: { endsOn: CivilDay; reason: ExitReason },
): Promise<void> {
  const spells = await spellsOf(ctx, studentId);
  const running = spells.find(
    (spell) => spell.startsOn <= endsOn && (spell.endsOn === undefined || spell.endsOn >= endsOn),
  );
  if (!running) throw problem("not_enrolled", { field: "endsOn" });
  for (const later of spells) if (later.startsOn > endsOn) await supersede(ctx, later);
  await endSpell(ctx, running, endsOn, reason);
  await keepToday(ctx, studentId, ctx.today);
}

/** Writes today's school, grade and enrolment status into the pupil's row, from the spells. */
export async function keepToday(
  ctx: Pick<MutationCtx, "db">,
  studentId: Id<"students">,
  today: CivilDay,
): Promise<void> {
  const standing = standingOn(await spellsOf(ctx, studentId), today);
  if (!standing) return;
  const { spell, status } = standing;
  const student = await ctx.db.get("students", studentId);
  if (!student) return;
  await ctx.db.patch("students", studentId, {
    schoolId: spell.schoolId,
    gradeLevel: spell.gradeLevel,
    enrolmentStatus: status,
  });
  if (spell.schoolId !== student.schoolId) await keepWords(ctx, { ...student, schoolId: spell.schoolId });
}
