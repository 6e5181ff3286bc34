import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { addDays } from "#convex/dates.ts";
import type { Child } from "#tests/support/child.ts";
import { convexTestBackend, openConvexTest } from "#tests/support/convexTestBackend.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

let world: World;
let writer: Person;
let child: Child;
let today: string;

beforeAll(async () => {
  world = await aWorld();
  writer = await world.aMember("caseManager");
});
beforeEach(async () => {
  child = await world.aStudent({ caseManager: writer });
  ({ today } = await writer.query(api.status.overview.get, { studentId: child.studentId }));
});

type Options = Partial<{ groups: ("meetings" | "status" | "interventions" | "plans" | "record")[] }>;
const list = async (who: Person, numItems = 100, options: Options = {}, cursor: string | null = null) =>
  await who.query(api.history.timeline.list, {
    studentId: child.studentId,
    paginationOpts: { numItems, cursor },
    ...options,
  });
const meet = (heldOn: string, sharedWithFamily = false, title = "Meeting") =>
  writer.mutation(api.interventions.meetings.add, {
    ...{ studentId: child.studentId, kind: "family", title, heldOn, people: "", outcome: "" },
    sharedWithFamily,
  });

/** Reads the whole line in pages of a size. */
async function inPages(who: Person, size: number): Promise<string[]> {
  const keys: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const found: Awaited<ReturnType<typeof list>> = await list(who, size, {}, cursor);
    keys.push(...found.page.map(({ key }) => key));
    if (found.isDone) return keys;
    cursor = found.continueCursor;
  }
}

describe("the timeline of a child", () => {
  test("is the same line in pages of any size, with many events on one day", async () => {
    for (let i = 0; i < 7; i++) await meet(addDays(today, -3), false, `Meeting ${i}`);
    await child.anIep({ status: "inEffect" });
    await writer.mutation(api.status.episodes.enter, {
      ...{ studentId: child.studentId, kind: "section504", startsOn: addDays(today, -3), term: "temporary" },
      ...{ reason: "Cast", decidedBy: "Team" },
    });
    const whole = await inPages(writer, 100);
    expect(new Set(whole).size).toBe(whole.length);
    expect(whole.length).toBeGreaterThan(12);
    for (const size of [1, 2, 5]) expect(await inPages(writer, size)).toEqual(whole);
    const { page } = await list(writer);
    expect(page.map(({ on }) => on)).toEqual(
      page
        .map(({ on }) => on)
        .sort()
        .reverse(),
    );
  });

  test("keeps only the groups that are asked for", async () => {
    await meet(today);
    const { page } = await list(writer, 100, { groups: ["meetings"] });
    expect(page.map(({ kind }) => kind)).toEqual(["meetingHeld"]);
  });

  test("shows the family what is shared with it, and nothing that is not", async () => {
    await meet(today, true, "About reading");
    await meet(today, false, "Among ourselves");
    const { iepId } = await child.anIep({ status: "inEffect" });
    const guardian = await child.as.guardian();
    const seen = async () => (await list(guardian)).page;
    expect((await seen()).flatMap(({ about }) => about.title ?? [])).toEqual(["About reading"]);
    expect((await seen()).filter(({ group }) => group === "record")).toEqual([]);
    await writer.mutation(api.ieps.ieps.share, { studentId: child.studentId, iepId, shared: true });
    expect((await seen()).map(({ kind }) => kind)).toContain("planInEffect");
  });

  test("lets go of what is taken back, and brings it back", async () => {
    const meetingId = await meet(today);
    const { studentId } = child;
    const titles = async () => (await list(writer, 100, { groups: ["meetings"] })).page.length;
    await writer.mutation(api.interventions.meetings.retract, { studentId, meetingId, retracted: true });
    expect(await titles()).toBe(0);
    await writer.mutation(api.interventions.meetings.retract, { studentId, meetingId, retracted: false });
    expect(await titles()).toBe(1);
  });

  test("refuses a cursor that it did not write", async () => {
    await expectRefusal(list(writer, 10, {}, "1999"), "invalid");
  });
});

test("a child of fifteen years with thousands of rows is read page by page, and nothing is left out", async () => {
  const t = openConvexTest();
  const full = await aWorld(convexTestBackend(t));
  const { studentId, caseManager } = await full.aStudent();
  const compartment = { organizationId: full.organizationId, studentId };
  const written = { people: "", outcome: "", recordedAt: 1, recordedBy: caseManager.personId };
  const meetings = 3000;
  await t.run(async (ctx) => {
    for (let i = 0; i < meetings; i++) {
      await ctx.db.insert("meetings", {
        ...compartment,
        ...written,
        kind: "family",
        title: `Meeting ${i}`,
        heldOn: addDays("2011-09-01", (i * 7) % 5400),
        sharedWithFamily: true,
      });
    }
  });
  const page = async (cursor: string | null) =>
    await caseManager.query(api.history.timeline.list, {
      studentId,
      paginationOpts: { numItems: 50, cursor },
    });
  let found = await page(null);
  const seen = new Set(found.page.map(({ key }) => key));
  while (!found.isDone) {
    found = await page(found.continueCursor);
    for (const { key } of found.page) seen.add(key);
  }
  expect(seen.size).toBeGreaterThan(meetings);
});
