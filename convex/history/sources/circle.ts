import type { Doc } from "../../_generated/dataModel";
import { neverHeld } from "../../dates";
import type { StudentQueryCtx } from "../../functions";
import { believedNow } from "../../status/rules/belief";
import { partInFamily, partOnTeam } from "../../students/circle";
import { withoutTwins } from "../../students/rules/twins";
import { nameOf, nextOf, type Placed, type Source } from "../source";

/** Schools and the people around the child: rows of which a school life has a few dozen. */

const MANY = 300;

async function spellsAtSchool(ctx: StudentQueryCtx): Promise<Doc<"enrolments">[]> {
  const rows = await ctx.db
    .query("enrolments")
    .withIndex("by_student", (q) => q.eq("studentId", ctx.student._id))
    .take(MANY);
  return believedNow(rows);
}

async function aboutSpell(ctx: StudentQueryCtx, spell: Doc<"enrolments">) {
  const school = await ctx.db.get("organizations", spell.schoolId);
  return { school: school?.name ?? "", grade: spell.gradeLevel };
}

/** Leaving for the next grade or school of the district is told by the entry that follows. */
const goesOn = new Set(["promoted", "movedWithinDistrict"]);

export const schoolLeft: Source = {
  group: "enrolment",
  read: async (ctx, after, limit) => {
    const events: Placed[] = [];
    for (const spell of await spellsAtSchool(ctx)) {
      const { endsOn: on, exitReason = "" } = spell;
      if (on === undefined || goesOn.has(exitReason)) continue;
      const about = { ...(await aboutSpell(ctx, spell)), exitReason };
      const row = { key: `${spell._id}:left`, on, written: spell.recordedAt };
      events.push({ ...row, group: "enrolment", kind: "schoolLeft", about });
    }
    return nextOf(events, after, limit);
  },
};

export const schoolEntered: Source = {
  group: "enrolment",
  read: async (ctx, after, limit) => {
    const events: Placed[] = [];
    for (const spell of await spellsAtSchool(ctx)) {
      const about = { ...(await aboutSpell(ctx, spell)), entryReason: spell.entryReason ?? "" };
      const row = { key: `${spell._id}:entered`, on: spell.startsOn, written: spell.recordedAt };
      events.push({ ...row, group: "enrolment", kind: "schoolEntered", about });
    }
    return nextOf(events, after, limit);
  },
};

type Spell = Doc<"teamMemberships"> | Doc<"guardianships">;

/** A first or last day, once for each spell however many records tell of it. */
async function told<Row extends Spell>(
  ctx: StudentQueryCtx,
  rows: readonly Row[],
  part: (row: Row) => string,
  edge: "startsOn" | "endsOn",
  kind: Placed["kind"],
): Promise<Placed[]> {
  const events: Placed[] = [];
  const held = rows.filter((row) => !neverHeld(row));
  for (const row of withoutTwins(held, part)) {
    const on = row[edge];
    if (on === undefined) continue;
    const what: Record<string, string> =
      "teamRole" in row ? { teamRole: row.teamRole } : { relationship: row.relationship };
    const about = { person: await nameOf(ctx, row.personId), ...what };
    const key = `${row._id}:${edge}`;
    events.push({ key, on, written: row._creationTime, group: "people", kind, about });
  }
  return events;
}

async function teamEver(ctx: StudentQueryCtx): Promise<Doc<"teamMemberships">[]> {
  return await ctx.db
    .query("teamMemberships")
    .withIndex("by_student_and_person", (q) => q.eq("studentId", ctx.student._id))
    .take(MANY);
}

async function guardiansEver(ctx: StudentQueryCtx): Promise<Doc<"guardianships">[]> {
  return await ctx.db
    .query("guardianships")
    .withIndex("by_student_and_person", (q) => q.eq("studentId", ctx.student._id))
    .take(MANY);
}

export const leftTeam: Source = {
  group: "people",
  read: async (ctx, after, limit) =>
    nextOf(await told(ctx, await teamEver(ctx), partOnTeam, "endsOn", "leftTeam"), after, limit),
};
export const joinedTeam: Source = {
  group: "people",
  read: async (ctx, after, limit) =>
    nextOf(await told(ctx, await teamEver(ctx), partOnTeam, "startsOn", "joinedTeam"), after, limit),
};
/** One guardian is not told of another: that is for the school to know. */
export const guardianEnded: Source = {
  group: "people",
  isForTeam: true,
  read: async (ctx, after, limit) =>
    nextOf(await told(ctx, await guardiansEver(ctx), partInFamily, "endsOn", "guardianEnded"), after, limit),
};
export const guardianAdded: Source = {
  group: "people",
  isForTeam: true,
  read: async (ctx, after, limit) =>
    nextOf(
      await told(ctx, await guardiansEver(ctx), partInFamily, "startsOn", "guardianAdded"),
      after,
      limit,
    ),
};
