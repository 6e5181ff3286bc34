import { beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
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
