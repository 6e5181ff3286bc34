import type { FunctionArgs } from "convex/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import type { Doc, Id } from "#convex/_generated/dataModel.js";
import { wordRowsOf } from "#convex/students/nameWords.ts";
import { runsEmbedded } from "#tests/support/backend.ts";
import type { openOwnDeployment } from "#tests/support/ownDeployment.ts";
import { aWorld, type World } from "#tests/support/world.ts";

/**
 * The embedded deployment with as many students as DISTRICT_STUDENTS says, in the nightly run only: what a list reads
 * is counted by the database itself, at a thousand students and again at all of them.
 */
const size = Number(process.env.DISTRICT_STUDENTS ?? 0);
const small = 1_000;
const PAGE = 40;
const SCHOOLS = 20;
const needs = ["specificLearningDisability", "autism", "otherHealthImpairment", "deafness"];
const firstNames = ["Mara", "Robin", "Marta", "Kim", "Sam", "Ana", "Lee"];

type List = FunctionArgs<typeof api.students.students.listMine>;
type Asked = Omit<List, "organizationId" | "paginationOpts">;

describe.runIf(runsEmbedded && size > 0)(`a district of ${size} students on the embedded deployment`, () => {
  let own: Awaited<ReturnType<typeof openOwnDeployment>>;
  let world: World;
  let schools: Id<"organizations">[] = [];
  let example: Doc<"students">;
  let there = 0;

  beforeAll(async () => {
    own = await (await import("#tests/support/ownDeployment.ts")).openOwnDeployment();
    world = await aWorld();
    schools = [];
    for (let i = 0; i < SCHOOLS; i++) schools.push(await world.aSchool(`School ${i}`));
    const { studentId } = await world.aStudent();
    const transaction = own.database.read();
    example = JSON.parse(transaction.get("", studentId) ?? "null") as Doc<"students">;
    transaction.close();
    await fillTo(small);
  }, 600_000);
  afterAll(() => own?.forget());

  /** Copies of one student under other names, with the words by which lists find them. */
  async function fillTo(total: number) {
    const { _id, _creationTime, ...common } = example;
    for (; there < total; there += Math.min(1_000, total - there)) {
      await own.database.mutate(
        async (transaction) => {
          for (let i = there; i < Math.min(there + 1_000, total); i++) {
            const named = {
              organizationId: world.organizationId,
              schoolId: schools[i % SCHOOLS] ?? world.schoolId,
              studentNumber: `S-${i}`,
              firstName: firstNames[i % firstNames.length] ?? "",
              lastName: `Family${(i * 7919) % size}`,
            };
            const id = transaction.insert("", "students", {
              ...common,
              ...named,
              primaryNeed: needs[(i >> 2) % needs.length],
              currentNeeds: [{ code: needs[(i >> 2) % needs.length], rank: 1 }],
            }) as Id<"students">;
            for (const row of wordRowsOf({ _id: id, ...named })) transaction.insert("", "studentWords", row);
          }
        },
        { unlimited: true },
      );
    }
  }

  const lists: [string, () => Asked][] = [
    ["the first page", () => ({})],
    ["one school", () => ({ schoolId: schools[3] as Id<"organizations"> })],
    ["one need", () => ({ need: "deafness" })],
    ["a common name", () => ({ search: "mar" })],
    ["two common names", () => ({ search: "mar fam" })],
    ["a number", () => ({ search: "S-77" })],
  ];

  /** Rows read for one page by the whole call, who asks included; the least of three, since others work as well. */
  async function rowsRead(asked: Asked): Promise<{ rows: number; found: number }> {
    let rows = Number.POSITIVE_INFINITY;
    let found = 0;
    for (let i = 0; i < 3; i++) {
      const before = own.database.counters.documentsRead;
      const { page } = await world.administrator.query(api.students.students.listMine, {
        organizationId: world.organizationId,
        paginationOpts: { numItems: PAGE, cursor: null },
        ...asked,
      });
      rows = Math.min(rows, own.database.counters.documentsRead - before);
      found = page.length;
    }
    return { rows, found };
  }

  test("reads as many rows for a list as one of a thousand, and starts as if it were small", {
    timeout: 3_600_000,
  }, async () => {
    const few = new Map<string, number>();
    for (const [name, asked] of lists) few.set(name, (await rowsRead(asked())).rows);
    await fillTo(size);
    for (const [name, asked] of lists) {
      const { rows, found } = await rowsRead(asked());
      const before = few.get(name) ?? 0;
      console.info(`${name}: ${before} rows read among ${small}, ${rows} among ${size}`);
      expect(found, name).toBeGreaterThan(0);
      // Eight rows for a student of a page, when each has several words that begin so.
      const spare = asked().search === undefined ? PAGE : 8 * PAGE;
      expect(rows, name).toBeLessThanOrEqual(before + spare);
    }
    await own.close();
    const { seconds, mebibytes } = await own.startAlone();
    console.info(`started in ${seconds.toFixed(2)} s, holding ${mebibytes.toFixed(0)} MiB`);
    // What is on the disk is mapped, not loaded: a start reads no students.
    expect(mebibytes).toBeLessThan(400);
  });
});
