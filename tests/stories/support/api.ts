import type { Page } from "@playwright/test";
import { ConvexHttpClient } from "convex/browser";
import { anyApi } from "convex/server";

/** What a person can do without our pages: the same functions, called by hand with their own identity. */
export async function apiOf(page: Page): Promise<ConvexHttpClient> {
  const { origin } = new URL(page.url());
  const answer = await page.request.get(`${origin}/api/auth/convex/token`);
  const { token } = (await answer.json()) as { token: string };
  const client = new ConvexHttpClient(origin, { skipConvexDeploymentUrlCheck: true });
  client.setAuth(token);
  return client;
}

export type ChildIds = {
  organizationId: string;
  studentId: string;
  iepId: string;
  draftId: string;
  sectionId: string;
  goalId: string;
  observationId: string;
};

/** Ids of one child's record, found by somebody who may see it. */
export async function idsOf(client: ConvexHttpClient, name: string): Promise<ChildIds> {
  const me = await client.query(anyApi.people.me.get, {});
  const organizationId = me.memberships[0].organizationId as string;
  const paginationOpts = { numItems: 50, cursor: null };
  const { page } = await client.query(anyApi.students.students.listMine, { organizationId, paginationOpts });
  const studentId = page.find((student: { name: string }) => student.name === name).studentId as string;
  const record = await client.query(anyApi.students.record.get, { studentId });
  const iepId = record.activeIepId as string;
  const draftId = record.draftIepId as string;
  const plan = await client.query(anyApi.ieps.ieps.get, { studentId, iepId });
  const goalId = plan.goals[0].goalId as string;
  const observations = await client.query(anyApi.progress.observations.list, {
    studentId,
    goalId,
    paginationOpts,
  });
  return {
    organizationId,
    studentId,
    iepId,
    draftId,
    sectionId: plan.sections[0].sectionId,
    goalId,
    observationId: observations.page[0].observationId,
  };
}
