import { beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { noticeDue } from "#convex/guardians/rules.ts";
import type { Child } from "#tests/support/child.ts";
import { setToday } from "#tests/support/clock.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

let world: World;
let child: Child;
let guardian: Person;
let student: Person;

/** Eighteen on 15 March 2026. */
beforeEach(async () => {
  setToday("2026-03-14");
  world = await aWorld();
  child = await world.aStudent({ birthOn: "2008-03-15" });
  guardian = await child.as.guardian();
  student = await world.aMember("student", { studentId: child.studentId });
});

const read = (who: Person) => who.query(api.students.record.get, { studentId: child.studentId });
const around = (who: Person = child.caseManager) =>
  who.query(api.guardians.around.list, { studentId: child.studentId });
const guardianshipId = async () => {
  const [first] = (await around()).guardians;
  if (!first) throw new Error("No guardian.");
  return first.guardianshipId;
};
const setGround = async (ground: "dependentForTax" | "courtAppointed", isHeld = true) =>
  child.caseManager.mutation(api.guardians.majority.setGround, {
    studentId: child.studentId,
    guardianshipId: await guardianshipId(),
    ground,
    isHeld,
  });

test("on the day before, the guardian signs and the student does not", async () => {
  expect((await read(guardian)).abilities).toContain("consent.decide");
  expect((await read(student)).abilities).not.toContain("consent.decide");
  await expectRefusal(setGround("dependentForTax"), "not_of_age");
});

describe("from the eighteenth birthday on", () => {
  beforeEach(() => setToday("2026-03-15"));

  test("the student signs, and a guardian no longer sees", async () => {
    expect((await read(student)).abilities).toContain("consent.decide");
    await expectRefusal(read(guardian), "not_found");
  });

  test("a guardian goes on seeing while the student agrees, and does not sign", async () => {
    const id = await guardianshipId();
    const agree = (agrees: boolean) =>
      student.mutation(api.guardians.majority.agree, {
        studentId: child.studentId,
        guardianshipId: id,
        agrees,
      });
    await agree(true);
    expect((await read(guardian)).abilities).toContain("consent.read");
    expect((await read(guardian)).abilities).not.toContain("consent.decide");
    await agree(false);
    await expectRefusal(read(guardian), "not_found");
  });

  test("a guardian goes on seeing a dependent", async () => {
    await setGround("dependentForTax");
    expect((await read(guardian)).audience).toBe("family");
    await setGround("dependentForTax", false);
    await expectRefusal(read(guardian), "not_found");
  });

  test("a court's appointment needs its paper", async () => {
    await expectRefusal(setGround("courtAppointed"), "evidence_needed");
  });

  test("everybody is told, and that is due until it is done", async () => {
    const kinds = async () =>
      (await child.caseManager.query(api.students.due.list, { organizationId: world.organizationId })).map(
        ({ kind }) => kind,
      );
    expect(await kinds()).toContain("transferRights");
    const say = { studentId: child.studentId, kind: "rightsTransferred" as const };
    await child.caseManager.mutation(api.guardians.majority.giveNotice, say);
    expect(await kinds()).not.toContain("transferRights");
  });
});

test("a year before, telling the student is due", async () => {
  setToday("2025-01-20");
  world = await aWorld();
  child = await world.aStudent({ birthOn: "2008-03-15" });
  const kinds = async () =>
    (await child.caseManager.query(api.students.due.list, { organizationId: world.organizationId })).map(
      ({ kind }) => kind,
    );
  expect(await kinds()).toContain("explainRights");
  const say = { studentId: child.studentId, kind: "rightsExplained" as const };
  await child.caseManager.mutation(api.guardians.majority.giveNotice, say);
  expect(await kinds()).not.toContain("explainRights");
  const early = { studentId: child.studentId, kind: "rightsTransferred" as const };
  await expectRefusal(child.caseManager.mutation(api.guardians.majority.giveNotice, early), "not_of_age");
});

describe("what is recorded as told", () => {
  const record = (kind: "rightsExplained" | "rightsTransferred", givenOn: string) =>
    child.caseManager.mutation(api.guardians.majority.giveNotice, {
      ...{ studentId: child.studentId, kind, givenOn },
    });

  test("was told when it was due: not before sixty days ahead of the last year", async () => {
    await expectRefusal(record("rightsExplained", "2025-01-13"), "notice_not_due", "givenOn");
    await record("rightsExplained", "2025-01-14");
  });

  test("at full age was not told before the day", async () => {
    setToday("2026-03-20");
    await expectRefusal(record("rightsTransferred", "2026-03-14"), "not_of_age", "givenOn");
    await record("rightsTransferred", "2026-03-15");
  });
});

describe("the notice that is due", () => {
  const explainFrom = "2026-03-02";
  test.each([
    ["sixty-one days before the year ahead", "2025-12-31", false, [], null],
    ["sixty days before it", "2026-01-01", false, [], "rightsExplained"],
    ["once the student was told", "2026-04-01", false, ["rightsExplained"], null],
    ["at full age", "2027-03-02", true, ["rightsExplained"], "rightsTransferred"],
    ["at full age, where nobody was told before", "2027-03-02", true, [], "rightsTransferred"],
    ["once both were notified", "2027-03-03", true, ["rightsExplained", "rightsTransferred"], null],
  ] as const)("%s", (_when, today, isOfAge, given, due) => {
    const notices = given.map((kind) => ({ kind }));
    expect(noticeDue({ isOfAge, explainFrom, notices }, today)).toBe(due);
  });
});
