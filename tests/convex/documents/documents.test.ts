import { beforeEach, describe, expect, test, vi } from "vitest";
import { api, internal } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { runsEmbedded } from "#tests/support/backend.ts";
import type { Child } from "#tests/support/child.ts";
import { agree } from "#tests/support/plan.ts";
import { expectRefusal, refusalOf } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

let world: World;
let child: Child;
beforeEach(async () => {
  world = await aWorld();
  child = await world.aStudent();
});

const PDF = "%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF";
const paginationOpts = { numItems: 50, cursor: null };

const list = async (who: Person = child.caseManager, more: { search?: string } = {}) =>
  (await who.query(api.documents.documents.list, { studentId: child.studentId, paginationOpts, ...more }))
    .page;

/** Posts a file as the form does, and claims it. */
async function send(
  who: Person,
  { fileName = "report.pdf", contents = PDF, ...more }: Record<string, unknown> = {},
) {
  const file = String(contents);
  const at = { studentId: child.studentId, fileName: String(fileName) };
  const { url } = await who.mutation(api.documents.uploads.begin, { ...at, size: Math.max(1, file.length) });
  const upload = await world.backend.upload(url, file);
  return { upload, documentId: await claim(who, upload, { fileName, ...more }) };
}
const claim = (who: Person, upload: string, more: Record<string, unknown> = {}) =>
  who.mutation(api.documents.documents.add, {
    studentId: child.studentId,
    upload,
    fileName: "report.pdf",
    title: "Reading report",
    kind: "evaluationReport",
    ...more,
  });
/** The document once its contents have been looked at. */
const checked = (documentId: Id<"documents">) =>
  vi.waitFor(
    async () => {
      const row = (await list()).find((candidate) => candidate.documentId === documentId);
      if (!row || row.state === "checking") throw new Error("Still being checked.");
      return row;
    },
    { timeout: 20_000, interval: 50 },
  );
const ready = async (who: Person, more: Record<string, unknown> = {}) => {
  const { documentId } = await send(who, more);
  expect((await checked(documentId)).state).toBe("ready");
  return documentId;
};
const open = (who: Person, documentId: Id<"documents">) =>
  who.mutation(api.documents.opening.open, { studentId: child.studentId, documentId });
const fetched = (path: string) => world.backend.fetch(path);

describe("a document", () => {
  test("is checked, opened by its reader once, and saved instead of shown", async () => {
    const documentId = await ready(child.caseManager, { fileName: "../Informe niño.pdf" });
    await list();
    const { path } = await open(child.caseManager, documentId);
    const answer = await fetched(path);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe(PDF);
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="Informe ni_o.pdf"/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("cache-control")).toContain("no-store");
    expect((await fetched(path)).status).toBe(404);
  });

  test("whose contents are not what its name says is refused, and its file is gone", async () => {
    const { documentId } = await send(child.caseManager, { contents: "MZ a program" });
    expect(await checked(documentId)).toMatchObject({ state: "refused", refusal: "file_refused" });
    await expectRefusal(open(child.caseManager, documentId), "not_found");
  });

  test("cannot claim the file of another document", async () => {
    const { upload, documentId } = await send(child.caseManager);
    await checked(documentId);
    const stolen = await claim(child.caseManager, upload, { title: "A second way in" });
    expect(await checked(stolen)).toMatchObject({ state: "refused", refusal: "file_missing" });
    expect((await open(child.caseManager, documentId)).path).toMatch(/^\/api\/download\/document\//);
  });

  test("is refused by name and size before a byte travels", async () => {
    const begin = (fileName: string, size: number) =>
      child.caseManager.mutation(api.documents.uploads.begin, { studentId: child.studentId, fileName, size });
    await expectRefusal(begin("page.html", 10), "file_refused");
    await expectRefusal(begin("report.pdf", 0), "file_empty");
    await expectRefusal(begin("report.pdf", 30_000_000), "file_too_large");
    await expectRefusal(claim(child.caseManager, "nothing that was sent"), "file_missing");
  });

  test("is shared with the family, or not; what the family sends is the family's", async () => {
    const guardian = await child.as.guardian();
    const documentId = await ready(child.caseManager);
    expect(await list(guardian)).toEqual([]);
    await expectRefusal(open(guardian, documentId), "not_found");
    const share = { studentId: child.studentId, documentId, sharedWithFamily: true };
    await child.caseManager.mutation(api.documents.documents.edit, share);
    expect(await list(guardian)).toMatchObject([{ documentId }]);
    expect((await open(guardian, documentId)).path).toBeTruthy();
    await ready(guardian, { title: "From home" });
    expect((await list()).map(({ title }) => title)).toContain("From home");
  });

  test("that is confidential is for those who lead the case and whoever sent it", async () => {
    const teacher = await child.as.teacher();
    const documentId = await ready(child.caseManager, { isConfidential: true });
    expect(await list(teacher)).toEqual([]);
    await expectRefusal(open(teacher, documentId), "not_found");
    expect(await list(world.administrator)).toHaveLength(1);
    await ready(teacher, { isConfidential: true, title: "Mine" });
    expect(await list(teacher)).toMatchObject([{ title: "Mine" }]);
  });

  test("that is taken back stays as a line with its reason, and nobody opens it", async () => {
    const documentId = await ready(child.caseManager);
    const { path } = await open(child.caseManager, documentId);
    const retract = () =>
      child.caseManager.mutation(api.documents.documents.retract, {
        studentId: child.studentId,
        documentId,
        reason: "Wrong child",
      });
    await retract();
    expect(await list()).toMatchObject([{ retractionReason: "Wrong child" }]);
    await expectRefusal(open(child.caseManager, documentId), "document_retracted");
    expect((await fetched(path)).status).toBe(404);
    await expectRefusal(retract(), "document_retracted");
  });

  test("is found by the words of its title", async () => {
    await ready(child.caseManager, { title: "Hearing screening" });
    await ready(child.caseManager, { title: "Reading report" });
    expect((await list(child.caseManager, { search: "hearing" })).map(({ title }) => title)).toEqual([
      "Hearing screening",
    ]);
  });

  test("proves a consent once it is checked", async () => {
    const record = (evidenceDocumentIds: Id<"documents">[]) =>
      child.caseManager.mutation(api.consent.consents.record, {
        studentId: child.studentId,
        kind: "initialServices",
        decision: "given",
        scope: "As explained",
        personName: "Gale Guardian",
        form: "onPaper",
        evidenceDocumentIds,
      });
    await record([await ready(child.caseManager)]);
    const other = await world.aStudent({ caseManager: child.caseManager });
    const mine = child;
    child = other;
    const foreign = await ready(other.caseManager);
    child = mine;
    await expectRefusal(record([foreign]), "not_found");
  });
});

test("a picture of the child is kept by the school only while the family agrees", async () => {
  const photo = { kind: "photo", fileName: "photo.png", contents: "\x89PNG\r\n\x1a\n and so on" };
  const refusal = await refusalOf(send(child.caseManager, photo));
  expect(refusal).toMatchObject({ code: "consent_missing", params: { kind: "media" } });
  await agree(child, "media");
  await send(child.caseManager, photo);
});

test("an address leads nowhere once its reader has lost the child, and one that is made up never did", async () => {
  const guardian = await child.as.guardian();
  const documentId = await ready(child.caseManager, { sharedWithFamily: true });
  await list(guardian);
  const { path } = await open(guardian, documentId);
  const later = await open(guardian, documentId);
  expect((await fetched("/api/download/document/made-up")).status).toBe(404);
  expect((await fetched(`${path}x`)).status).toBe(404);
  expect((await fetched(path)).status).toBe(200);
  await child.caseManager.mutation(api.guardians.restrictions.record, {
    studentId: child.studentId,
    personId: guardian.personId,
    personName: "Gale Guardian",
    forbids: ["see"],
    order: "No access",
  });
  expect((await fetched(later.path)).status).toBe(404);
});

test.runIf(runsEmbedded)("a file that nobody claims is swept, and one that is claimed stays", async () => {
  const documentId = await ready(child.caseManager);
  const at = { studentId: child.studentId, fileName: "lost.pdf", size: 10 };
  const { url } = await child.caseManager.mutation(api.documents.uploads.begin, at);
  const upload = await world.backend.upload(url, PDF);
  const swept = await world.backend.operator.mutation(internal.documents.sweeping.sweep, { agedMs: 0 });
  expect(swept).toBeGreaterThan(0);
  await expectRefusal(claim(child.caseManager, upload), "file_missing");
  await list();
  expect((await fetched((await open(child.caseManager, documentId)).path)).status).toBe(200);
});
