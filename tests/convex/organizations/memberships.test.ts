import type { FunctionReturnType } from "convex/server";
import { beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { addDays, civilDayAt } from "#convex/dates.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

const page = { numItems: 50, cursor: null };

async function membershipOf({ personId }: Person): Promise<Id<"memberships">> {
  const { administrator, organizationId } = world;
  const { page: members } = await administrator.query(api.people.people.list, {
    organizationId,
    paginationOpts: page,
  });
  const row = members.find((member) => member.personId === personId);
  if (!row) throw new Error("Not a member.");
  return row.membershipId;
}
const changeRole = (membershipId: Id<"memberships">, role: "teacher" | "caseManager" | "administrator") =>
  world.administrator.mutation(api.organizations.memberships.changeRole, {
    organizationId: world.organizationId,
    membershipId,
    role,
  });
const end = (membershipId: Id<"memberships">) =>
  world.administrator.mutation(api.organizations.memberships.end, {
    organizationId: world.organizationId,
    membershipId,
  });
const rolesOf = async (person: Person) =>
  (await person.query(api.people.me.get, {}))?.memberships.map(({ role }) => role);

test("a changed role counts at once, and the old one no longer", async () => {
  const person = await world.aMember("teacher");
  await changeRole(await membershipOf(person), "caseManager");
  expect(await rolesOf(person)).toEqual(["caseManager"]);
});

test("who leaves sees nothing any more, at once", async () => {
  const child = await world.aStudent();
  const teacher = await child.as.teacher();
  const { studentId } = child;
  await teacher.query(api.students.record.get, { studentId });
  await end(await membershipOf(teacher));
  await expectRefusal(teacher.query(api.students.record.get, { studentId }), "not_found");
  expect(await rolesOf(teacher)).toEqual([]);
});

test("a membership that has ended cannot be ended or changed again", async () => {
  const membershipId = await membershipOf(await world.aMember("teacher"));
  await end(membershipId);
  await expectRefusal(end(membershipId), "not_found");
  await expectRefusal(changeRole(membershipId, "caseManager"), "not_found");
});

describe("a change of role", () => {
  const today = () => civilDayAt(Date.now(), "America/Chicago");
  const historyOf = async ({ personId }: Person) => {
    const { organizationId, administrator } = world;
    const { memberships } = await administrator.query(api.people.people.get, { organizationId, personId });
    return memberships.map(({ role, state, startsOn, endsOn }) => ({ role, state, startsOn, endsOn }));
  };

  test("for a day to come leaves today as it is, and is seen coming", async () => {
    const person = await world.aMember("teacher");
    const inAWeek = addDays(today(), 7);
    await world.administrator.mutation(api.organizations.memberships.changeRole, {
      organizationId: world.organizationId,
      membershipId: await membershipOf(person),
      role: "caseManager",
      startsOn: inAWeek,
    });
    expect(await rolesOf(person)).toEqual(["teacher"]);
    expect(await historyOf(person)).toEqual([
      { role: "caseManager", state: "coming", startsOn: inAWeek, endsOn: null },
      { role: "teacher", state: "current", startsOn: today(), endsOn: addDays(inAWeek, -1) },
    ]);
  });

  test("never rewrites what was", async () => {
    const membershipId = await membershipOf(await world.aMember("teacher"));
    const yesterday = { startsOn: addDays(today(), -1) };
    const { organizationId, administrator } = world;
    const call = administrator.mutation(api.organizations.memberships.changeRole, {
      organizationId,
      membershipId,
      role: "caseManager",
      ...yesterday,
    });
    await expectRefusal(call, "day_in_past", "startsOn");
  });
});

describe("several memberships at a time", () => {
  const add = (
    { personId }: Person,
    more: { role: "teacher" | "administrator"; schoolId?: Id<"organizations"> },
  ) =>
    world.administrator.mutation(api.organizations.memberships.add, {
      organizationId: world.organizationId,
      personId,
      ...more,
    });

  test("add up, and the same one is not given twice", async () => {
    const person = await world.aMember("teacher", { schoolId: world.schoolId });
    const second = await world.aSchool("Second School");
    await add(person, { role: "teacher", schoolId: second });
    await add(person, { role: "administrator", schoolId: second });
    expect(await rolesOf(person)).toEqual(["teacher", "teacher", "administrator"]);
    await expectRefusal(add(person, { role: "teacher", schoolId: second }), "already_member", "role");
  });

  test("of an administrator bound to two schools list the students of both, by name", async () => {
    const second = await world.aSchool("Second School");
    const third = await world.aSchool("Third School");
    await world.aStudent({ lastName: "Alder", schoolId: second });
    await world.aStudent({ lastName: "Birch", schoolId: world.schoolId });
    await world.aStudent({ lastName: "Cedar", schoolId: third });
    await world.aStudent({ lastName: "Dogwood", schoolId: second });
    const head = await world.aMember("administrator", { schoolId: world.schoolId });
    await add(head, { role: "administrator", schoolId: second });
    const { organizationId } = world;
    const names: string[] = [];
    for (let cursor: string | null = null, done = false; !done; ) {
      const paginationOpts = { numItems: 2, cursor };
      const found: FunctionReturnType<typeof api.students.students.listMine> = await head.query(
        api.students.students.listMine,
        { organizationId, paginationOpts },
      );
      names.push(...found.page.map(({ name }) => name));
      cursor = found.continueCursor;
      done = found.isDone;
    }
    expect(names).toEqual(["Robin Alder", "Robin Birch", "Robin Dogwood"]);
  });
});

describe("deactivating somebody", () => {
  const { deactivate, reactivate } = api.organizations.deactivation;
  const decide = (command: typeof deactivate, { personId }: Person) =>
    world.administrator.mutation(command, { organizationId: world.organizationId, personId });

  test("ends all they are at once, and reactivating gives it back", async () => {
    const child = await world.aStudent();
    const teacher = await child.as.teacher();
    const { studentId } = child;
    await teacher.query(api.students.record.get, { studentId });
    await decide(deactivate, teacher);
    await expectRefusal(teacher.query(api.students.record.get, { studentId }), "not_found");
    expect(await rolesOf(teacher)).toEqual([]);
    await decide(reactivate, teacher);
    expect(await rolesOf(teacher)).toEqual(["teacher"]);
    await teacher.query(api.students.record.get, { studentId });
  });

  test("twice is not found, and neither is giving back what was never taken", async () => {
    const teacher = await world.aMember("teacher");
    await expectRefusal(decide(reactivate, teacher), "not_deactivated");
    await decide(deactivate, teacher);
    await expectRefusal(decide(deactivate, teacher), "not_found");
    await decide(reactivate, teacher);
    await expectRefusal(decide(reactivate, teacher), "not_deactivated");
  });

  test("spares the last administrator", async () => {
    await expectRefusal(decide(deactivate, world.administrator), "last_administrator");
  });
});

describe("the last administrator of the whole organization", () => {
  test("can neither leave nor take another role", async () => {
    const mine = await membershipOf(world.administrator);
    await expectRefusal(end(mine), "last_administrator");
    await expectRefusal(changeRole(mine, "teacher"), "last_administrator");
  });

  test("is not replaced by an administrator of one school", async () => {
    await world.aMember("administrator", { schoolId: world.schoolId });
    await expectRefusal(end(await membershipOf(world.administrator)), "last_administrator");
  });

  test("may leave once there is another", async () => {
    await world.aMember("administrator");
    await end(await membershipOf(world.administrator));
    expect(await rolesOf(world.administrator)).toEqual([]);
  });
});

describe("the list of people", () => {
  test("names families only to those who invite them", async () => {
    const child = await world.aStudent();
    await child.as.guardian();
    const seenBy = async (person: Person) => {
      const { organizationId } = world;
      const { page: members } = await person.query(api.people.people.list, {
        organizationId,
        paginationOpts: page,
      });
      return members.map(({ role }) => role).sort();
    };
    expect(await seenBy(world.administrator)).toEqual(["administrator", "caseManager", "guardian"]);
    expect(await seenBy(child.caseManager)).toEqual(["administrator", "caseManager"]);
  });
});
