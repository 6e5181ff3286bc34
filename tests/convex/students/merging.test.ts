import type { FunctionReturnType } from "convex/server";
import { beforeEach, describe, expect, test } from "vitest";
import { api, internal } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { childTables } from "#convex/exports/childTables.ts";
import { belongings, staying } from "#convex/students/belongings.ts";
import type { Child } from "#tests/support/child.ts";
import { setToday } from "#tests/support/clock.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

const { duplicates, merges } = api.students;

let world: World;
let kept: Child;
let other: Child;
beforeEach(async () => {
  setToday("2026-03-02");
  world = await aWorld();
  kept = await world.aStudent({ firstName: "Robyn", lastName: "Example", studentNumber: "K-1" });
  other = await world.aStudent({ firstName: "Robin", lastName: "Exemple", studentNumber: "O-1" });
});

const inDistrict = () => ({ organizationId: world.organizationId });
const pairs = async () => {
  const paginationOpts = { numItems: 20, cursor: null };
  return (await world.administrator.query(duplicates.list, { ...inDistrict(), paginationOpts })).page;
};
const read = (who: Person, { studentId }: Child) => who.query(api.students.record.get, { studentId });
const mergesNow = () => world.administrator.query(merges.list, inDistrict());

/** Batch after batch, as the scheduler would. */
async function run(step: "proceed" | "retrace", mergeId: Id<"merges">) {
  const { operator } = world.backend;
  for (let batch = 0; batch < 80; batch++) {
    await operator.mutation(internal.students.merging[step], { mergeId });
    if (["done", "undone"].includes((await mergesNow())[0]?.state ?? "")) return;
  }
  throw new Error("The merge does not come to its end.");
}
async function join(take: string[] = []): Promise<Id<"merges">> {
  const [keptId, otherId] = [kept.studentId, other.studentId];
  const mergeId = await world.administrator.mutation(merges.start, {
    ...inDistrict(),
    keptId,
    otherId,
    take,
  });
  await run("proceed", mergeId);
  return mergeId;
}

describe("possible duplicates", () => {
  test("are found by birth date and a name that sounds alike", async () => {
    expect(await pairs()).toMatchObject([
      { because: "sameBirthAndName", newer: { studentNumber: "O-1" }, older: { studentNumber: "K-1" } },
    ]);
  });

  test("are no children who merely share a birthday, or a name", async () => {
    await world.aStudent({ firstName: "Quentin", lastName: "Young" });
    await world.aStudent({ firstName: "Robyn", lastName: "Example", birthOn: "2012-12-12" });
    expect(await pairs()).toHaveLength(1);
  });

  test("stay away once somebody says that they are two children", async () => {
    const [pair] = await pairs();
    if (!pair) throw new Error("No pair was found.");
    const { duplicateId } = pair;
    await world.administrator.mutation(duplicates.dismiss, { ...inDistrict(), duplicateId });
    await world.administrator.mutation(api.students.record.edit, {
      studentId: other.studentId,
      preferredName: "Rob",
    });
    expect(await pairs()).toEqual([]);
  });
});

const idOf = ({ entryId }: { entryId: string }) => entryId;
const isOf =
  ({ personId }: Person) =>
  ({ person }: { person: { personId: string } }) =>
    person.personId === personId;

describe("joining two records", () => {
  test("moves plans, measurements, team and family to the kept one, and leads the old address there", async () => {
    const { iepId } = await other.anIep({ status: "inEffect" });
    const teacher = await other.as.teacher();
    const guardian = await other.as.guardian();
    await join();
    const record = await read(world.administrator, kept);
    expect(record.plans).toMatchObject([{ iepId }]);
    expect(record.activeIepId).toBe(iepId);
    expect((await read(teacher, kept)).student.name).toBe("Robyn Example");
    await expectRefusal(read(teacher, other), "record_merged");
    await expectRefusal(read(guardian, other), "record_merged");
    const stranger = await world.aMember("teacher");
    await expectRefusal(read(stranger, other), "not_found");
  });

  test("takes what was chosen, as always having been so", async () => {
    await other.caseManager.mutation(api.students.profile.edit, {
      studentId: other.studentId,
      change: { part: "languages", base: {}, changes: { home: "Basque" } },
    });
    await join(["firstName", "studentNumber", "languages"]);
    const { student } = await read(world.administrator, kept);
    expect(student).toMatchObject({ firstName: "Robin", lastName: "Example", studentNumber: "O-1" });
    const { parts } = await world.administrator.query(api.students.profile.get, {
      studentId: kept.studentId,
    });
    expect(parts.languages.home).toBe("Basque");
  });

  test("waits until people have settled what a child cannot have twice", async () => {
    await kept.anIep({ status: "inEffect" });
    await other.anIep({ status: "inEffect" });
    await expectRefusal(join(), "merge_blocked");
    const ids = { keptId: kept.studentId, otherId: other.studentId };
    await read(world.administrator, kept);
    await read(world.administrator, other);
    const compared = await world.administrator.query(duplicates.compare, { ...inDistrict(), ...ids });
    expect(compared.obstacles).toEqual(["plansInEffect"]);
  });

  test("tells who looked at either, page by page, and to the team at which", async () => {
    const teacher = await other.as.teacher();
    const guardian = await kept.as.guardian();
    await other.as.guardian();
    setToday("2026-03-03");
    await read(teacher, other);
    await read(kept.caseManager, kept);
    setToday("2026-03-04");
    await join();
    await read(guardian, kept);
    const seen = async (who: Person, numItems: number) => {
      const told = [];
      for (let cursor: string | null = null, isDone = false; !isDone; ) {
        const studentId = kept.studentId;
        const asked = { studentId, paginationOpts: { numItems, cursor } };
        const page: FunctionReturnType<typeof api.access.openings.list> = await who.query(
          api.access.openings.list,
          asked,
        );
        told.push(...page.page);
        [cursor, isDone] = [page.continueCursor, page.isDone];
      }
      return told;
    };
    const whole = await seen(kept.caseManager, 50);
    expect(await seen(kept.caseManager, 1)).toEqual(whole);
    const byTeacher = whole.filter(({ personName }) => personName === teacher.name);
    expect(byTeacher.map(({ from }) => from)).toEqual(byTeacher.map(() => "O-1"));
    expect(byTeacher.length).toBeGreaterThan(0);
    expect(whole.some(({ personName, from }) => personName === kept.caseManager.name && from === null)).toBe(
      true,
    );
    const family = await seen(guardian, 50);
    expect(family.map(({ entryId }) => entryId)).toEqual(expect.arrayContaining(byTeacher.map(idOf)));
    expect(family.filter(({ from }) => from !== null)).toEqual([]);
  });

  test("shows somebody of both teams once, and takes them off both", async () => {
    const teacher = await kept.as.teacher();
    await other.join(teacher);
    const mergeId = await join();
    const on = async () => (await read(world.administrator, kept)).team.filter(isOf(teacher));
    const [spell, ...more] = await on();
    expect(more).toEqual([]);
    if (!spell) throw new Error("The teacher is on no team.");
    const { teamMembershipId } = spell;
    setToday("2026-03-03");
    await kept.caseManager.mutation(api.students.team.end, { studentId: kept.studentId, teamMembershipId });
    await expectRefusal(read(teacher, kept), "not_found");
    await world.administrator.mutation(merges.undo, { ...inDistrict(), mergeId });
    await run("retrace", mergeId);
    await expectRefusal(read(teacher, other), "not_found");
  });

  test("takes somebody off in one step whose days on the team hang together only through the other record", async () => {
    const { personId } = await world.aMember("teacher");
    const put = (child: Child, startsOn: string, endsOn?: string) =>
      child.caseManager.mutation(api.students.team.add, {
        ...{ studentId: child.studentId, personId, teamRole: "generalEducationTeacher" as const, startsOn },
        ...(endsOn && { endsOn }),
      });
    await put(kept, "2025-09-01", "2025-10-31");
    await put(kept, "2026-01-07");
    await put(other, "2025-10-01", "2026-01-31");
    await join();
    const shown = async () =>
      (await read(world.administrator, kept)).team.filter(({ person }) => person.personId === personId);
    const [spell] = await shown();
    expect(await shown()).toMatchObject([{ startsOn: "2025-09-01", endsOn: null }]);
    await kept.caseManager.mutation(api.students.team.end, {
      ...{ studentId: kept.studentId, teamMembershipId: spell?.teamMembershipId as Id<"teamMemberships"> },
    });
    expect(await shown()).toMatchObject([{ startsOn: "2025-09-01", endsOn: "2026-03-01" }]);
  });

  test("tells the days of somebody of both teams, or of both families, once each", async () => {
    const guardian = await kept.as.guardian();
    const { personId } = guardian;
    const teacher = await kept.as.teacher();
    await other.join(teacher);
    const relationship = (await read(world.administrator, kept)).guardians[0]?.relationship ?? "parent";
    await other.caseManager.mutation(api.guardians.guardianships.add, {
      ...{ studentId: other.studentId, personId, relationship },
    });
    await join();
    const [spell] = (await read(world.administrator, kept)).team.filter(isOf(teacher));
    setToday("2026-03-03");
    await kept.caseManager.mutation(api.students.team.end, {
      ...{ studentId: kept.studentId, teamMembershipId: spell?.teamMembershipId as Id<"teamMemberships"> },
    });
    await read(kept.caseManager, kept);
    const { page } = await kept.caseManager.query(api.history.timeline.list, {
      ...{ studentId: kept.studentId, groups: ["people"], paginationOpts: { numItems: 50, cursor: null } },
    });
    const of = (who: Person) => page.filter(({ about }) => about.person === who.name).map(({ kind }) => kind);
    expect(of(teacher)).toEqual(["leftTeam", "joinedTeam"]);
    expect(of(guardian)).toEqual(["guardianAdded"]);
  });

  test("takes a right from a guardian of both wherever it stands", async () => {
    const guardian = await kept.as.guardian();
    const { personId } = guardian;
    const relationship = (await read(world.administrator, kept)).guardians[0]?.relationship ?? "parent";
    await read(world.administrator, other);
    const { studentId } = other;
    await other.caseManager.mutation(api.guardians.guardianships.add, { studentId, personId, relationship });
    await join();
    const { guardians } = await read(world.administrator, kept);
    expect(guardians).toHaveLength(1);
    setToday("2026-03-03");
    await kept.caseManager.mutation(api.guardians.guardianships.setRight, {
      ...{ studentId: kept.studentId, right: "see", isHeld: false },
      guardianshipId: guardians[0]?.guardianshipId as Id<"guardianships">,
    });
    await expectRefusal(read(guardian, kept), "not_found");
  });

  test("keeps the other out of lists, and its number for whoever looks it up", async () => {
    await join();
    const { page } = await world.administrator.query(api.students.students.listMine, {
      ...inDistrict(),
      paginationOpts: { numItems: 20, cursor: null },
    });
    expect(page.map(({ studentNumber }) => studentNumber)).toEqual(["K-1"]);
    await expectRefusal(world.aStudent({ studentNumber: "O-1" }), "student_number_taken");
  });

  test("refuses one record twice, and one that is part of another already", async () => {
    const merge = (keptId: Id<"students">, otherId: Id<"students">) =>
      world.administrator.mutation(merges.start, { ...inDistrict(), keptId, otherId, take: [] });
    await expectRefusal(merge(kept.studentId, kept.studentId), "invalid");
    await join();
    await expectRefusal(merge(kept.studentId, other.studentId), "record_merged");
  });
});

describe("taking it apart", () => {
  const undo = async (mergeId: Id<"merges">) => {
    await world.administrator.mutation(merges.undo, { ...inDistrict(), mergeId });
    await run("retrace", mergeId);
  };

  test("brings back exactly what was moved, and what was taken and has not changed since", async () => {
    const { iepId } = await other.anIep({ status: "inEffect" });
    const teacher = await other.as.teacher();
    const mergeId = await join(["firstName", "lastName"]);
    const ours = await world.aMember("teacher", { name: "Nell New" });
    await kept.join(ours);
    await world.administrator.mutation(api.students.record.edit, {
      studentId: kept.studentId,
      lastName: "Later",
    });
    await undo(mergeId);
    expect(await read(world.administrator, other)).toMatchObject({
      student: { name: "Robin Exemple", enrolmentStatus: "active" },
      activeIepId: iepId,
    });
    const record = await read(world.administrator, kept);
    expect(record).toMatchObject({ student: { name: "Robyn Later" }, plans: [] });
    expect(record.team.map(({ person }) => person.name)).toEqual(["Nell New"]);
    expect((await read(teacher, other)).student.name).toBe("Robin Exemple");
    await expectRefusal(read(teacher, kept), "not_found");
  });

  test("is too late after thirty days", async () => {
    const mergeId = await join();
    setToday("2026-04-02");
    const undoing = world.administrator.mutation(merges.undo, { ...inDistrict(), mergeId });
    await expectRefusal(undoing, "undo_too_late");
  });
});

test("every table that holds rows of a child is moved, or stays for a reason", () => {
  const moved = belongings.map(({ table }) => table as string);
  const ofChildren = childTables.map(({ table }) => table as string);
  expect([...moved, ...staying].sort()).toEqual(ofChildren.sort());
});
