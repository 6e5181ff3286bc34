import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { addDays } from "#convex/dates.ts";
import type { SampleChild, SampleGoal, SamplePlan } from "#convex/sample/child.ts";
import type { Block } from "#convex/sample/prose.ts";
import { type District, personOf } from "./district.ts";
import type { Caller } from "./people.ts";

type Writing = {
  district: District;
  child: SampleChild;
  plan: SamplePlan;
  writer: Caller;
  studentId: Id<"students">;
};

/**
 * Writes one plan as the child's case manager does, or what is still missing from it: everything here can be
 * done twice. Afterwards the measurements are logged, each by whoever takes them.
 */
export async function writePlan(writing: Omit<Writing, "writer">): Promise<void> {
  const work = { ...writing, writer: personOf(writing.district, writing.child.caseManager) };
  const { writer, studentId, plan } = work;
  const { plans } = await writer.query(api.students.record.get, { studentId });
  const known = plans.find(({ title }) => title === plan.title);
  const iepId = known?.iepId ?? (await start(work, plans.find(({ status }) => status === "inEffect")?.iepId));
  if (known === undefined || known.status === "draft") {
    await fill(work, iepId);
    if (plan.status === "inEffect") {
      await recordConsent(work);
      await writer.mutation(api.ieps.ieps.putInEffect, { studentId, iepId });
    }
  }
  if (plan.shared && !known?.sharedWithFamily) {
    await writer.mutation(api.ieps.ieps.share, { studentId, iepId, shared: true });
  }
  await logAll(work, iepId);
}

/** The family signed its consent to services on paper, before the plan began. */
async function recordConsent({ district, child, writer, studentId, plan }: Writing): Promise<void> {
  await writer.mutation(api.consent.consents.record, {
    studentId,
    kind: "initialServices",
    decision: "given",
    decidedOn: addDays(district.today, plan.startsIn),
    scope: "Special education and related services as in the plan",
    personName: `Parent of ${child.firstName} ${child.lastName}`,
    form: "onPaper",
    paperKeptAt: "Consent folder, school office",
  });
}

async function start({ district, writer, studentId, plan }: Writing, inEffectId?: Id<"ieps">) {
  const day = (offset: number) => addDays(district.today, offset);
  return await writer.mutation(api.ieps.ieps.start, {
    studentId,
    title: plan.title,
    startsOn: day(plan.startsIn),
    ...(plan.meetingIn === undefined ? {} : { meetingOn: day(plan.meetingIn) }),
    ...(plan.amends && inEffectId ? { amendsId: inEffectId } : {}),
  });
}

async function fill(work: Writing, iepId: Id<"ieps">): Promise<void> {
  const { writer, studentId, plan, district } = work;
  const written = await writer.query(api.ieps.ieps.get, { studentId, iepId });
  const { startsOn, endsOn } = written.iep;
  const place = { studentId, iepId };
  if (!plan.amends) {
    for (const goal of plan.goals.slice(written.goals.length)) {
      await writer.mutation(api.ieps.goals.add, { ...place, ...goalFields(goal, district.today, endsOn) });
    }
    for (const service of plan.services.slice(written.services.length)) {
      await writer.mutation(api.ieps.services.add, { ...place, ...service, startsOn, endsOn });
    }
    for (const accommodation of plan.accommodations.slice(written.accommodations.length)) {
      await writer.mutation(api.ieps.accommodations.add, { ...place, ...accommodation });
    }
    for (const [factor, answer] of Object.entries(plan.factors)) {
      const base = written.specialFactors.find((known) => known.factor === factor) ?? null;
      if (base) continue;
      const named = factor as (typeof written.specialFactors)[number]["factor"];
      await writer.mutation(api.ieps.specialFactors.answer, { ...place, factor: named, ...answer, base });
    }
  }
  for (const section of written.sections) {
    const { text, state } = plan.sections[section.kind] ?? { state: section.state };
    if (text) await writeText(work, section.sectionId, text);
    if (state === section.state) continue;
    await writer.mutation(api.ieps.sections.setState, { studentId, sectionId: section.sectionId, state });
  }
}

function goalFields(goal: SampleGoal, today: string, endsOn: string) {
  const { series, measuredBy, baseline, target, consistency, ...fields } = goal;
  return {
    ...fields,
    ...(consistency ? { consistency } : {}),
    baseline: { value: baseline.value, on: addDays(today, -baseline.daysAgo) },
    target: { value: target, on: endsOn },
  };
}

/** One step that puts the text in place of the empty paragraph, sent as an editor would send it. */
async function writeText(
  { writer, studentId }: Writing,
  sectionId: Id<"sections">,
  text: readonly Block[],
): Promise<void> {
  const step = { stepType: "replace", from: 0, to: 2, slice: { content: text } };
  await writer.mutation(api.ieps.drafting.submitSteps, {
    studentId,
    sectionId,
    version: 1,
    clientId: "sample",
    serials: [1],
    steps: [JSON.stringify(step)],
  });
}

async function logAll({ district, child, plan, studentId, writer }: Writing, iepId: Id<"ieps">) {
  if (plan.goals.every(({ series }) => series.length === 0)) return;
  const { goals } = await writer.query(api.ieps.ieps.get, { studentId, iepId });
  for (const [i, { series, measuredBy }] of plan.goals.entries()) {
    const goalId = goals[i]?.goalId;
    if (!goalId) throw new Error(`Goal ${i + 1} of ${child.firstName} is missing.`);
    const measurer = personOf(district, measuredBy ?? child.caseManager);
    for (const [at, { daysAgo, ...observation }] of series.entries()) {
      await measurer.mutation(api.progress.observations.log, {
        studentId,
        goalId,
        observedOn: addDays(district.today, -daysAgo),
        ...observation,
        clientKey: `sample-${child.number}-${i + 1}-${at + 1}`,
      });
    }
  }
}
