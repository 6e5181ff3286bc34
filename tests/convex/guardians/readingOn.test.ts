import { beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { setToday } from "#tests/support/clock.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

/** England: who decides, and who reads, between the end of compulsory school age and eighteen. */

let world: World;
let guardian: Person;
let pupil: Person;
let studentId: Id<"students">;

/** Sixteen on 14 May 2026; compulsory school age is over on 27 June 2026; eighteen on 14 May 2028. */
beforeEach(async () => {
  setToday("2026-06-26");
  world = await aWorld();
  const { administrator, organizationId, schoolId } = world;
  const { changeJurisdiction } = api.organizations.organizations;
  await administrator.mutation(changeJurisdiction, { organizationId, jurisdiction: "england" });
  studentId = await administrator.mutation(api.students.students.add, {
    ...{ organizationId, schoolId, gradeLevel: "Y11", studentNumber: "A1" },
    ...{ firstName: "Robin", lastName: "Quill", birthOn: "2010-05-14" },
  });
  guardian = await world.aMember("guardian", { studentId });
  pupil = await world.aMember("student", { studentId });
});

const read = (who: Person) => who.query(api.students.record.get, { studentId });
const around = () => world.administrator.query(api.guardians.around.list, { studentId });
const agree = async () => {
  const [only] = (await around()).guardians;
  if (!only) throw new Error("No guardian.");
  const { guardianshipId } = only;
  await pupil.mutation(api.guardians.majority.agree, { studentId, guardianshipId, agrees: true });
};

test("until compulsory school age is over, parents read and decide", async () => {
  expect((await read(guardian)).abilities).toEqual(expect.arrayContaining(["consent.decide", "ieps.read"]));
  expect((await read(pupil)).abilities).not.toContain("consent.decide");
});

describe("from the day after on", () => {
  beforeEach(() => setToday("2026-06-27"));

  test("the young person decides, and parents read without being allowed to sign", async () => {
    expect((await read(pupil)).abilities).toContain("consent.decide");
    const { abilities } = await read(guardian);
    expect(abilities).toContain("ieps.read");
    expect(abilities).not.toContain("consent.decide");
    expect(await around()).toMatchObject({
      majority: { isOfAge: true, passed: ["sign"], on: "2026-06-27", readsAloneOn: "2028-05-14" },
      guardians: [{ rights: ["see", "contact"], given: ["see", "sign", "contact"] }],
    });
    // Nothing to agree to yet: they read already.
    await expectRefusal(agree(), "not_of_age");
  });

  test("parents read no longer from eighteen on, unless the young person agrees", async () => {
    setToday("2028-05-13");
    expect((await read(guardian)).audience).toBe("family");
    setToday("2028-05-14");
    await expectRefusal(read(guardian), "not_found");
    await agree();
    expect((await read(guardian)).audience).toBe("family");
  });

  test("a school that is not maintained may leave it to the young person at once", async () => {
    await world.administrator.mutation(api.organizations.organizations.decide, {
      ...{ organizationId: world.organizationId, settings: { parentsReadOn: false } },
    });
    await expectRefusal(read(guardian), "not_found");
    await agree();
    expect((await read(guardian)).audience).toBe("family");
  });
});
