import type { Page } from "@playwright/test";
import { ConvexHttpClient } from "convex/browser";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";

/** What a person can do without our pages: the same functions, called by hand with their own identity. */
export async function apiOf(page: Page): Promise<ConvexHttpClient> {
  const answer = await page.request.get("/api/auth/convex/token");
  const { origin } = new URL(answer.url());
  const { token } = (await answer.json()) as { token: string };
  const client = new ConvexHttpClient(origin, { skipConvexDeploymentUrlCheck: true, logger: false });
  client.setAuth(token);
  return client;
}

export type ChildIds = {
  organizationId: Id<"organizations">;
  studentId: Id<"students">;
  /** The plan in effect. */
  iepId: Id<"ieps">;
  draftId: Id<"ieps">;
  sectionId: Id<"sections">;
  goalId: Id<"goals">;
  observationId: Id<"observations">;
  /** One row of every other kind that hangs on the child, by table. */
  others: Record<string, string>;
};

/** A child, found by somebody who may see it. */
export async function childOf(client: ConvexHttpClient, name: string) {
  const me = await client.query(api.people.me.get);
  const { organizationId } = first(me?.memberships);
  const paginationOpts = { numItems: 50, cursor: null };
  const students = await client.query(api.students.students.listMine, { organizationId, paginationOpts });
  const { studentId } = first(students.page.filter((student) => student.name === name));
  return { organizationId, studentId };
}

/** Ids of one child's record, found by somebody who may see it. */
export async function idsOf(client: ConvexHttpClient, name: string): Promise<ChildIds> {
  const { organizationId, studentId } = await childOf(client, name);
  const paginationOpts = { numItems: 50, cursor: null };
  await client.mutation(api.students.record.open, { studentId });
  const record = await client.query(api.students.record.get, { studentId });
  const { activeIepId, draftIepId } = record;
  if (activeIepId === null || draftIepId === null)
    throw new Error(`${name} needs a plan in effect and a draft.`);
  const plan = await client.query(api.ieps.ieps.get, { studentId, iepId: activeIepId });
  const { goalId } = first(plan.goals);
  const { page } = await client.query(api.progress.observations.list, { studentId, goalId, paginationOpts });
  const given = await client.query(api.disclosures.disclosures.list, { studentId, paginationOpts });
  const asked = await client.query(api.disclosures.requests.list, { studentId });
  const emergencies = await client.query(api.access.emergencies.list, { studentId });
  const status = await client.query(api.status.overview.get, { studentId });
  const history = await client.query(api.history.timeline.list, {
    studentId,
    paginationOpts: { numItems: 50, cursor: null },
    groups: ["meetings", "interventions"],
  });
  const consents = await client.query(api.consent.overview.get, { studentId });
  const papers = await client.query(api.documents.documents.list, { studentId, paginationOpts });
  return {
    organizationId,
    studentId,
    iepId: activeIepId,
    draftId: draftIepId,
    sectionId: first(plan.sections).sectionId,
    goalId,
    observationId: first(page).observationId,
    others: {
      senEpisodes: first(status.episodes).episodeId,
      evaluations: first(status.evaluations).evaluationId,
      meetings: first(history.page.flatMap(({ meeting }) => meeting ?? [])).meetingId,
      interventions: first(history.page.flatMap(({ intervention }) => intervention ?? [])).interventionId,
      people: first(record.team).person.personId,
      teamMemberships: first(record.team).teamMembershipId,
      guardianships: first(record.guardians).guardianshipId,
      consents: first(consents.history).consentId,
      consentRequests: first(consents.requests).requestId,
      documents: first(papers.page).documentId,
      services: first(plan.services).serviceId,
      disclosures: first(given.page).disclosureId,
      recordRequests: first(asked).requestId,
      emergencyAccesses: first(emergencies).emergencyAccessId,
      accommodations: first(plan.accommodations).accommodationId,
    },
  };
}

function first<T>(rows: readonly T[] | undefined): T {
  const [row] = rows ?? [];
  if (row === undefined) throw new Error("The sample district lacks what this story is about.");
  return row;
}
