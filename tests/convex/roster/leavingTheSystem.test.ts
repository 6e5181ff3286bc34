import { i18n } from "@lingui/core";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { oneRosterColumns } from "#convex/roster/rules/oneRosterColumns.ts";
import { oneRosterExport } from "#convex/roster/rules/oneRosterOut.ts";
import { type OneRosterFiles, oneRosterRows, readManifest } from "#convex/roster/rules/oneRosterRows.ts";
import { exportParts, nobody, type Roster, together } from "#convex/roster/rules/roster.ts";
import { templateRows } from "#convex/roster/rules/templateRows.ts";
import { type TemplateName, templateNames } from "#convex/roster/rules/templates.ts";
import { templatesExport } from "#convex/roster/rules/templatesOut.ts";
import { errorFiles } from "#src/features/roster/importing/errorFiles.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type World } from "#tests/support/world.ts";
import { fileOf } from "./files.ts";
import { appliedImport, checkedImport, children, mapped, rowsFrom } from "./importing.ts";

// Sentences of errors are written in the language of the page.
i18n.loadAndActivate({ locale: "en", messages: {} });

/** Names that make trouble in files. */
const awkward = [
  "=cmd|' /C calc'!A0",
  "O'Neil",
  "-Dash",
  "@home",
  "Quill, Robin",
  'Say "hi"',
  "+1 555",
  "Zoë 李",
];

async function rosterOf({ organizationId, administrator }: World): Promise<Roster> {
  const exportId = await administrator.mutation(api.roster.exporting.begin, { organizationId });
  let roster = nobody;
  for (const part of exportParts) {
    let cursor: string | null = null;
    do {
      const page: Roster & { cursor: string | null } = await administrator.query(api.roster.exporting.read, {
        organizationId,
        exportId,
        part,
        cursor,
      });
      roster = together(roster, page);
      cursor = page.cursor;
    } while (cursor !== null);
  }
  return roster;
}

function readBack(files: Record<string, string>): OneRosterFiles {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name.replace(".csv", ""), fileOf(name, text)]),
  );
}

/** A district with awkward names, a class, a teacher and a guardian. */
async function aDistrict(): Promise<World> {
  const world = await aWorld();
  await appliedImport(
    world,
    awkward.map((name, i) => ({
      kind: "student" as const,
      externalId: `x${i}`,
      file: "students.csv",
      line: i + 2,
      cells: {
        givenName: name,
        familyName: name,
        school: "Test School",
        grade: "4",
        birthOn: `2016-03-0${i + 1}`,
      },
      problems: [],
    })),
  );
  const { administrator, organizationId, schoolId } = world;
  const child = await world.aStudent();
  await child.as.guardian();
  const teacher = await child.as.teacher();
  const groupId = await administrator.mutation(api.groups.groups.add, {
    organizationId,
    schoolId,
    name: "=Maths",
    kind: "teachingGroup",
    subject: "Mathematics",
  });
  await administrator.mutation(api.groups.members.addTeacher, {
    organizationId,
    groupId,
    personId: teacher.personId,
  });
  await administrator.mutation(api.groups.members.addStudents, {
    organizationId,
    groupId,
    studentIds: [child.studentId],
  });
  return world;
}

describe("a roster on its way out", () => {
  test("as OneRoster comes back without a difference", async () => {
    const world = await aDistrict();
    const files = readBack(oneRosterExport(await rosterOf(world)));
    expect(readManifest(files)).toEqual({ version: "1.1", mode: "bulk", systemName: "openiep" });
    const rows = oneRosterRows(files, { readsDescent: false });
    const { counts } = await checkedImport(world, rows, { source: "openiep", mode: "bulk" });
    const outcomes = new Set(Object.keys(counts).map((key) => key.split(".")[1]));
    expect([...outcomes].filter((outcome) => outcome !== "same" && outcome !== "skip")).toEqual([]);
    expect(counts["student.same"]).toBe(awkward.length + 1);
    expect(counts["member.same"]).toBe(2);
  });

  test("as our own files comes back without a difference", async () => {
    const world = await aDistrict();
    const files = templatesExport(await rosterOf(world));
    const rows = templateNames.flatMap((name) => rowsFrom(name, files[`${name}.csv`] ?? ""));
    const { counts } = await checkedImport(world, rows, { source: "openiep" });
    expect(counts).toEqual({ "student.same": awkward.length + 1, "staff.same": 3, "guardian.same": 1 });
  });

  test("in another organization becomes the same children, schools and classes", async () => {
    const first = await rosterOf(await aDistrict());
    const other = await aWorld();
    const rows = oneRosterRows(readBack(oneRosterExport(first)), { readsDescent: false });
    await appliedImport(other, rows, { source: "openiep", mode: "bulk" });
    const second = await rosterOf(other);
    const told = ({ students, schools, groups }: Roster) => ({
      students: students
        .map(({ firstName, lastName, studentNumber, birthOn, grade }) => [
          firstName,
          lastName,
          studentNumber,
          birthOn,
          grade,
        ])
        .sort(),
      schools: schools.map(({ name }) => name).sort(),
      groups: groups.map(({ name, subject, members }) => [
        name,
        subject,
        members.filter(({ role }) => role === "student").length,
      ]),
    });
    expect(told(second)).toEqual(told(first));
  });

  test("has every file with its columns in the order of the standard", () => {
    const files = oneRosterExport(nobody);
    for (const [name, columns] of Object.entries(oneRosterColumns)) {
      const [header] = Papa.parse<string[]>((files[`${name}.csv`] ?? "").replace(/^\uFEFF/, "")).data;
      expect(header).toEqual(columns);
    }
  });

  test("is in the audit trail, and is closed to everybody but its beginner", async () => {
    const world = await aWorld();
    const { administrator, organizationId } = world;
    const exportId = await administrator.mutation(api.roster.exporting.begin, { organizationId });
    const { page } = await administrator.query(api.audit.entries.list, {
      organizationId,
      paginationOpts: { numItems: 10, cursor: null },
    });
    expect(page[0]).toMatchObject({
      command: "roster/exporting:begin",
      summary: `roster export ${exportId}`,
    });
    const second = await world.aMember("administrator");
    const read = second.query(api.roster.exporting.read, {
      organizationId,
      exportId,
      part: "students",
      cursor: null,
    });
    await expectRefusal(read, "not_found");
  });
});

describe("a file from here", () => {
  /** Five hundred ways to begin a formula, and what they would do. */
  const starts = [
    "=",
    "+",
    "-",
    "@",
    "\t=",
    "\r=",
    "\n=",
    " =",
    "'=",
    "''=",
    "=+",
    "-+",
    "@@",
    "\t",
    "\r",
    "＝",
    "|",
    "%",
    "+-",
    "=-",
  ];
  const acts = Array.from(
    { length: 25 },
    (_, i) =>
      ["1+1", "SUM(A1)", "cmd|' /C calc'!A0", 'HYPERLINK("http://x.example")', "A1&B1"][i % 5] + String(i),
  );
  const formulas = starts.flatMap((start) => acts.map((act) => start + act));
  const runs = (cell: string) => /^[\p{White_Space}\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u.test(cell);

  const hostile: Roster = {
    schools: [{ id: "s" as never, name: "=1+1", kind: "school", parentId: null }],
    terms: [{ id: "t" as never, name: "+1", startsOn: "2026-08-20", endsOn: "2027-06-10" }],
    groups: [
      {
        id: "g" as never,
        name: "@SUM(1)",
        subject: "-1",
        kind: "classroom",
        schoolId: "s" as never,
        members: [],
      },
    ],
    people: formulas.map((name, i) => ({
      id: `p${i}` as never,
      name,
      email: name,
      role: "teacher" as const,
      schoolId: "s" as never,
    })),
    students: formulas.map((name, i) => ({
      id: `c${i}` as never,
      studentNumber: name,
      firstName: name,
      lastName: name,
      preferredName: name,
      birthOn: "2016-03-09",
      grade: name,
      schoolId: "s" as never,
      caseManagerEmail: name,
      guardians: [],
    })),
  };
  const cellsOf = (text: string) =>
    Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { newline: "\r\n" }).data.flat();

  test("runs nothing in a spreadsheet, whatever a name says", () => {
    expect(formulas).toHaveLength(500);
    const failed = formulas.map((name, i) => ({
      kind: "student" as const,
      externalId: name,
      file: name,
      line: i,
      cells: { givenName: name, grade: name },
      problems: [{ code: "unknown_grade" as const, column: name, given: name }],
    }));
    const all = { ...oneRosterExport(hostile), ...templatesExport(hostile), ...errorFiles(failed) };
    for (const [name, text] of Object.entries(all)) {
      expect([name, cellsOf(text).filter(runs)]).toEqual([name, []]);
    }
  });

  test("gives the same names back when it is read again", () => {
    const rows = templateRows(
      [mapped("students" as TemplateName, templatesExport(hostile)["students.csv"] ?? "")],
      "monthFirst",
    );
    const plain = formulas.filter((name) => name === name.trim() && !name.startsWith("'"));
    const back = new Set(rows.map(({ cells }) => cells.givenName));
    expect(plain.filter((name) => !back.has(name))).toEqual([]);
  });

  test("of errors can be corrected and imported as it is", async () => {
    const world = await aWorld();
    const { importId } = await checkedImport(
      world,
      children({ externalId: "7", givenName: "Robin", familyName: "Quill", grade: "27" }),
    );
    const { page } = await world.administrator.query(api.roster.rows.list, {
      organizationId: world.organizationId,
      importId,
      outcome: "error",
      paginationOpts: { numItems: 10, cursor: null },
    });
    const text = errorFiles(page)["errors-students.csv"] ?? "";
    expect(text).toContain("grade (unknown_grade)");
    await world.administrator.mutation(api.roster.imports.discard, {
      organizationId: world.organizationId,
      importId,
    });
    const { results } = await appliedImport(world, rowsFrom("students", text.replace(",27,", ",5,")));
    expect(results).toEqual({ applied: 1 });
  });
});
