import { beforeEach, describe, expect, test } from "vitest";
import { api, internal } from "#convex/_generated/api.js";
import type { Child } from "#tests/support/child.ts";
import { setToday } from "#tests/support/clock.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

let world: World;
let child: Child;
beforeEach(async () => {
  setToday("2026-03-02");
  world = await aWorld();
  child = await world.aStudent({ startsOn: "2025-08-18" });
});

const { archiving, enrolments, transfers } = api.students;
const read = (who: Person) => who.query(api.students.record.get, { studentId: child.studentId });
const spells = async () =>
  (await world.administrator.query(enrolments.list, { studentId: child.studentId })).filter(
    ({ isSuperseded }) => !isSuperseded,
  );
const archive = (who: Person, lastDayOn: string, accessEndsOn?: string) =>
  who.mutation(archiving.archive, {
    studentId: child.studentId,
    reason: "withdrawn",
    lastDayOn,
    ...(accessEndsOn && { accessEndsOn }),
  });
const newDay = async (day: string) => {
  setToday(day);
  await world.backend.operator.mutation(internal.students.daily.keepEnrolments, {});
  await world.backend.operator.mutation(internal.students.daily.keepEnrolments, { edge: "endsOn" });
};

describe("moving between schools of the district", () => {
  test("closes the old spell the day before and keeps it", async () => {
    const schoolId = await world.aSchool("Far School");
    const { studentId } = child;
    await world.administrator.mutation(enrolments.move, {
      studentId,
      schoolId,
      gradeLevel: "5",
      startsOn: "2026-03-02",
    });
    expect(await spells()).toMatchObject([
      { schoolName: "Far School", gradeLevel: "5", startsOn: "2026-03-02", endsOn: null },
      { schoolName: "Test School", gradeLevel: "4", endsOn: "2026-03-01", exitReason: "movedWithinDistrict" },
    ]);
    expect(await read(world.administrator)).toMatchObject({
      school: { name: "Far School" },
      student: { gradeLevel: "5" },
    });
  });

  test("shows on its day when it is written down ahead", async () => {
    const schoolId = await world.aSchool("Far School");
    const move = { studentId: child.studentId, schoolId, gradeLevel: "4", startsOn: "2026-03-09" };
    await world.administrator.mutation(enrolments.move, move);
    expect((await read(world.administrator)).school.name).toBe("Test School");
    await newDay("2026-03-09");
    expect((await read(world.administrator)).school.name).toBe("Far School");
  });

  test("keeps what was believed when a move is put right the same day", async () => {
    const [one, other] = [await world.aSchool("First Guess"), await world.aSchool("Second Guess")];
    for (const schoolId of [one, other]) {
      const { studentId } = child;
      const move = { studentId, schoolId, gradeLevel: "4", startsOn: "2026-03-02" };
      await world.administrator.mutation(enrolments.move, move);
    }
    const all = await world.administrator.query(enrolments.list, { studentId: child.studentId });
    expect(all.filter(({ isSuperseded }) => isSuperseded).map(({ schoolName }) => schoolName)).toContain(
      "First Guess",
    );
    expect((await spells()).map(({ schoolName }) => schoolName)).toEqual(["Second Guess", "Test School"]);
  });
});

describe("moving nowhere", () => {
  const move = (gradeLevel: string, startsOn: string) =>
    world.administrator.mutation(enrolments.move, {
      ...{ studentId: child.studentId, schoolId: world.schoolId, gradeLevel, startsOn },
    });

  test("to the school and grade of that day is refused, and leaves no spell", async () => {
    await expectRefusal(move("4", "2026-03-02"), "nothing_moves", "gradeLevel");
    await expectRefusal(move("4", ""), "required", "startsOn");
    await expectRefusal(move("4", "2026-02-30"), "not_a_day", "startsOn");
    expect(await spells()).toHaveLength(1);
  });

  test("takes back what was to come", async () => {
    await move("5", "2026-08-17");
    await expectRefusal(move("5", "2026-09-01"), "nothing_moves", "gradeLevel");
    await move("4", "2026-08-17");
    await newDay("2026-08-17");
    expect((await read(world.administrator)).student.gradeLevel).toBe("4");
  });
});

describe("archiving", () => {
  test("ends the team's access on the day chosen, and keeps the record for administrators", async () => {
    const teacher = await child.as.teacher();
    await archive(world.administrator, "2026-02-27", "2026-03-06");
    expect((await read(teacher)).student.enrolmentStatus).toBe("inactive");
    await newDay("2026-03-07");
    await expectRefusal(read(teacher), "not_found");
    await expectRefusal(read(child.caseManager), "not_found");
    expect((await read(world.administrator)).student.enrolmentStatus).toBe("inactive");
  });

  test("refuses access that ends before the child has left, and a child who was not there", async () => {
    await expectRefusal(archive(world.administrator, "2026-02-27", "2026-02-26"), "days_out_of_order");
    await expectRefusal(archive(world.administrator, "2025-01-01"), "not_enrolled", "endsOn");
  });

  test("ends with coming back: the record goes on, and the old team does not", async () => {
    const teacher = await child.as.teacher();
    await archive(world.administrator, "2026-02-27");
    const back = { studentId: child.studentId, schoolId: world.schoolId, gradeLevel: "5" };
    const next = await world.aMember("caseManager");
    await world.administrator.mutation(archiving.readmit, {
      ...back,
      startsOn: "2026-03-02",
      caseManagerId: next.personId,
    });
    expect((await read(next)).student).toMatchObject({ enrolmentStatus: "active", gradeLevel: "5" });
    await expectRefusal(read(teacher), "not_found");
    await expectRefusal(
      world.administrator.mutation(archiving.readmit, { ...back, startsOn: "2026-03-02" }),
      "already_enrolled",
    );
    expect(await spells()).toMatchObject([{ entryReason: "returned" }, { exitReason: "withdrawn" }]);
  });
});

describe("a transfer", () => {
  test("in remembers the comparable services and how long the other school's record has been awaited", async () => {
    const { studentId } = child;
    const transferId = await child.caseManager.mutation(transfers.recordArrival, {
      studentId,
      place: "Lakeside District",
      movedOn: "2026-02-16",
      reason: "",
      comparableServices: "Speech, 30 minutes twice a week",
      recordsRequestedOn: "2026-02-17",
    });
    const list = () => child.caseManager.query(transfers.list, { studentId });
    expect(await list()).toMatchObject([{ direction: "in", daysWaiting: 13 }]);
    await child.caseManager.mutation(transfers.noteRecords, {
      studentId,
      transferId,
      recordsReceivedOn: "2026-03-01",
    });
    expect(await list()).toMatchObject([{ daysWaiting: null, recordsReceivedOn: "2026-03-01" }]);
  });

  test("out ends the enrolment, and coming back goes on with the same record", async () => {
    const { studentId } = child;
    await child.caseManager.mutation(transfers.recordDeparture, {
      studentId,
      place: "Lakeside District",
      movedOn: "2026-02-27",
      reason: "The family moved",
      recordsSent: "Plan, evaluations",
      recordsSentOn: "2026-03-02",
    });
    await expectRefusal(read(child.caseManager), "not_found");
    expect((await read(world.administrator)).student.enrolmentStatus).toBe("transferred");
    const { page } = await world.administrator.query(api.disclosures.disclosures.list, {
      studentId,
      paginationOpts: { numItems: 5, cursor: null },
    });
    expect(page).toMatchObject([{ recipient: "Lakeside District", ground: "transfer" }]);
    await world.administrator.mutation(archiving.readmit, {
      studentId,
      schoolId: world.schoolId,
      gradeLevel: "4",
      startsOn: "2026-03-02",
      caseManagerId: child.caseManager.personId,
    });
    expect((await read(child.caseManager)).student.enrolmentStatus).toBe("active");
    expect(await child.caseManager.query(transfers.list, { studentId })).toMatchObject([
      { direction: "out" },
    ]);
  });

  test("out says when the record was sent, if it was", async () => {
    const departure = { place: "Lakeside", movedOn: "2026-02-27", reason: "", recordsSent: "Plan" };
    const leaving = world.administrator.mutation(transfers.recordDeparture, {
      studentId: child.studentId,
      ...departure,
    });
    await expectRefusal(leaving, "required", "recordsSentOn");
  });
});
