import { beforeAll, describe, expect, test } from "vitest";
import type { Doc, Id } from "#convex/_generated/dataModel.js";
import { addDays } from "#convex/dates.ts";
import type { OrganizationQueryCtx } from "#convex/functions.ts";
import { NO_REVIEW } from "#convex/students/listedPlan.ts";
import { pageOf, reviewsUntil } from "#convex/students/listing.ts";
import { wordRowsOf } from "#convex/students/nameWords.ts";
import type { Wanted } from "#convex/students/rules/listing.ts";
import { openConvexTest } from "#tests/support/convexTestBackend.ts";
import { countingReader } from "#tests/support/countingReader.ts";

/**
 * A list reads no more of a large district than of a small one. Districts of a thousand students and of the size in
 * LISTED_STUDENTS lie side by side; the rows read are counted, so that the test needs no quiet machine.
 */
const large = Number(process.env.LISTED_STUDENTS ?? 10_000);
const small = 1_000;
const today = "2026-11-21";
const SCHOOLS = 20;
const MOST_READ = 400;
const PAGE = 40;

const grades = ["K", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
const needs = ["specificLearningDisability", "autism", "otherHealthImpairment", "deafness"];
const firstNames = ["Mara", "Robin", "Marta", "Kim", "Sam", "Ana", "Lee"];

type District = {
  organization: Doc<"organizations">;
  person: Doc<"people">;
  schools: Id<"organizations">[];
  managers: Id<"people">[];
};

const t = openConvexTest();
const districts = new Map<number, District>();
beforeAll(async () => {
  for (const size of [small, large]) districts.set(size, await aDistrict(size));
}, 3_600_000);

const everything: Wanted = { words: "", sort: "name" };
const searched = (words: string): Wanted => ({ words, sort: "name" });
const lists: [string, (district: District) => Wanted][] = [
  ["the first page", () => everything],
  ["whoever is enrolled now", () => ({ ...everything, enrolment: "active" })],
  ["one school", ({ schools }) => ({ ...everything, schoolId: schools[3] })],
  ["one grade", () => ({ ...everything, gradeLevel: "4" })],
  ["one status", () => ({ ...everything, status: "ideaEligible" })],
  ["one need", () => ({ ...everything, need: "deafness" })],
  ["one case manager", ({ managers }) => ({ ...everything, caseManagerId: managers[2] })],
  ["nobody's", () => ({ ...everything, caseManagerId: null })],
  ["without a plan", () => ({ ...everything, plan: "none" })],
  ["with a review overdue", () => ({ ...everything, plan: "overdue" })],
  ["with a review soon", () => ({ ...everything, plan: "soon" })],
  ["by review", () => ({ ...everything, sort: "review" })],
  ["a search for a common name", () => ({ ...everything, words: "mar" })],
  [
    "a search for a common name in one school",
    ({ schools }) => ({ ...searched("mar"), schoolId: schools[3] }),
  ],
  ["a search for two common names", () => searched("mar fam")],
  ["a search among one case manager's", ({ managers }) => ({ ...searched("m"), caseManagerId: managers[2] })],
  ["a search for a number", () => searched("S-77")],
];

describe("rows read", () => {
  test.each(lists)("for %s do not grow with the district", async (_, wanted) => {
    const few = await read(small, wanted);
    const many = await read(large, wanted);
    // Eight rows for a student of a page, when each has several words that begin so.
    expect(many.rows).toBeLessThanOrEqual(
      Math.max(few.rows, PAGE) + PAGE * (wanted(districtOf(large)).words ? 8 : 1),
    );
    expect(many.found).toBeGreaterThan(0);
  });

  test("for a combination that hardly anybody fits stay below the bound, and go on behind the cursor", async () => {
    const rare = () => ({ ...everything, gradeLevel: "12", need: "deafness", plan: "overdue" as const });
    const { rows, found, isDone } = await read(large, rare);
    expect(rows).toBeLessThanOrEqual(MOST_READ);
    expect(found > 0 || !isDone).toBe(true);
  });

  test("for the reviews ahead do not grow with the district", async () => {
    const rowsFor = async (size: number) =>
      await inDistrict(size, async (ctx) => {
        await reviewsUntil(ctx, addDays(today, 60), 50);
      });
    expect(await rowsFor(large)).toBeLessThanOrEqual(Math.max(await rowsFor(small), 50) + 50);
  });

  test("by someone bound to two schools stay the same, and only those schools show", async () => {
    const schoolsOf = ({ schools }: District) => schools.slice(4, 6);
    const bound = (size: number) => {
      const { schools } = districtOf(size);
      return read(size, () => everything, schools.slice(4, 6));
    };
    const many = await bound(large);
    expect(many.rows).toBeLessThanOrEqual((await bound(small)).rows + PAGE);
    expect(new Set(many.schools)).toEqual(new Set(schoolsOf(districtOf(large))));
  });
});

test("pages hold each student that fits once, and nobody else", async () => {
  const walked = ["one school", "one need", "with a review soon"];
  for (const [, wanted] of lists.filter(([name]) => walked.includes(name))) {
    const listed = await wholeList(small, wanted(districtOf(small)));
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed.length).toBe(await countOf(small, wanted(districtOf(small))));
  }
});

const districtOf = (size: number): District => {
  const district = districts.get(size);
  if (!district) throw new Error(`No district of ${size}.`);
  return district;
};

async function inDistrict(
  size: number,
  ask: (ctx: OrganizationQueryCtx) => Promise<void>,
  bound: Id<"organizations">[] | null = null,
): Promise<number> {
  const { organization, person } = districtOf(size);
  const spells = bound?.map((schoolId) => ({ role: "administrator", schoolId })) ?? [
    { role: "administrator" },
  ];
  return await t.run(async (ctx) => {
    const { db, rows } = countingReader(ctx.db);
    await ask({ ...ctx, db, organization, person, memberships: spells, today } as never);
    return (rows.get("students") ?? 0) + (rows.get("studentWords") ?? 0);
  });
}

async function read(
  size: number,
  wanted: (district: District) => Wanted,
  bound: Id<"organizations">[] | null = null,
) {
  let page: Doc<"students">[] = [];
  let isDone = true;
  const rows = await inDistrict(
    size,
    async (ctx) => {
      const found = await pageOf(ctx, wanted(districtOf(size)), { numItems: PAGE, cursor: null });
      page = found.page;
      isDone = found.isDone;
    },
    bound,
  );
  return { rows, found: page.length, isDone, schools: page.map(({ schoolId }) => schoolId) };
}

async function wholeList(size: number, wanted: Wanted): Promise<string[]> {
  const listed: string[] = [];
  await inDistrict(size, async (ctx) => {
    for (let cursor: string | null = null, done = false; !done; ) {
      const found = await pageOf(ctx, wanted, { numItems: 100, cursor });
      listed.push(...found.page.map(({ _id }) => _id));
      cursor = found.continueCursor;
      done = found.isDone;
    }
  });
  return listed;
}

/** How many fit, counted the slow way. */
async function countOf(size: number, wanted: Wanted): Promise<number> {
  const { isFound } = await import("#convex/students/rules/listing.ts");
  const { organization } = districtOf(size);
  return await t.run(async (ctx) => {
    let count = 0;
    const all = ctx.db
      .query("students")
      .withIndex("by_organization_and_name", (q) => q.eq("organizationId", organization._id));
    for await (const student of all) if (isFound(student, wanted, today)) count++;
    return count;
  });
}

/** Every thirteenth in a grade, every fourth with a need, as evenly as numbers go. */
async function aDistrict(size: number): Promise<District> {
  const founded = await t.run(async (ctx) => {
    const place = { timeZone: "America/Chicago", jurisdiction: "us-federal" as const, isSample: false };
    const organizationId = await ctx.db.insert("organizations", {
      name: "District",
      kind: "district",
      ...place,
    });
    const schools = [];
    for (let i = 0; i < SCHOOLS; i++) {
      const school = { name: `School ${i}`, kind: "school" as const, parentId: organizationId, ...place };
      schools.push(await ctx.db.insert("organizations", school));
    }
    const managers = [];
    for (let i = 0; i < size / 25; i++) {
      const person = { email: `m${i}@example.test`, name: `Manager ${i}`, locale: "en", color: 0 };
      managers.push(await ctx.db.insert("people", { ...person, preferences: { theme: "system" as const } }));
    }
    const organization = (await ctx.db.get("organizations", organizationId)) as Doc<"organizations">;
    const person = (await ctx.db.get("people", managers[0] as Id<"people">)) as Doc<"people">;
    return { organization, person, schools, managers };
  });
  const { organization, schools, managers } = founded;
  const inBatches = 1000;
  for (let from = 0; from < size; from += inBatches) {
    await t.run(async (ctx) => {
      for (let i = from; i < Math.min(size, from + inBatches); i++) {
        const firstName = firstNames[i % firstNames.length] ?? "";
        const lastName = `Family${(i * 7919) % size}`;
        const hasPlan = i % 5 !== 0;
        const need = needs[(i >> 2) % needs.length] ?? "autism";
        const studentId = await ctx.db.insert("students", {
          organizationId: organization._id,
          schoolId: schools[i % SCHOOLS] as Id<"organizations">,
          studentNumber: `S-${i}`,
          firstName,
          lastName,
          gradeLevel: grades[i % grades.length] ?? "1",
          enrolmentStatus: i % 10 === 3 ? "inactive" : "active",
          ...(i % 50 !== 7 && { caseManagerId: managers[i % managers.length] as Id<"people"> }),
          senStatus: i % 3 === 0 ? "none" : "ideaEligible",
          primaryNeed: need,
          currentNeeds: [{ code: need, rank: 1 }],
          planState: hasPlan ? "inEffect" : "none",
          reviewDueOn: hasPlan ? addDays(today, (i % 400) - 40) : NO_REVIEW,
        });
        const student = await ctx.db.get("students", studentId);
        for (const row of student ? wordRowsOf(student) : []) await ctx.db.insert("studentWords", row);
      }
    });
  }
  return founded;
}
