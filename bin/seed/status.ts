import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { addDays } from "#convex/dates.ts";
import type { SampleChild } from "#convex/sample/child.ts";
import { firstPlanIn } from "#convex/sample/former.ts";
import type { SampleStory } from "#convex/sample/story.ts";
import { placementOf } from "#convex/sample/year.ts";
import { type District, personOf } from "./district.ts";
import type { Caller } from "./people.ts";

type Of = { district: District; child: SampleChild; studentId: Id<"students"> };

/** Enters the status that a child's plan rests on; for a child with a story of years, all of it. */
export async function writeStatus({ district, child, studentId }: Of): Promise<void> {
  const writer = personOf(district, child.caseManager);
  const { episodes } = await writer.query(api.status.overview.get, { studentId });
  if (episodes.length > 0) return;
  await place({ district, child, studentId });
  if (child.story) {
    await tell({ writer, studentId, child, story: child.story, day: (ago) => addDays(district.today, -ago) });
    return;
  }
  const firstPlan = firstPlanIn(child);
  if (firstPlan === null) return;
  await writer.mutation(api.status.episodes.enter, {
    studentId,
    kind: "ideaEligible",
    startsOn: addDays(district.today, firstPlan - DAYS_TO_PLAN),
    term: "longTerm",
    reason: "Found eligible; special education is needed to make progress.",
    decidedBy: "Eligibility team",
  });
}

/** Where the child spends the day, since they became eligible; without a plan in effect a child is counted nowhere. */
async function place({ district, child, studentId }: Of): Promise<void> {
  const firstPlan = firstPlanIn(child);
  if (firstPlan === null) return;
  const since = child.story ? -child.story.eligible.right : firstPlan;
  await personOf(district, child.caseManager).mutation(api.reports.placements.record, {
    studentId,
    band: placementOf(child.number),
    startsOn: addDays(district.today, since),
  });
}

/** From eligibility to the plan, at most thirty (34 CFR 300.323(c)(1)). */
const DAYS_TO_PLAN = 21;

type Telling = {
  writer: Caller;
  studentId: Id<"students">;
  child: SampleChild;
  story: SampleStory;
  day: (daysAgo: number) => string;
};

async function tell({ writer, studentId, child, story, day }: Telling): Promise<void> {
  const { first, meetings, interventions, evaluation, eligible } = story;
  for (const { daysAgo, ...meeting } of meetings) {
    await writer.mutation(api.interventions.meetings.add, { studentId, ...meeting, heldOn: day(daysAgo) });
  }
  for (const { from, until, ...intervention } of interventions) {
    const span = { startsOn: day(from), endsOn: day(until) };
    await writer.mutation(api.interventions.interventions.add, { studentId, ...intervention, ...span });
  }
  const { from, until, ...begun } = first;
  await writer.mutation(api.status.episodes.enter, {
    ...{ studentId, ...begun, startsOn: day(from), endsOn: day(until) },
  });
  await writer.mutation(api.consent.consents.record, {
    ...{ studentId, kind: "initialEvaluation", decision: "given", decidedOn: day(evaluation.consent) },
    ...{ scope: evaluation.reason, personName: evaluation.askedBy, form: "onPaper" },
    paperKeptAt: "Consent folder, school office",
  });
  const evaluationId = await writer.mutation(api.status.evaluations.ask, {
    ...{ studentId, kind: "initial", askedOn: day(evaluation.asked) },
    ...{ askedBy: evaluation.askedBy, reason: evaluation.reason },
  });
  await writer.mutation(api.status.evaluations.begin, { studentId, evaluationId });
  await writer.mutation(api.status.evaluations.complete, {
    ...{ studentId, evaluationId, completedOn: day(evaluation.completed), conclusion: "eligible" },
    findings: evaluation.findings,
  });
  const { mistaken, right, correction, ...found } = eligible;
  const entry = { studentId, kind: "ideaEligible" as const, gapIsRight: true, ...found };
  await writer.mutation(api.status.episodes.enter, { ...entry, startsOn: day(mistaken) });
  await writer.mutation(api.status.needs.correct, {
    ...{ studentId, from: day(child.enrolledSince ?? right), until: day(right + 1), needs: [] },
    correctionReason: "Nothing was known before the evaluation",
  });
  const { episodes } = await writer.query(api.status.overview.get, { studentId });
  const entered = episodes.find(({ kind }) => kind === "ideaEligible");
  if (!entered) throw new Error(`${child.firstName} has no status to correct.`);
  await writer.mutation(api.status.episodes.correct, {
    ...{ studentId, episodeId: entered.episodeId, ...found, startsOn: day(right) },
    ...{ correctionReason: correction, gapIsRight: true },
  });
}
