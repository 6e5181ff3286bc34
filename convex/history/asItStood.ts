import { type Infer, v } from "convex/values";
import type { Doc, Id } from "../_generated/dataModel";
import { endOfDay, isWithin } from "../dates";
import { problem } from "../errors";
import { type StudentQueryCtx, studentQuery } from "../functions";
import { accommodationsOf } from "../ieps/model";
import { episodesEver, needsEver } from "../status/model";
import { presentEpisode, presentedEpisode } from "../status/present";
import { type Believed, believedAt, believedNow } from "../status/rules/belief";
import { needsOn } from "../status/rules/needs";
import type { Span } from "../status/rules/spans";
import { statusesOn } from "../status/rules/spells";
import { partInFamily, partOnTeam } from "../students/circle";
import { byOrigin, originOf } from "../students/origins";
import { withoutTwins } from "../students/rules/twins";
import { accepted, day } from "../typed";
import { civilDay, relationship, teamRole } from "../values";
import { consentsStood, stoodConsent } from "./consentsStood";
import { identityStood, saidBy, stoodIdentity } from "./identityStood";
import { spellKnownAt } from "./rules";
import { nameOf } from "./source";

const stood = v.object({
  on: civilDay,
  today: civilDay,
  /** null: nobody had written down who the child is by then. */
  identity: v.union(v.null(), stoodIdentity),
  enrolment: v.union(v.null(), v.object({ schoolName: v.string(), gradeLevel: v.string(), ...saidBy })),
  episodes: v.array(presentedEpisode),
  needs: v.array(v.object({ code: v.string(), rank: v.number() })),
  team: v.array(v.object({ name: v.string(), teamRole })),
  guardians: v.array(v.object({ name: v.string(), relationship })),
  plan: v.union(
    v.null(),
    v.object({ iepId: v.id("ieps"), title: v.string(), startsOn: civilDay, endsOn: civilDay }),
  ),
  accommodations: v.array(v.object({ text: v.string(), setting: v.string() })),
  consents: v.array(stoodConsent),
});

const MANY = 300;

/**
 * The record of a child as it stood at the end of a past day. `view` says with whose knowledge: "now" is what we
 * know today about that day, corrections and late entries included; "then" is what the record itself said that
 * evening, mistakes included. Of the team and of guardians it is also known when an end was learned; an end that was
 * changed more than once is believed since the last time.
 */
export const get = studentQuery({
  can: "history.read",
  args: { on: civilDay, view: v.union(v.literal("now"), v.literal("then")) },
  returns: stood,
  handler: async (ctx, { on: typed, view }): Promise<Infer<typeof stood>> => {
    const on = accepted(day, typed, "on");
    if (on > ctx.today) throw problem("day_in_future", { field: "on" });
    const evening = view === "then" ? endOfDay(on, ctx.organization.timeZone) : null;
    const held = <Row extends Believed>(rows: readonly Row[]) =>
      evening === null ? believedNow(rows) : believedAt(rows, evening);
    const plan = await planOn(ctx, on, evening);
    return {
      on,
      today: ctx.today,
      identity: await identityStood(ctx, on, evening),
      enrolment: await enrolmentOn(ctx, on, held),
      episodes: statusesOn(held(await episodesEver(ctx, ctx.student._id)), on).map(presentEpisode),
      needs: needsOn(ownFirst(held(await needsEver(ctx, ctx.student._id)), on), on),
      team: await teamOn(ctx, on, evening),
      guardians: await guardiansOn(ctx, on, evening),
      plan: plan && {
        iepId: plan._id,
        title: plan.title,
        startsOn: plan.startsOn,
        endsOn: plan.endsOn,
      },
      accommodations: plan
        ? (await accommodationsOf(ctx, plan._id)).map(({ text, setting }) => ({ text, setting }))
        : [],
      consents: await consentsStood(ctx, on, evening),
    };
  },
});

async function enrolmentOn(
  ctx: StudentQueryCtx,
  on: string,
  held: <Row extends Believed>(rows: readonly Row[]) => Row[],
) {
  const rows = await ctx.db
    .query("enrolments")
    .withIndex("by_student", (q) => q.eq("studentId", ctx.student._id).lte("startsOn", on))
    .take(MANY);
  const spell = ownFirst(held(rows), on).at(-1);
  if (!spell) return null;
  const school = await ctx.db.get("organizations", spell.schoolId);
  const from = await originOf(ctx, spell.mergeId);
  return { schoolName: school?.name ?? "", gradeLevel: spell.gradeLevel, from };
}

/** What is said of a day: by the record itself; where it is silent, by the first that became part of it and is not. */
function ownFirst<Row extends Span & { mergeId?: Id<"merges"> | undefined }>(
  rows: readonly Row[],
  on: string,
): Row[] {
  const ofTheDay = rows.filter((row) => isWithin(on, row));
  return byOrigin(ofTheDay).find((said) => said.length > 0) ?? [];
}

/** The plan in effect on a day: its own dates, cut where the next plan took over. */
async function planOn(ctx: StudentQueryCtx, on: string, evening: number | null) {
  const plans = await ctx.db
    .query("ieps")
    .withIndex("by_student_and_status", (q) => q.eq("studentId", ctx.student._id))
    .take(MANY);
  const isInEffect = ({ startsOn, endsOn, supersededOn, putInEffectAt }: Doc<"ieps">) =>
    putInEffectAt !== undefined &&
    isWithin(on, { startsOn, endsOn }) &&
    (supersededOn === undefined || on < supersededOn) &&
    (evening === null || putInEffectAt <= evening);
  return plans.find(isInEffect) ?? null;
}

type Spell = Parameters<typeof spellKnownAt>[0] & { _creationTime: number };

/** Whether the spell covers the day, by what was written down until that evening. */
const wasKnown = (spell: Spell, on: string, evening: number | null) =>
  (evening === null || spell._creationTime <= evening) && isWithin(on, spellKnownAt(spell, evening));

async function teamOn(ctx: StudentQueryCtx, on: string, evening: number | null) {
  const rows = await ctx.db
    .query("teamMemberships")
    .withIndex("by_student_and_person", (q) => q.eq("studentId", ctx.student._id))
    .take(MANY);
  const team = [];
  const known = rows.filter((spell) => wasKnown(spell, on, evening));
  for (const row of withoutTwins(known, partOnTeam)) {
    team.push({ name: await nameOf(ctx, row.personId), teamRole: row.teamRole });
  }
  return team;
}

async function guardiansOn(ctx: StudentQueryCtx, on: string, evening: number | null) {
  const rows = await ctx.db
    .query("guardianships")
    .withIndex("by_student_and_person", (q) => q.eq("studentId", ctx.student._id))
    .take(MANY);
  const guardians = [];
  const known = rows.filter((spell) => wasKnown(spell, on, evening));
  for (const row of withoutTwins(known, partInFamily)) {
    guardians.push({ name: await nameOf(ctx, row.personId), relationship: row.relationship });
  }
  return guardians;
}
