import { beforeEach, describe, expect, test } from "vitest";
import { api, internal } from "#convex/_generated/api.js";
import type { Child } from "#tests/support/child.ts";
import { setToday } from "#tests/support/clock.ts";
import { convexTestBackend, openConvexTest, raw } from "#tests/support/convexTestBackend.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

/** Reading a record needs a lease, and a lease leaves an entry: whatever is read, somebody has said so before. */

let t: ReturnType<typeof openConvexTest>;
let world: World;
let child: Child;
let teacher: Person;
beforeEach(async () => {
  // At noon: a quarter of an hour ago is the same day, whenever this runs.
  setToday("2026-10-14");
  t = openConvexTest();
  world = await aWorld(convexTestBackend(t));
  child = await world.aStudent();
  teacher = await child.as.teacher();
});

const place = () => ({ studentId: child.studentId });
const open = (who: Person = teacher) => who.mutation(api.students.record.open, place());
/** As the deployment answers, without opening the record first. */
const read = (who: Person = teacher) => raw(who).query(api.students.record.get, place());
const openings = async () =>
  (
    await world.administrator.query(api.access.openings.list, {
      ...place(),
      paginationOpts: { numItems: 100, cursor: null },
    })
  ).page.filter(({ personName }) => personName === "Tess Teacher");

/** The lease of the child's teacher was taken so long ago, and runs so much longer, in minutes. */
const age = (openedAgo: number, left: number) =>
  t.run(async (ctx) => {
    const lease = await ctx.db
      .query("recordLeases")
      .withIndex("by_student_and_person", (q) =>
        q.eq("studentId", child.studentId).eq("personId", teacher.personId),
      )
      .unique();
    if (!lease) throw new Error("There is no lease.");
    const now = Date.now();
    const times = { openedAt: now - openedAgo * 60_000, expiresAt: now + left * 60_000 };
    await ctx.db.patch("recordLeases", lease._id, times);
  });

describe("a record", () => {
  test("is read by whoever has opened it", async () => {
    await expectRefusal(read(), "lease_needed");
    const { leaseEndsAt } = await open();
    expect(leaseEndsAt).toBeGreaterThan(Date.now() + 29 * 60_000);
    expect((await read()).student.firstName).toBe("Robin");
  });

  test("is not read on another person's lease", async () => {
    await open();
    await expectRefusal(read(child.caseManager), "lease_needed");
  });

  test("stays closed to a stranger, whose opening is refused", async () => {
    const stranger = await child.as.teacherElsewhere();
    expect(await open(stranger)).toEqual({ opened: false, leaseEndsAt: null });
    await expectRefusal(read(stranger), "not_found");
  });

  test("closes when the lease has run out, and opens again with an entry of its own", async () => {
    await open();
    await age(31, -1);
    await expectRefusal(read(), "lease_needed");
    await open();
    await read();
    expect(await openings()).toHaveLength(2);
  });

  test("closes with the team membership, lease or not", async () => {
    await open();
    const { team } = await child.caseManager.query(api.students.record.get, place());
    const teamMembershipId = team.find(
      ({ person }) => person.personId === teacher.personId,
    )?.teamMembershipId;
    if (!teamMembershipId) throw new Error("The teacher is not on the team.");
    await child.caseManager.mutation(api.students.team.end, { ...place(), teamMembershipId });
    await expectRefusal(read(), "not_found");
  });
});

describe("going on reading", () => {
  test("renews the lease and leaves no second entry on the same day", async () => {
    await open();
    await age(15, 15);
    const { leaseEndsAt } = await open();
    expect(leaseEndsAt).toBeGreaterThan(Date.now() + 29 * 60_000);
    expect(await openings()).toHaveLength(1);
  });

  test("over midnight leaves an entry for the new day", async () => {
    await open();
    await age(24 * 60, 15);
    await open();
    expect(await openings()).toHaveLength(2);
  });
});

describe("the end of a lease", () => {
  const leases = () => t.run(async (ctx) => await ctx.db.query("recordLeases").take(100));
  const end = async () => {
    for (const { _id } of await leases()) {
      await t.mutation(internal.access.expiry.closeLease, { leaseId: _id });
    }
  };

  test("takes it away when it has run out, and waits for the new end when it was renewed", async () => {
    await open();
    await age(29, 1);
    await end();
    expect(await leases()).toHaveLength(1);
    const waiting = await t.run(async (ctx) => await ctx.db.system.query("_scheduled_functions").take(100));
    const [lease] = await leases();
    expect(waiting.map(({ scheduledTime }) => scheduledTime)).toContain(lease?.expiresAt);
    await age(31, -1);
    await end();
    expect(await leases()).toHaveLength(0);
  });
});

describe("the sweep", () => {
  const sweep = () => t.mutation(internal.access.expiry.closeLeases, {});
  const left = () => t.run(async (ctx) => (await ctx.db.query("recordLeases").take(100)).length);

  test("takes away what has run out, so that live queries close, and nothing else", async () => {
    await open();
    await open(child.caseManager);
    await age(31, -1);
    await sweep();
    expect(await left()).toBe(1);
    await raw(child.caseManager).query(api.students.record.get, place());
  });
});
