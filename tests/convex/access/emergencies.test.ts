import { beforeEach, describe, expect, test } from "vitest";
import { api, internal } from "#convex/_generated/api.js";
import type { Child } from "#tests/support/child.ts";
import { setToday } from "#tests/support/clock.ts";
import { convexTestBackend, openConvexTest } from "#tests/support/convexTestBackend.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

let t: ReturnType<typeof openConvexTest>;
let world: World;
let child: Child;
let nurse: Person;
async function build(): Promise<void> {
  t = openConvexTest();
  world = await aWorld(convexTestBackend(t));
  child = await world.aStudent();
  nurse = await world.aMember("specialist", { name: "Nia Nurse" });
}
beforeEach(build);

const reason = "The child had a seizure in my lesson, I need the health plan.";
const begin = (studentNumber = child.studentNumber, more: { reason?: string; hours?: 1 | 4 | 24 } = {}) =>
  nurse.mutation(api.access.emergencies.begin, {
    organizationId: world.organizationId,
    studentNumber,
    reason,
    hours: 1,
    ...more,
  });
const read = (who: Person = nurse) => who.query(api.students.record.get, { studentId: child.studentId });
const entriesOf = async () =>
  (
    await world.administrator.query(api.audit.entries.list, {
      organizationId: world.organizationId,
      paginationOpts: { numItems: 100, cursor: null },
    })
  ).page;

describe("emergency access", () => {
  test("lets a member of staff without a relation read the one child, as the team does", async () => {
    await expectRefusal(read(), "not_found");
    await begin();
    expect((await read()).audience).toBe("team");
  });

  test("lets them write nothing", async () => {
    await begin();
    const { studentId } = child;
    await read();
    await expectRefusal(
      nurse.mutation(api.students.record.edit, { studentId, firstName: "Else" }),
      "not_allowed",
    );
    const me = await nurse.query(api.people.me.get, {});
    const anyway = me?.abilities[world.organizationId] ?? [];
    const { abilities } = await read();
    const gained = abilities.filter((name) => !anyway.includes(name));
    expect(gained).toContain("students.read");
    expect(gained.filter((name) => !/\.(read|readDrafts|readHealth)$/.test(name))).toEqual([]);
  });

  test("opens nothing else: another child stays not found", async () => {
    const other = await world.aStudent();
    await begin();
    await expectRefusal(nurse.query(api.students.record.get, { studentId: other.studentId }), "not_found");
  });

  test("asks for a reason that somebody else can judge", async () => {
    await expectRefusal(begin(child.studentNumber, { reason: "I am in a hurry" }), "too_short", "reason");
    await expectRefusal(begin("no such number", { reason: "I am in a hurry" }), "too_short", "reason");
  });

  test("is no search: an unknown number is answered with nothing, and the asking is on record", async () => {
    expect(await begin("no such number")).toBeNull();
    expect((await entriesOf())[0]).toMatchObject({
      command: "access/emergencies:begin",
      outcome: "refused",
      actorName: "Nia Nurse",
    });
  });

  test("may be tried five times an hour, found or not", async () => {
    for (let tries = 0; tries < 5; tries++) await begin(`guess ${tries}`);
    await expectRefusal(begin(), "too_many_tries");
  });

  test("is not for somebody who may read as it is", async () => {
    const teacher = await child.as.teacher();
    const asked = teacher.mutation(api.access.emergencies.begin, {
      organizationId: world.organizationId,
      studentNumber: child.studentNumber,
      reason,
      hours: 1,
    });
    await expectRefusal(asked, "emergency_not_needed");
  });

  test("does not reach a child of another district", async () => {
    const elsewhere = await aWorld(world.backend);
    const foreign = await elsewhere.aStudent();
    expect(await begin(foreign.studentNumber)).toBeNull();
  });
});

describe("while it lasts", () => {
  test("the case manager and the administrators have been told at once", async () => {
    await begin();
    for (const leader of [child.caseManager, world.administrator]) {
      const [alert] = await leader.query(api.notifications.alerts.list, {});
      expect(alert).toMatchObject({ kind: "emergencyBegan", studentName: "Robin Example", isRead: false });
    }
    expect(await nurse.query(api.notifications.alerts.countUnread, {})).toBe(0);
  });

  test("the team sees who, and until when", async () => {
    await begin();
    const { studentId } = child;
    const running = await child.caseManager.query(api.access.emergencies.listRunning, { studentId });
    expect(running).toMatchObject([{ personName: "Nia Nurse", isMine: false, mayEnd: false }]);
  });

  test("its opening stands out in the audit trail", async () => {
    await begin();
    await read();
    expect((await entriesOf()).slice(0, 2)).toMatchObject([
      { command: "students/record:open", standing: "emergency" },
      { command: "access/emergencies:begin", standing: "emergency", studentName: "Robin Example" },
    ]);
  });

  test("the family reads who, when and why", async () => {
    await begin();
    const guardian = await child.as.guardian();
    const accesses = await guardian.query(api.access.emergencies.list, { studentId: child.studentId });
    expect(accesses).toMatchObject([{ personName: "Nia Nurse", reason, reviewed: null, mayReview: false }]);
  });
});

describe("it ends", () => {
  const running = async () => {
    const [access] = await nurse.query(api.access.emergencies.listRunning, { studentId: child.studentId });
    if (!access) throw new Error("It does not run.");
    return { studentId: child.studentId, emergencyAccessId: access.emergencyAccessId };
  };

  test("by the hand of whoever asked for it, at once", async () => {
    await begin();
    await nurse.mutation(api.access.emergencies.end, await running());
    await expectRefusal(read(), "not_found");
  });

  test("by an administrator, not by a colleague", async () => {
    await begin();
    const it = await running();
    await expectRefusal(child.caseManager.mutation(api.access.emergencies.end, it), "not_allowed");
    await world.administrator.mutation(api.access.emergencies.end, it);
    await expectRefusal(read(), "not_found");
    await expectRefusal(world.administrator.mutation(api.access.emergencies.end, it), "emergency_over");
  });

  test("by itself, and says so in the audit trail", async () => {
    await begin();
    const { emergencyAccessId } = await running();
    await t.mutation(internal.access.expiry.endEmergency, { emergencyAccessId });
    await expectRefusal(read(), "not_found");
    expect((await entriesOf())[0]).toMatchObject({ command: "access/expiry:endEmergency", actorName: null });
  });

  test("at its time, even before anything has marked it", async () => {
    setToday("2026-11-02");
    await build();
    await begin();
    expect((await read()).audience).toBe("team");
    setToday("2026-11-03");
    await expectRefusal(read(), "not_found");
  });

  test("with the membership", async () => {
    await begin();
    await read();
    const { page } = await world.administrator.query(api.people.people.list, {
      organizationId: world.organizationId,
      paginationOpts: { numItems: 100, cursor: null },
    });
    const membershipId = page.find(({ personId }) => personId === nurse.personId)?.membershipId;
    if (!membershipId) throw new Error("The nurse is no member.");
    const { organizationId } = world;
    await world.administrator.mutation(api.organizations.memberships.end, { organizationId, membershipId });
    await expectRefusal(read(), "not_found");
  });
});

describe("its review", () => {
  const waiting = (who: Person = world.administrator) =>
    who.query(api.access.emergencyReviews.list, { organizationId: world.organizationId });
  const review = async (who: Person, note = "Spoke to the nurse, it was right.") => {
    const [access] = await waiting();
    if (!access) throw new Error("Nothing waits.");
    const { studentId, emergencyAccessId } = access;
    const judged = { studentId, emergencyAccessId, review: "accepted" as const, note };
    return await who.mutation(api.access.emergencies.review, judged);
  };

  test("waits for an administrator, and is read by the family and by whoever asked", async () => {
    await begin();
    expect(await waiting()).toMatchObject([{ studentName: "Robin Example", personName: "Nia Nurse" }]);
    await review(world.administrator);
    expect(await waiting()).toEqual([]);
    const guardian = await child.as.guardian();
    const [seen] = await guardian.query(api.access.emergencies.list, { studentId: child.studentId });
    expect(seen?.reviewed).toMatchObject({ review: "accepted", byName: "Ada Administrator" });
    const [mine] = await nurse.query(api.access.emergencyReviews.listMine, {});
    expect(mine).toMatchObject({ review: "accepted", isRunning: true });
  });

  test("needs words, and stands once it is given", async () => {
    await begin();
    await expectRefusal(review(world.administrator, " "), "required", "note");
    const [access] = await waiting();
    if (!access) throw new Error("Nothing waits.");
    await review(world.administrator);
    const again = { ...access, review: "questioned" as const, note: "On second thoughts" };
    const { studentId, emergencyAccessId } = again;
    await expectRefusal(
      world.administrator.mutation(api.access.emergencies.review, {
        studentId,
        emergencyAccessId,
        review: again.review,
        note: again.note,
      }),
      "emergency_over",
    );
  });

  test("is for those who administer the child's school", async () => {
    await begin();
    const elsewhere = await world.aMember("administrator", { schoolId: await world.aSchool("Far School") });
    expect(await waiting(elsewhere)).toEqual([]);
    const here = await world.aMember("administrator", { schoolId: world.schoolId });
    expect(await waiting(here)).toHaveLength(1);
  });
});
