import { beforeEach, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { convexTestBackend, openConvexTest } from "#tests/support/convexTestBackend.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

let t: ReturnType<typeof openConvexTest>;
let world: World;
beforeEach(async () => {
  t = openConvexTest();
  world = await aWorld(convexTestBackend(t));
});

type DemandedRole = "administrator" | "caseManager" | "guardian";
const demand = (secondFactorRoles: DemandedRole[]) =>
  world.administrator.mutation(api.organizations.organizations.decide, {
    organizationId: world.organizationId,
    settings: { secondFactorRoles },
  });
const give = ({ personId }: Person, hasSecondFactor: boolean) =>
  t.run(async (ctx) => await ctx.db.patch("people", personId, { hasSecondFactor }));

test("whoever has the role and no second step gets nothing of the organization, and is told what to do", async () => {
  const { caseManager, studentId } = await world.aStudent();
  const { organizationId } = world;
  await demand(["caseManager"]);
  for (const call of [
    () => caseManager.query(api.students.record.get, { studentId }),
    () => caseManager.query(api.organizations.organizations.get, { organizationId }),
    () => caseManager.mutation(api.students.record.open, { studentId }),
  ]) {
    await expectRefusal(call(), "second_factor_needed");
  }
  const me = await caseManager.query(api.people.me.get, {});
  expect(me?.memberships[0]?.needsSecondFactor).toBe(true);
  expect(me?.abilities[organizationId]).toEqual([]);
});

test("every door opens with the second step, and closes when it is turned off", async () => {
  const { caseManager, studentId } = await world.aStudent();
  await demand(["caseManager"]);
  await give(caseManager, true);
  expect(await caseManager.mutation(api.students.record.open, { studentId })).toMatchObject({ opened: true });
  expect((await caseManager.query(api.people.me.get, {}))?.memberships[0]?.needsSecondFactor).toBe(false);
  await give(caseManager, false);
  await expectRefusal(caseManager.query(api.students.record.get, { studentId }), "second_factor_needed");
});

test("a guardian who lacks it reads no child's name either", async () => {
  const child = await world.aStudent();
  const guardian = await child.as.guardian();
  expect((await guardian.query(api.people.me.get, {}))?.children).toHaveLength(1);
  await demand(["guardian"]);
  expect((await guardian.query(api.people.me.get, {}))?.children).toEqual([]);
});

test("somebody who may not know the student is not told that anything is missing", async () => {
  const child = await world.aStudent();
  const other = await world.aStudent();
  await demand(["caseManager"]);
  await expectRefusal(
    other.caseManager.query(api.students.record.get, { studentId: child.studentId }),
    "not_found",
  );
});

test("other roles go on as before", async () => {
  const child = await world.aStudent();
  const teacher = await child.as.teacher();
  await demand(["caseManager"]);
  expect(await teacher.mutation(api.students.record.open, { studentId: child.studentId })).toMatchObject({
    opened: true,
  });
});
