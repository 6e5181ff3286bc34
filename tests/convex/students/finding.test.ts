import type { FunctionReturnType } from "convex/server";
import { describe, expect, test } from "vitest";
import { api, internal } from "#convex/_generated/api.js";
import type { Doc } from "#convex/_generated/dataModel.js";
import { noPlanYet } from "#convex/students/listedPlan.ts";
import { wordRowsOf } from "#convex/students/nameWords.ts";
import { isFound } from "#convex/students/rules/listing.ts";
import { areBegun, beginningsIn, wordsOf } from "#convex/students/rules/words.ts";
import { seededChance } from "#tests/support/chance.ts";
import { convexTestBackend, openConvexTest } from "#tests/support/convexTestBackend.ts";
import { aWorld, type World } from "#tests/support/world.ts";

const called = (firstName: string, lastName: string, studentNumber = "S-1042", preferredName = "") => ({
  firstName,
  lastName,
  studentNumber,
  ...(preferredName && { preferredName }),
});
const isFoundBy = (student: ReturnType<typeof called>, typed: string) =>
  areBegun(wordsOf(student), beginningsIn(typed));

describe("a student is found by", () => {
  test.each([
    ["the beginning of either name", called("Ava", "Marchetti"), ["av", "march", "MARCHETTI ava"]],
    ["a name without its accents", called("Núria", "Jiménez"), ["nuria", "jimenez", "Núria", "NÚRIA JIM"]],
    [
      "each part of a double name",
      called("Lee", "Smith-Jones"),
      ["jones", "smith-jo", "smithjones", "jones lee"],
    ],
    ["a name with or without its apostrophe", called("Una", "O’Hara"), ["o'hara", "ohara", "hara"]],
    ["letters that have no accent to take off", called("Bjørn", "Straße"), ["bjorn", "strasse"]],
    ["the preferred name", called("Alexandra", "Roe", "1", "Sasha"), ["sasha", "alex roe"]],
    [
      "the number, with its signs and without",
      called("Kim", "Roe", "S-1042"),
      ["s-1042", "S1042", "1042", "10"],
    ],
    ["a name in another script", called("سامي", "حداد"), ["سام", "حداد سامي"]],
  ])("%s", (_, student, typings) => {
    for (const typed of typings) expect(isFoundBy(student, typed), typed).toBe(true);
  });

  test("nothing that no word begins with", () => {
    for (const typed of ["va", "ava smith", "042"]) {
      expect(isFoundBy(called("Ava", "Marchetti"), typed), typed).toBe(false);
    }
  });
});

/** 200 on the nightly run. */
const TRIALS = Number(process.env.FINDING_TRIALS ?? 10);
const patience = { timeout: 60_000 + TRIALS * 10_000 };

type Filters = { gradeLevel?: string; need?: string };

/** Everybody a search finds, page after page. */
async function allFound(world: World, search: string, filters: Filters = {}, numItems = 3) {
  const found: { name: string; studentNumber: string }[] = [];
  for (let cursor: string | null = null, isDone = false; !isDone; ) {
    const page: FunctionReturnType<typeof api.students.students.listMine> = await world.administrator.query(
      api.students.students.listMine,
      {
        organizationId: world.organizationId,
        paginationOpts: { numItems, cursor },
        search,
        ...filters,
      },
    );
    found.push(...page.page);
    cursor = page.continueCursor;
    isDone = page.isDone;
  }
  return found;
}

describe("looking for students", () => {
  test("finds each who fits once, page after page, though two of the words begin alike", async () => {
    const world = await aWorld();
    const caseManager = await world.aMember("caseManager");
    for (const name of ["Mara Marchetti", "Martin Marlow", "Kim Marsh", "Mary Cole", "Robin Cole"]) {
      const [firstName = "", lastName = ""] = name.split(" ");
      await world.aStudent({ firstName, lastName, caseManager });
    }
    const names = (await allFound(world, "mar", {}, 2)).map(({ name }) => name);
    expect(names).toEqual(["Mara Marchetti", "Martin Marlow", "Kim Marsh", "Mary Cole"]);
  });

  test("follows a new name at once, and forgets the old one", async () => {
    const world = await aWorld();
    const { studentId } = await world.aStudent({ lastName: "Before" });
    await world.administrator.mutation(api.students.record.edit, { studentId, lastName: "After" });
    expect(await allFound(world, "before")).toEqual([]);
    expect(await allFound(world, "aft")).toHaveLength(1);
  });

  test("finds exactly whom a look at every student finds, however rare the filter", patience, async () => {
    const t = openConvexTest();
    const world = await aWorld(convexTestBackend(t));
    const chance = seededChance("looking for students");
    const names = ["Ana", "Anna", "Anselm", "Maria", "Marta", "Bo", "O’Neil-Ames", "Zoë"];
    const students = await t.run(async (ctx) => {
      const made = [];
      for (let i = 0; i < 300; i++) {
        const studentId = await ctx.db.insert("students", {
          organizationId: world.organizationId,
          schoolId: world.schoolId,
          studentNumber: `N-${i}`,
          firstName: chance.pick(names),
          lastName: chance.pick(names),
          gradeLevel: chance.pick(["1", "2", "3"]),
          enrolmentStatus: "active",
          senStatus: "none",
          primaryNeed: chance.below(20) === 0 ? "deafness" : "autism",
          currentNeeds: [],
          ...noPlanYet,
        });
        const student = (await ctx.db.get("students", studentId)) as Doc<"students">;
        for (const row of wordRowsOf(student)) await ctx.db.insert("studentWords", row);
        made.push(student);
      }
      return made;
    });
    for (let trial = 0; trial < TRIALS; trial++) {
      const search = chance.pick([
        "a",
        "an",
        "mar",
        "ana mar",
        "zoe",
        "n-1",
        "ames",
        "o'n a",
        "b 7",
        "nobody",
      ]);
      const filters: Filters = {
        ...(chance.below(2) === 0 && { gradeLevel: chance.pick(["1", "2"]) }),
        ...(chance.below(2) === 0 && { need: chance.pick(["deafness", "autism"]) }),
      };
      const found = await allFound(world, search, filters, 1 + chance.below(90));
      const wanted = { words: search, sort: "name" as const, ...filters };
      const expected = students.filter((student) => isFound(student, wanted, "2026-11-21"));
      expect(found.map(({ studentNumber }) => studentNumber).sort(), JSON.stringify(wanted)).toEqual(
        expected.map(({ studentNumber }) => studentNumber).sort(),
      );
    }
  });

  test("finds students of a former version once their words are written", async () => {
    const t = openConvexTest();
    const world = await aWorld(convexTestBackend(t));
    const { studentId } = await world.aStudent({ lastName: "Former" });
    await t.run(async (ctx) => {
      const rows = ctx.db.query("studentWords").withIndex("by_student", (q) => q.eq("studentId", studentId));
      for (const { _id } of await rows.take(10)) await ctx.db.delete("studentWords", _id);
      await ctx.db.patch("students", studentId, { searchName: "Robin Former" });
    });
    expect(await allFound(world, "former")).toEqual([]);
    for (let runs = 0; runs < 2; runs++) await t.mutation(internal.students.nameWords.refill, {});
    expect(await allFound(world, "former")).toHaveLength(1);
    expect((await t.run((ctx) => ctx.db.get("students", studentId)))?.searchName).toBeUndefined();
  });
});
