import type { Ids } from "./arguments.ts";
import type { Child } from "./child.ts";
import type { openConvexTest } from "./convexTestBackend.ts";

type Deployment = ReturnType<typeof openConvexTest>;

/** A status, a need, an evaluation, a meeting and an intervention. */
export async function statusRows(t: Deployment, { studentId, world, caseManager }: Child): Promise<Ids> {
  const compartment = { organizationId: world.organizationId, studentId };
  const recorded = { recordedAt: 1, recordedBy: caseManager.personId };
  const written = { title: "Reading", people: "", outcome: "", sharedWithFamily: false };
  return await t.run(async (ctx) => ({
    senEpisodes: await ctx.db.insert("senEpisodes", {
      ...compartment,
      ...recorded,
      kind: "section504",
      startsOn: "2025-09-01",
      term: "longTerm",
      reason: "Asthma",
      decidedBy: "504 team",
      evidenceDocumentIds: [],
    }),
    studentNeeds: await ctx.db.insert("studentNeeds", {
      ...compartment,
      ...recorded,
      code: "otherHealthImpairment",
      rank: 2,
      startsOn: "2025-09-01",
    }),
    evaluations: await ctx.db.insert("evaluations", {
      ...compartment,
      ...recorded,
      kind: "initial",
      askedOn: "2025-08-01",
      askedBy: "Parent",
      reason: "Reading",
      tolling: [],
      evidenceDocumentIds: [],
    }),
    meetings: await ctx.db.insert("meetings", {
      ...compartment,
      ...recorded,
      ...written,
      kind: "family",
      heldOn: "2025-09-02",
    }),
    interventions: await ctx.db.insert("interventions", {
      ...compartment,
      ...recorded,
      ...written,
      kind: "academic",
      startsOn: "2025-09-02",
    }),
  }));
}
