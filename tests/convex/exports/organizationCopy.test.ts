import { validate } from "convex-helpers/validators";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { openable } from "#convex/exports/opened.ts";
import { leftOut } from "#convex/exports/organizationReading.ts";
import schema from "#convex/schema.ts";
import { sealedTables } from "#convex/sealing/tables.ts";
import type { Ids } from "#tests/support/arguments.ts";
import { plantCanaries } from "#tests/support/canaries.ts";
import { convexTestBackend, openConvexTest } from "#tests/support/convexTestBackend.ts";
import { rowsOf } from "#tests/support/crowd.ts";
import { canaryOf } from "#tests/support/neighbourhood.ts";
import { settled } from "#tests/support/settled.ts";
import { aWorld, type World } from "#tests/support/world.ts";

type Row = Record<string, unknown> & { _id: string };
type Files = Map<string, Uint8Array>;

const tables = Object.keys(schema.tables) as (keyof typeof schema.tables)[];
/** Tables whose rows lie in no organization. */
const ownTables = tables.filter((table) => {
  const { fields = {} } = schema.tables[table].validator as { fields?: object };
  return !("organizationId" in fields) && table !== "organizations" && table !== "people";
});

const here = "the child";
const there = "a child of another district";

let world: World;
let elsewhere: World;
let ids: Record<typeof here | typeof there, Ids>;
let stored: Map<string, Row[]>;
let parts: Files[];
let text: string;

const inFile = (path: string): Row[] =>
  parts.flatMap((files) =>
    new TextDecoder()
      .decode(files.get(path))
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Row),
  );
const idsIn = (rows: readonly Row[]) => rows.map(({ _id }) => _id).sort();

beforeAll(async () => {
  const deployment = openConvexTest();
  world = await aWorld(convexTestBackend(deployment));
  elsewhere = await aWorld(world.backend);
  const { administrator, organizationId } = world;
  ids = {
    [here]: await rowsOf(deployment, await world.aStudent({ lastName: canaryOf(here) })),
    [there]: await rowsOf(deployment, await elsewhere.aStudent({ lastName: canaryOf(there) })),
  };
  await plantCanaries({ deployment, ids });
  await deployment.run(async (ctx) => {
    for (const document of await ctx.db.query("documents").take(100)) {
      const storageId = await ctx.storage.store(new Blob([`file of ${document.studentId}`]));
      await ctx.db.patch("documents", document._id, { storageId });
    }
  });
  const exportId = await administrator.mutation(api.exports.organizations.start, { organizationId });
  // After the copy has begun, so that its own entry in the audit chain is expected in it.
  const rows = await deployment.run(async (ctx) => {
    const found: [string, Row[]][] = [];
    for (const table of tables) found.push([table, (await ctx.db.query(table).take(5000)) as Row[]]);
    return found;
  });
  stored = new Map(rows);
  const copy = await settled(
    async () => (await administrator.query(api.exports.organizations.list, { organizationId }))[0],
    (row) => row?.status !== "building",
  );
  expect(copy?.status).toBe("ready");
  parts = [];
  for (const [part] of (copy?.parts ?? []).entries()) {
    const { path } = await administrator.mutation(api.exports.organizations.download, {
      organizationId,
      exportId,
      part,
    });
    const answer = await deployment.fetch(path, {});
    parts.push(new Map(Object.entries(unzipSync(new Uint8Array(await answer.arrayBuffer())))));
  }
  text = parts.flatMap((files) => [...files.values()].map((bytes) => new TextDecoder().decode(bytes))).join();
}, 120_000);

describe("a copy of an organization", () => {
  test("holds every row of every table of it", () => {
    const own = world.organizationId;
    const copied = tables.filter((table) => !(table in leftOut) && !ownTables.includes(table));
    const isOwn = (table: string) => (row: Row) =>
      table === "organizations" ? row._id === own || row.parentId === own : row.organizationId === own;
    for (const table of copied.filter((name) => name !== "people")) {
      const rows = (stored.get(table) ?? []).filter(isOwn(table));
      expect(idsIn(inFile(`${table}/documents.jsonl`)), table).toEqual(idsIn(rows));
    }
    expect(copied.filter((table) => inFile(`${table}/documents.jsonl`).length > 0).length).toBeGreaterThan(
      35,
    );
  });

  test("holds everybody who belongs to it, and nothing of their accounts", () => {
    const own = world.organizationId;
    const members = (stored.get("memberships") ?? []).filter((row) => row.organizationId === own);
    const people = inFile("people/documents.jsonl");
    expect(idsIn(people)).toEqual([...new Set(members.map(({ personId }) => String(personId)))].sort());
    expect(text).not.toContain("authUserId");
    expect(text).not.toMatch(/lockedSessions|passkeySessions/);
  });

  test("holds not a word, an id or a file of another organization", () => {
    const other = elsewhere.organizationId;
    expect(text).toContain(canaryOf(here));
    expect(text).not.toContain(canaryOf(there));
    expect(text).not.toContain(other);
    const foreign = [...stored.values()].flat().filter((row) => row.organizationId === other);
    expect(foreign.length).toBeGreaterThan(40);
    expect(foreign.filter(({ _id }) => text.includes(`"${_id}"`))).toEqual([]);
    expect(text).toContain(`file of ${ids[here].students}`);
    expect(text).not.toContain(`file of ${ids[there].students}`);
  });

  test("leaves out what lets somebody in, or lies in no organization", () => {
    for (const table of [...Object.keys(leftOut), ...ownTables]) {
      expect(inFile(`${table}/documents.jsonl`), table).toEqual([]);
    }
    expect(text).not.toContain('tokenHash":"');
  });

  test("has everything that is sealed in the open beside its row", () => {
    expect(sealedTables.map(({ name }) => name).filter((name) => !openable.includes(name))).toEqual([]);
    const opened = inFile("opened/students.jsonl");
    expect(opened.length).toBe(inFile("students/documents.jsonl").length);
    for (const row of opened) expect(row.birthOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(inFile("opened/recordVersions.jsonl").length).toBe(
      inFile("recordVersions/documents.jsonl").length,
    );
    expect(inFile("opened/courtRestrictions.jsonl").every(({ order }) => typeof order === "string")).toBe(
      true,
    );
  });

  test("has the texts of plans as the component keeps them, first version and all", () => {
    const snapshots = inFile("_components/prosemirrorSync/snapshots/documents.jsonl");
    const sections = idsIn(inFile("sections/documents.jsonl"));
    expect([...new Set(snapshots.map(({ id }) => String(id)))].sort()).toEqual(sections);
    for (const { content } of snapshots) expect(JSON.parse(String(content))).toMatchObject({ type: "doc" });
  });
});

describe("the layout of a copy", () => {
  test("is that of `convex export`: what an import takes for a table is one, and its rows fit the schema", () => {
    // What the importer of Convex takes for tables and files; everything else in a zip it passes over.
    const documents = /^(.*\/)?([^/]+)\/documents\.jsonl$/;
    const file = /(.*\/)?_storage\/([^/.]+)(?:\.[^/]+)?$/;
    const known = new Set<string>([...tables, "_storage"]);
    for (const files of parts) {
      for (const path of files.keys()) {
        const [, prefix, table = ""] = documents.exec(path) ?? [];
        if (table === "") continue;
        if (prefix === undefined) expect(known).toContain(table);
        else expect(prefix).toBe("_components/prosemirrorSync/");
      }
    }
    for (const table of tables) {
      for (const { _id, _creationTime, ...row } of inFile(`${table}/documents.jsonl`)) {
        expect(typeof _creationTime).toBe("number");
        expect(validate(schema.tables[table].validator, row), `${table} ${_id}`).toBe(true);
      }
    }
    const rows = inFile("_storage/documents.jsonl");
    const paths = parts.flatMap((files) => [...files.keys()]).filter((path) => file.test(path));
    expect(rows.map(({ _id }) => `_storage/${_id}`).sort()).toEqual(
      paths.filter((path) => path !== "_storage/documents.jsonl").sort(),
    );
  });

  test("lists each file with its fingerprint, and the fingerprints are right", async () => {
    for (const files of parts) {
      const sums = new TextDecoder().decode(files.get("SHA256SUMS"));
      for (const line of sums.trimEnd().split("\n")) {
        const [expected = "", path = ""] = line.split("  ");
        const digest = await crypto.subtle.digest("SHA-256", (files.get(path) ?? new Uint8Array()).slice());
        expect(Buffer.from(digest).toString("hex"), path).toBe(expected);
      }
    }
  });
});
