import { ConvexError } from "convex/values";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { api, components, internal } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import schema from "#convex/schema.ts";
import { argumentsFor, type Ids } from "#tests/support/arguments.ts";
import type { Caller } from "#tests/support/backend.ts";
import { convexTestBackend, openConvexTest, rehearse } from "#tests/support/convexTestBackend.ts";
import { rowsOf } from "#tests/support/crowd.ts";
import { type ObjectShape, publicFunctions } from "#tests/support/publicFunctions.ts";
import { settled } from "#tests/support/settled.ts";
import { aWorld, type World } from "#tests/support/world.ts";

/** A word that stands nowhere but in what is about this child. */
const CANARY = "Quetzalcoatlus";

const t = openConvexTest();
let world: World;
let studentId: Id<"students">;
let files: Id<"_storage">[];
let sections: string[];
let ids: Ids;
let people: Record<string, Caller>;

const everyRow = async () =>
  await t.run(async (ctx) => {
    const found: { table: string; row: Record<string, unknown> }[] = [];
    for (const table of Object.keys(schema.tables)) {
      const rows = await ctx.db.query(table as never).take(5000);
      found.push(...rows.map((row) => ({ table, row: row as Record<string, unknown> })));
    }
    return found;
  });

const naming = (rows: Awaited<ReturnType<typeof everyRow>>, text: string) =>
  rows.filter(({ row }) => JSON.stringify(row).includes(text));

beforeAll(async () => {
  world = await aWorld(convexTestBackend(t));
  const { administrator, organizationId } = world;
  const child = await world.aStudent({ firstName: CANARY, lastName: CANARY, studentNumber: CANARY });
  studentId = child.studentId;
  // A row of every table around the child, as the doors need them.
  ids = await rowsOf(t, child);
  people = {
    "an administrator": administrator,
    "the case manager": child.caseManager,
    "a guardian": await child.as.guardian(),
    "the student": await child.as.student(),
  };
  const plan = await child.caseManager.query(api.ieps.ieps.get, { studentId, iepId: ids.ieps as Id<"ieps"> });
  sections = plan.sections.map(({ sectionId }) => sectionId);
  files = await t.run(async (ctx) => {
    const storageId = await ctx.storage.store(new Blob([CANARY]));
    const row = { organizationId, studentId, requestedBy: child.caseManager.personId, requestedAt: 1 };
    const part = { storageId, name: "copy.zip", size: 1, sha256: "" };
    const built = { status: "ready" as const, done: 1, total: 1, parts: [part], expiresAt: 9e12 };
    await ctx.db.insert("childExports", { ...row, ...built, audience: "team", locale: "en" });
    await ctx.db.insert("observations", {
      organizationId,
      studentId,
      goalId: ids.goals as Id<"goals">,
      observedOn: "2026-02-02",
      value: 1,
      note: CANARY,
      recordedBy: child.caseManager.personId,
      clientKey: "canary-observation",
    });
    return [storageId];
  });
  expect(naming(await everyRow(), CANARY).length).toBeGreaterThan(1);
  const second = await world.aMember("administrator");
  // What the crowd left open is settled, and the child has left.
  const proposalId = await t.run(async (ctx) => {
    await ctx.db.patch("students", studentId, { enrolmentStatus: "inactive" });
    for (const { table, row } of await everyRowAbout(ctx as never)) {
      if (table === "recordRequests") await ctx.db.patch("recordRequests", row._id, { status: "answered" });
      if (table === "ieps") await ctx.db.patch("ieps", row._id, { status: "expired" });
    }
    return await ctx.db.insert("retentionProposals", {
      organizationId,
      studentId,
      recordKind: "record",
      reason: "familyAsked",
      words: CANARY,
      dueOn: "2026-01-05",
      proposedAt: 1,
      status: "proposed",
    });
  });
  const asked = { organizationId, proposalId, keepsPermanentRecord: false };
  await administrator.mutation(api.retention.proposals.confirm, { ...asked, seen: "proposed" });
  await second.mutation(api.retention.proposals.confirm, { ...asked, seen: "confirmed" });
  await settled(
    async () => (await everyRow()).filter(({ table }) => table === "destructions"),
    (rows) => rows.length === 1 && rows[0]?.row.status === "done",
  );

  async function everyRowAbout(ctx: { db: { query(table: never): { take(n: number): Promise<never[]> } } }) {
    const found: { table: string; row: { _id: never } }[] = [];
    for (const table of ["recordRequests", "ieps"]) {
      const rows = (await ctx.db.query(table as never).take(100)) as { _id: never; studentId: string }[];
      found.push(...rows.filter((row) => row.studentId === studentId).map((row) => ({ table, row })));
    }
    return found;
  }
}, 120_000);

/** Ids and names of fields, kept on purpose: retention/beside.ts says why. */
const namesOnly = ["destructions", "auditEntries", "permanentRecords", "merges"];

describe("after a record was destroyed", () => {
  test("no row of any table holds a word of it", async () => {
    expect(naming(await everyRow(), CANARY)).toEqual([]);
  });

  test("only the certificate, the audit chain and lists of ids name its id", async () => {
    const left = new Set(naming(await everyRow(), studentId).map(({ table }) => table));
    expect([...left].filter((table) => !namesOnly.includes(table))).toEqual([]);
  });

  test("its texts and files are gone", async () => {
    await t.run(async (ctx) => {
      for (const id of sections) {
        const kept = await ctx.runQuery(components.prosemirrorSync.lib.getSnapshot, { id });
        expect(kept.content).toBeNull();
      }
      for (const id of files) expect(await ctx.storage.get(id)).toBeNull();
    });
  });

  test("no public function tells anybody a word of it, whatever it is asked for", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    vi.spyOn(console, "error").mockImplementation(() => {});
    const told: string[] = [];
    let answered = 0;
    for (const [who, caller] of Object.entries(people)) {
      for (const fn of publicFunctions) {
        const { value, thrown } = await rehearse(caller, fn, searching(fn.args));
        const said = JSON.stringify(thrown instanceof ConvexError ? thrown.data : (value ?? null), plainly);
        if (said.includes(CANARY)) told.push(`${fn.name} told ${who}`);
        if (thrown === undefined) answered++;
        if (thrown === undefined && fn.door?.kind === "student") told.push(`${fn.name} opened to ${who}`);
      }
    }
    expect(told).toEqual([]);
    expect(answered).toBeGreaterThan(publicFunctions.length / 4);
  }, 120_000);

  test("no copy of the organization holds a word of it", async () => {
    const { organizationId, administrator } = world;
    const exportId = await administrator.mutation(api.exports.organizations.start, { organizationId });
    const copy = await settled(
      async () => (await administrator.query(api.exports.organizations.list, { organizationId }))[0],
      (row) => row?.status === "ready",
    );
    const asked = { organizationId, exportId };
    const texts: string[] = [];
    for (const part of copy?.parts.keys() ?? []) {
      const { path } = await administrator.mutation(api.exports.organizations.download, { ...asked, part });
      const zip = new Uint8Array(await (await t.fetch(path, {})).arrayBuffer());
      texts.push(...Object.values(unzipSync(zip)).map((bytes) => new TextDecoder().decode(bytes)));
    }
    const text = texts.join("\n");
    expect(text).toContain(organizationId);
    expect(text).not.toContain(CANARY);
  });

  test("the audit chain still verifies, and holds the certificate's hash", async () => {
    const { organizationId, administrator } = world;
    expect(await administrator.query(api.audit.entries.verify, { organizationId })).toMatchObject({
      brokenAt: null,
    });
    const { page } = await administrator.query(api.retention.certificates.list, {
      organizationId,
      paginationOpts: { numItems: 5, cursor: null },
    });
    const [certificate] = page;
    expect(certificate?.isIntact).toBe(true);
    const entries = (await everyRow()).filter(({ table }) => table === "auditEntries");
    expect(naming(entries, certificate?.hash ?? "none")).toHaveLength(1);
  });

  test("a changed certificate no longer fits its hash", async () => {
    const { organizationId, administrator } = world;
    await t.run(async (ctx) => {
      const [row] = await ctx.db.query("destructions").take(1);
      if (row) await ctx.db.patch("destructions", row._id, { files: row.files + 1 });
    });
    const { page } = await administrator.query(api.retention.certificates.list, {
      organizationId,
      paginationOpts: { numItems: 5, cursor: null },
    });
    expect(page[0]?.isIntact).toBe(false);
  });

  test("the daily job proposes nothing about somebody who is gone", async () => {
    await t.mutation(internal.retention.proposing.start, {});
    expect(naming(await everyRow(), studentId).some(({ table }) => table === "retentionProposals")).toBe(
      false,
    );
  });
});

/** Arguments with the ids of what is gone; where words are looked for, the beginning of its name. */
function searching(args: ObjectShape): Record<string, unknown> {
  const given = argumentsFor(args, ids);
  const sought = ["words", "search", "text"].filter((name) => name in args.value);
  return { ...given, ...Object.fromEntries(sought.map((name) => [name, CANARY.slice(0, 8).toLowerCase()])) };
}

const plainly = (_: string, value: unknown) => (typeof value === "bigint" ? Number(value) : value);
