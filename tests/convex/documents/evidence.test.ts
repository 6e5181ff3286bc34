import { expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { aPaper } from "#tests/support/papers.ts";
import { aWorld, type Person } from "#tests/support/world.ts";

test("the papers behind a fact are there for whoever reads it, titled for whom they are open to", async () => {
  const world = await aWorld();
  const child = await world.aStudent();
  const { studentId, caseManager } = child;
  const documentIds = [
    await aPaper(child, { title: "Report" }),
    await aPaper(child, { title: "Psychologist", isConfidential: true }),
    await aPaper(child, { title: "Letter home", sharedWithFamily: true }),
  ];
  await caseManager.mutation(api.status.episodes.enter, {
    ...{ studentId, kind: "section504", startsOn: "2025-09-01", term: "longTerm" },
    ...{ reason: "Asthma", decidedBy: "504 team", evidenceDocumentIds: documentIds },
  });
  const titlesFor = async (who: Person) => {
    const { episodes } = await caseManager.query(api.status.overview.get, { studentId });
    const papers = await who.query(api.documents.evidence.list, {
      studentId,
      documentIds: episodes[0]?.evidenceDocumentIds ?? [],
    });
    return papers.map(({ shown }) => shown?.title ?? null);
  };
  expect(await titlesFor(caseManager)).toEqual(["Report", "Psychologist", "Letter home"]);
  expect(await titlesFor(await child.as.teacher())).toEqual(["Report", null, "Letter home"]);
  expect(await titlesFor(await child.as.guardian())).toEqual([null, null, "Letter home"]);
  const other = await world.aStudent();
  const foreign = { studentId: other.studentId, documentIds };
  expect(await other.caseManager.query(api.documents.evidence.list, foreign)).toEqual([]);
});
