import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { api, internal } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { Child } from "#tests/support/child.ts";
import { convexTestBackend, openConvexTest } from "#tests/support/convexTestBackend.ts";
import { aWorld, type World } from "#tests/support/world.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

const t = openConvexTest();
let world: World;
let child: Child;
beforeAll(async () => {
  world = await aWorld(convexTestBackend(t));
});
beforeEach(async () => {
  child = await world.aStudent();
});

/** A file that was taken back so many days ago. */
async function takenBack(daysAgo: number): Promise<Id<"documents">> {
  const { organizationId } = world;
  const { studentId, caseManager } = child;
  return await t.run(async (ctx) => {
    const storageId = await ctx.storage.store(new Blob(["somebody else's letter"]));
    return await ctx.db.insert("documents", {
      organizationId,
      studentId,
      title: "A letter",
      kind: "letter",
      documentOn: "2026-01-05",
      fileName: "letter.pdf",
      storageId,
      state: "ready",
      contentType: "application/pdf",
      size: 22,
      sha256: "",
      uploadedBy: caseManager.personId,
      uploadedAt: 1,
      isConfidential: false,
      sharedWithFamily: false,
      retractedAt: Date.now() - daysAgo * DAY_MS,
      retractedBy: caseManager.personId,
      retractionReason: "Another child's",
      searchText: "A letter letter.pdf",
    });
  });
}

/** Whether the contents are still there after a night. */
async function isKept(documentId: Id<"documents">): Promise<boolean> {
  const before = await t.run(async (ctx) => await ctx.db.get("documents", documentId));
  await t.mutation(internal.documents.retracted.sweep, {});
  return await t.run(async (ctx) => {
    const row = await ctx.db.get("documents", documentId);
    expect(row?.retractionReason).toBe("Another child's");
    const isThere = before?.storageId !== undefined && (await ctx.storage.get(before.storageId)) !== null;
    expect(row?.contentsGoneAt === undefined).toBe(isThere);
    expect(row?.storageId !== undefined).toBe(isThere);
    return isThere;
  });
}

describe("a file that was taken back", () => {
  test("is kept for ninety days, in case the wrong one was", async () => {
    expect(await isKept(await takenBack(89))).toBe(true);
  });

  test("then loses its contents, which stands in the child's audit entries", async () => {
    const documentId = await takenBack(91);
    expect(await isKept(documentId)).toBe(false);
    const entries = await t.run(
      async (ctx) =>
        await ctx.db
          .query("auditEntries")
          .withIndex("by_student", (q) => q.eq("studentId", child.studentId))
          .order("desc")
          .take(1),
    );
    expect(entries).toMatchObject([{ summary: `document ${documentId}: contents removed` }]);
  });

  test("is kept as long as the organization says", async () => {
    const { administrator, organizationId } = world;
    const decide = (days: number) =>
      administrator.mutation(api.organizations.organizations.decide, {
        organizationId,
        settings: { retractedFileDays: days },
      });
    await decide(365);
    expect(await isKept(await takenBack(91))).toBe(true);
    await decide(90);
  });

  test("is kept while a family waits to see the record", async () => {
    const { studentId } = child;
    const guardian = await child.as.guardian();
    await guardian.mutation(api.disclosures.requests.make, { studentId, kind: "inspect", words: "" });
    expect(await isKept(await takenBack(91))).toBe(true);
  });

  test("is kept while a legal matter holds the record", async () => {
    const { organizationId } = world;
    const { studentId } = child;
    await t.run(
      async (ctx) =>
        await ctx.db.insert("retentionProposals", {
          organizationId,
          studentId,
          recordKind: "record",
          reason: "schedule",
          dueOn: "2026-01-05",
          proposedAt: 1,
          status: "held",
        }),
    );
    expect(await isKept(await takenBack(91))).toBe(true);
  });
});
