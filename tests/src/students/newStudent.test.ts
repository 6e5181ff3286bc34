import { i18n } from "@lingui/core";
import { beforeAll, describe, expect, test } from "vitest";
import type { Id } from "#convex/_generated/dataModel.js";
import { emptyStudent, type NewStudent, readNewStudent } from "#src/features/students/newStudent.ts";

const today = "2026-11-20";
const complete: NewStudent = {
  ...emptyStudent,
  firstName: " Ava ",
  lastName: "Marchetti",
  studentNumber: "WC-2031",
  birth: { year: "2018", month: "7", day: "3" },
  gradeLevel: "3",
  schoolId: "school" as Id<"organizations">,
};

beforeAll(() => i18n.loadAndActivate({ locale: "en", messages: {} }));

describe("the form for a new student", () => {
  test("reads names without the spaces around them and the day as one civil day", () => {
    const { student, errors } = readNewStudent(complete, today);
    expect(errors).toEqual({});
    expect(student).toMatchObject({ firstName: "Ava", birthOn: "2018-07-03", needs: [] });
    expect(student).not.toHaveProperty("preferredName");
  });

  test("makes the chosen need the primary one", () => {
    const { student } = readNewStudent({ ...complete, primaryNeed: "autism" }, today);
    expect(student?.needs).toEqual(["autism"]);
  });

  test("names every missing answer by its field, all at once", () => {
    const { student, errors } = readNewStudent(emptyStudent, today);
    expect(student).toBeNull();
    expect(Object.keys(errors).sort()).toEqual(
      ["birthOn", "firstName", "gradeLevel", "lastName", "schoolId", "studentNumber"].sort(),
    );
  });

  test.each([
    ["a day that does not exist", { year: "2018", month: "2", day: "30" }],
    ["a day in the future", { year: "2027", month: "1", day: "1" }],
    ["an age beyond school", { year: "1990", month: "1", day: "1" }],
    ["half a day", { year: "2018", month: "", day: "3" }],
  ])("refuses %s as a birth date", (_what, birth) => {
    const { student, errors } = readNewStudent({ ...complete, birth }, today);
    expect(student).toBeNull();
    expect(Object.keys(errors)).toEqual(["birthOn"]);
  });
});
