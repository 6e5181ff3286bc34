import { describe, expect, test } from "vitest";
import { cellProblems, uniqueOf } from "#convex/roster/rules/cells.ts";
import { readLanguage } from "#convex/roster/rules/languages.ts";
import { templateRows } from "#convex/roster/rules/templateRows.ts";
import { guessColumns, guessTemplate } from "#convex/roster/rules/templates.ts";
import { emptyTemplate } from "#convex/roster/rules/templatesOut.ts";
import { readDay, readGrade, readRole, readYesNo } from "#convex/roster/rules/words.ts";
import { fileOf } from "./files.ts";

const grades = ["PK", "K", "1", "4", "12"].map((code) => ({ code, name: `Grade ${code}` }));
const checking = { today: "2026-11-21", grades };

describe("our own files", () => {
  test("are told apart by their headers", () => {
    for (const name of ["students", "staff", "guardians"] as const) {
      const { headers } = fileOf("roster.csv", emptyTemplate(name));
      expect(guessTemplate("roster.csv", headers)).toBe(name);
    }
    expect(guessTemplate("prices.csv", ["article", "price"])).toBeNull();
  });

  test("are understood when a system calls the columns something else", () => {
    const headers = ["Student ID", "First Name", "Surname", "DOB", "Grade Level", "School Name", "Shoe size"];
    expect(guessColumns("students", headers)).toEqual({
      externalId: "Student ID",
      givenName: "First Name",
      familyName: "Surname",
      birthOn: "DOB",
      grade: "Grade Level",
      school: "School Name",
    });
  });

  test("become rows with days and answers in our own words", () => {
    const file = fileOf(
      "students.csv",
      "external_id,given_name,family_name,date_of_birth,grade,school_id,interpreter_needed\n7,Robin,'=Quill,3/9/2016,04,Birch,Y",
    );
    const columns = guessColumns("students", file.headers);
    const [row] = templateRows([{ ...file, template: "students", columns }], "monthFirst");
    expect(row).toMatchObject({
      externalId: "7",
      line: 2,
      cells: { familyName: "=Quill", birthOn: "2016-03-09", interpreterNeeded: "yes" },
    });
  });

  test("count lines as a spreadsheet does, blank ones included", () => {
    const file = fileOf(
      "staff.csv",
      "external_id,given_name,family_name,email,role\n\n,,,,\n9,A,B,a@b.example,teacher",
    );
    const columns = guessColumns("staff", file.headers);
    const rows = templateRows([{ ...file, template: "staff", columns }], "monthFirst");
    expect(rows.map(({ line }) => line)).toEqual([4]);
  });
});

describe("what a cell says", () => {
  test.each([
    ["2016-03-09", "monthFirst", "2016-03-09"],
    ["2016-03-09T00:00:00.000Z", "monthFirst", "2016-03-09"],
    ["3/9/2016", "monthFirst", "2016-03-09"],
    ["3/9/2016", "dayFirst", "2016-09-03"],
    ["31.12.2015", "dayFirst", "2015-12-31"],
    ["31/12/2015", "monthFirst", "31/12/2015"],
    ["soon", "dayFirst", "soon"],
  ] as const)("the day %s, %s, is %s", (text, order, day) => {
    expect(readDay(text, order)).toBe(day);
  });

  test.each([
    ["04", "4"],
    ["4th", "4"],
    ["Grade 4", "4"],
    ["KG", "K"],
    ["pk", "PK"],
    ["13", null],
    ["", null],
  ])("the grade %j is %j", (text, grade) => {
    expect(readGrade(text, grades)).toBe(grade);
  });

  test("a role of a whole district is never given by a file", () => {
    expect(readRole("districtAdministrator")).toBe("byHand");
    expect(readRole("aide")).toEqual({ role: "teacher" });
    expect(readRole("proctor")).toBeNull();
  });

  test("yes and no, in several words", () => {
    expect(["Yes", "1", "TRUE", "n", "0", "perhaps"].map(readYesNo)).toEqual([
      "yes",
      "yes",
      "yes",
      "no",
      "no",
      "perhaps",
    ]);
  });
});

describe("a row by itself", () => {
  const student = {
    givenName: "Robin",
    familyName: "Quill",
    school: "Birch",
    grade: "4",
    birthOn: "2016-03-09",
  };
  const problemsOf = (cells: Record<string, string>, externalId = "7") =>
    cellProblems({ kind: "student", externalId, cells: { ...student, ...cells } }, checking);

  test("with everything in place has no problem", () => {
    expect(problemsOf({})).toEqual([]);
  });

  test.each([
    [{ givenName: "" }, "required", "givenName"],
    [{ familyName: "x".repeat(81) }, "too_long", "familyName"],
    [{ birthOn: "2016-02-30" }, "not_a_day", "birthOn"],
    [{ birthOn: "2027-01-01" }, "day_in_future", "birthOn"],
    [{ birthOn: "1950-01-01" }, "out_of_range", "birthOn"],
    [{ grade: "27" }, "unknown_grade", "grade"],
    [{ caseManagerEmail: "nobody" }, "invalid_email", "caseManagerEmail"],
    [{ interpreterNeeded: "perhaps" }, "unknown_value", "interpreterNeeded"],
  ])("with %o says %s of %s", (cells, code, field) => {
    expect(problemsOf(cells)).toEqual([{ code, field }]);
  });

  test("without an id says so", () => {
    expect(problemsOf({}, "")).toEqual([{ code: "required", field: "externalId" }]);
  });

  test("that is gone needs nothing but its id", () => {
    expect(cellProblems({ kind: "student", externalId: "7", cells: { status: "gone" } }, checking)).toEqual(
      [],
    );
  });

  test("must not share its number or address with another", () => {
    expect(uniqueOf({ kind: "student", externalId: "7", cells: { studentNumber: "N1" } })).toBe("N1");
    expect(uniqueOf({ kind: "student", externalId: "7", cells: {} })).toBe("7");
    expect(uniqueOf({ kind: "staff", externalId: "7", cells: { email: "A@B.example" } })).toBe("a@b.example");
    expect(uniqueOf({ kind: "guardian", externalId: "7", cells: { email: "A@B.example" } })).toBeUndefined();
  });
});

describe("a language", () => {
  test.each([
    ["Spanish", "es"],
    ["español", "es"],
    ["spa", "es"],
    ["ES", "es"],
    ["es_mx", "es-MX"],
    ["العربية", "ar"],
    ["ara", "ar"],
    ["Vietnamese", "vi"],
    ["yo", "yo"],
    ["Old Elvish", null],
  ])("written as %s is %s", (written, tag) => {
    expect(readLanguage(written)).toBe(tag);
  });
});
