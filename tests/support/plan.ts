import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { ConsentKind } from "#convex/consent/rules/kinds.ts";
import { addDays, addYears } from "#convex/dates.ts";
import { specialFactors } from "#convex/ieps/rules/lifecycle.ts";
import type { Child } from "./child.ts";

export type PlanDetails = {
  status?: "draft" | "inEffect";
  startsOn?: string;
  shared?: boolean;
};

/** A plan with one goal, one service, and every special factor answered. */
export type Plan = { iepId: Id<"ieps">; goalId: Id<"goals">; startsOn: string; endsOn: string };

/** Writes a plan through the functions that people use, up to the status asked for. */
export async function writePlan(child: Child, details: PlanDetails = {}): Promise<Plan> {
  const { caseManager: writer, studentId } = child;
  const { today } = await writer.query(api.students.record.get, { studentId });
  const startsOn = details.startsOn ?? addDays(today, -30);
  const endsOn = addDays(addYears(startsOn, 1), -1);
  const iepId = await writer.mutation(api.ieps.ieps.start, {
    studentId,
    title: "Annual plan",
    startsOn,
    endsOn,
    meetingOn: addDays(startsOn, -3),
  });
  const goalId = await writer.mutation(api.ieps.goals.add, {
    studentId,
    iepId,
    area: "reading",
    statement: "Robin will read fourth-grade passages aloud at 90 words correct per minute.",
    condition: "Given an unpractised fourth-grade passage",
    behaviour: "read aloud for one minute",
    criterion: "90 words correct per minute",
    measure: "wordsPerMinute",
    direction: "increase",
    baseline: { value: 41, on: startsOn },
    target: { value: 90, on: endsOn },
    schedule: "weekly",
  });
  await writer.mutation(api.ieps.services.add, {
    studentId,
    iepId,
    kind: "Specially designed instruction in reading",
    startsOn,
    endsOn,
    frequency: { times: 4, per: "week" },
    minutes: 30,
    location: "Resource room",
    providerRole: "Special education teacher",
  });
  for (const factor of specialFactors) {
    const answer = { applies: false, explanation: "", base: null };
    await writer.mutation(api.ieps.specialFactors.answer, { studentId, iepId, factor, ...answer });
  }
  if (details.status === "inEffect") await putInEffect(child, iepId);
  if (details.shared) await writer.mutation(api.ieps.ieps.share, { studentId, iepId, shared: true });
  return { iepId, goalId, startsOn, endsOn };
}

/** Records that the family signed its consent on paper. */
type Decided = { decision?: "given" | "withdrawn"; decidedOn?: string; recipient?: string };

export async function agree(child: Child, kind: ConsentKind, decided: Decided = {}): Promise<void> {
  await child.caseManager.mutation(api.consent.consents.record, {
    studentId: child.studentId,
    kind,
    decision: "given",
    scope: "As explained at the meeting",
    personName: "Gale Guardian",
    form: "onPaper",
    paperKeptAt: "School office, red folder",
    ...decided,
  });
}

/** Settles every section and puts the plan in effect. */
export async function putInEffect(child: Child, iepId: Id<"ieps">): Promise<void> {
  const { caseManager: writer, studentId } = child;
  const { sections } = await writer.query(api.ieps.ieps.get, { studentId, iepId });
  for (const { sectionId } of sections) {
    await writer.mutation(api.ieps.sections.setState, { studentId, sectionId, state: "ready" });
  }
  await agree(child, "initialServices");
  await writer.mutation(api.ieps.ieps.putInEffect, { studentId, iepId });
}
