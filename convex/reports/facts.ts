import type { Doc } from "../_generated/dataModel";
import { type CivilDay, isWithin } from "../dates";
import type { QueryCtx } from "../functions";
import { plansOf } from "../ieps/model";
import { seriesOf } from "../progress/model";
import { identityOf } from "../students/identity";
import type { ListFacts } from "./rules/checklists";
import { standingOf } from "./rules/standing";
import { type Facts, lastDayOf, type PlanFacts, planIs, type Tally } from "./rules/tallies";

/** What the reports know about one child: each is a few short reads by index. */

type Reads = Pick<QueryCtx, "db">;
type Student = Doc<"students">;

/** More rows than this about one child would be a mistake of data entry. */
const MANY = 200;
/** A goal is judged by its newest measurements. */
const NEWEST = 200;

/** The statuses that stand: what was corrected is not counted, so that past years are right. */
async function episodesOf(ctx: Reads, student: Student) {
  return await ctx.db
    .query("senEpisodes")
    .withIndex("by_student_and_belief", (q) => q.eq("studentId", student._id).eq("supersededAt", undefined))
    .take(MANY);
}

async function needsOf(ctx: Reads, student: Student) {
  return await ctx.db
    .query("studentNeeds")
    .withIndex("by_student_and_belief", (q) => q.eq("studentId", student._id).eq("supersededAt", undefined))
    .take(MANY);
}

/** The plans that took effect, with their goals' owner. */
async function effectivePlansOf(ctx: Reads, student: Student): Promise<Doc<"ieps">[]> {
  const plans: Doc<"ieps">[] = [];
  for (const status of ["inEffect", "superseded", "expired"] as const) {
    plans.push(...(await plansOf(ctx, student._id, status)));
  }
  return plans;
}

function planFacts(plans: readonly Doc<"ieps">[]): (PlanFacts & { plan: Doc<"ieps"> })[] {
  const amended = new Set(plans.map(({ amendsId }) => amendsId));
  return plans.map((plan) => ({
    plan,
    startsOn: plan.startsOn,
    endsOn: lastDayOf(plan),
    isAmended: amended.has(plan._id),
  }));
}

/** The school and grade of a child on a day, or nearest before it, and whether they were enrolled on it. */
export async function placeOn(ctx: Reads, student: Student, day: CivilDay) {
  const spells = await ctx.db
    .query("enrolments")
    .withIndex("by_student", (q) => q.eq("studentId", student._id))
    .take(MANY);
  const standing = spells.filter((spell) => spell.supersededAt === undefined && spell.startsOn <= day);
  const spell = standing.find((candidate) => isWithin(day, candidate)) ?? standing.pop() ?? null;
  const { schoolId, gradeLevel } = spell ?? student;
  const isEnrolled = spell
    ? isWithin(day, spell)
    : spells.length === 0 && student.enrolmentStatus === "active";
  return { place: { schoolId, gradeLevel }, isEnrolled };
}

/** Statuses, needs and plans. */
export async function factsOf(ctx: Reads, student: Student): Promise<Facts> {
  return {
    episodes: await episodesOf(ctx, student),
    needs: await needsOf(ctx, student),
    plans: planFacts(await effectivePlansOf(ctx, student)),
  };
}

/** The same, and what a census asks besides. */
export async function listFactsOf(
  ctx: Reads,
  student: Student,
  kind: Doc<"reportRuns">["kind"],
): Promise<ListFacts> {
  const placements = await ctx.db
    .query("placements")
    .withIndex("by_student", (q) => q.eq("studentId", student._id))
    .take(MANY);
  const { birthOn, upn, stateNumber } = identityOf(student);
  return {
    ...(await factsOf(ctx, student)),
    hasNumber: (kind === "census" ? upn : stateNumber) !== undefined,
    birthOn,
    placements: placements.filter(({ supersededAt }) => supersededAt === undefined),
  };
}

/** How the goals of the child's plans stand: "active/reading/onTrack", and "plans/active". */
export async function progressTally(
  ctx: Reads,
  student: Student,
  span: { from: CivilDay; to: CivilDay },
): Promise<Tally> {
  const tally: Tally = new Map();
  const add = (key: string) => tally.set(key, (tally.get(key) ?? 0) + 1);
  for (const { plan, ...facts } of planFacts(await effectivePlansOf(ctx, student))) {
    const is = planIs(facts, span);
    if (is === null) continue;
    add(`plans/${is}`);
    const until = is === "closed" ? facts.endsOn : span.to;
    const goals = await ctx.db
      .query("goals")
      .withIndex("by_iep", (q) => q.eq("iepId", plan._id))
      .take(MANY);
    for (const goal of goals.filter(({ isActive }) => isActive)) {
      const newest = await ctx.db
        .query("observations")
        .withIndex("by_goal_and_day", (q) =>
          q.eq("goalId", seriesOf(goal)).eq("retractedAt", undefined).lte("observedOn", until),
        )
        .order("desc")
        .take(NEWEST);
      const measured = newest.reverse().map(({ observedOn: on, value, trials }) => ({ on, value, trials }));
      add(`${is}/${goal.area}/${standingOf(goal, measured)}`);
    }
  }
  return tally;
}
