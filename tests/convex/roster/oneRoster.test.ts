import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { oneRosterRows, readManifest } from "#convex/roster/rules/oneRosterRows.ts";
import { fileOf, smallExport } from "./files.ts";

const plain = { readsDescent: false };
const rowsOf = (kind: string, files = smallExport, options = plain) =>
  oneRosterRows(files, options).filter((row) => row.kind === kind);

describe("a OneRoster export", () => {
  test("says in its manifest of which version it is, and whether it names everybody", () => {
    expect(readManifest(smallExport)).toEqual({ version: "1.1", mode: "bulk", systemName: "maple" });
  });

  test("without a manifest names only what it names", () => {
    expect(readManifest({ users: smallExport.users })).toEqual({
      version: "1.1",
      mode: "delta",
      systemName: "",
    });
  });

  test("becomes rows in the order in which they depend on each other", () => {
    const kinds = oneRosterRows(smallExport, plain).map(({ kind }) => kind);
    expect([...new Set(kinds)]).toEqual(["school", "group", "staff", "student", "guardian", "member"]);
  });

  test("gives a student the number, school, grade and birth date from three files", () => {
    expect(rowsOf("student")[0]).toEqual({
      kind: "student",
      externalId: "u1",
      file: "users.csv",
      line: 3,
      cells: {
        givenName: "Robin",
        familyName: "Quill",
        studentNumber: "1001",
        grade: "04",
        school: "s1",
        birthOn: "2016-03-09",
      },
      problems: [],
    });
  });

  test("never carries a password, a user name or metadata on", () => {
    const text = JSON.stringify(oneRosterRows(smallExport, plain));
    for (const secret of ["swordfish", "hunter2", 'robin"']) expect(text).not.toContain(secret);
  });

  test("leaves race and birthplace where they are unless the organization has asked for them", () => {
    expect(JSON.stringify(rowsOf("student"))).not.toMatch(/asian|Springfield/);
    const [asked] = rowsOf("student", smallExport, { readsDescent: true });
    expect(asked?.cells.descent).toBe("asian=true; countryOfBirthCode=US; cityOfBirth=Springfield");
  });

  test("finds guardians from both sides of the link, once each", () => {
    expect(rowsOf("guardian").map(({ externalId, cells }) => [externalId, cells.email])).toEqual([
      ["u1/g1", "gale@home.example"],
      ["u2/g1", "gale@home.example"],
    ]);
  });

  test("keeps a guardian whose children are in no file as a row that says so", () => {
    const users = fileOf(
      "users.csv",
      "sourcedId,role,givenName,familyName,email\ng5,guardian,Ola,Reed,ola@home.example",
    );
    const [row] = oneRosterRows({ users }, plain);
    expect(row).toMatchObject({ kind: "guardian", externalId: "/g5" });
    expect(row?.cells.student).toBeUndefined();
  });

  test("reads the columns by name, in any order, and ignores those it does not know", () => {
    const users = fileOf(
      "users.csv",
      "metadata.shoe,familyName,role,sourcedId,givenName,orgSourcedIds\n42,Quill,student,u7,Sasha,s1",
    );
    expect(oneRosterRows({ users }, plain)[0]).toMatchObject({
      externalId: "u7",
      cells: { givenName: "Sasha", familyName: "Quill", school: "s1" },
    });
  });

  test("of version 1.2 takes roles from their own file, the primary one first", () => {
    const users = fileOf(
      "users.csv",
      "sourcedId,status,givenName,familyName,email,primaryOrgSourcedId,preferredGivenName\nt2,,Noor,Vance,noor@maple.example,s1,\nu8,,Jan,Ode,,s1,Jojo",
    );
    const roles = fileOf(
      "roles.csv",
      "sourcedId,status,userSourcedId,roleType,role,orgSourcedId\nr1,,t2,secondary,aide,s2\nr2,,t2,primary,counselor,s1\nr3,,u8,primary,student,s1",
    );
    const files = { users, roles };
    expect(readManifest(files).version).toBe("1.2");
    const rows = oneRosterRows(files, plain);
    expect(rows[0]?.cells).toMatchObject({ role: "counselor", school: "s1" });
    expect(rows[1]?.cells).toMatchObject({ preferredName: "Jojo", school: "s1" });
  });

  test("of a delta marks what is to be deleted as gone", () => {
    const users = fileOf(
      "users.csv",
      "sourcedId,status,dateLastModified,role\nu1,tobedeleted,2026-01-01,student",
    );
    expect(oneRosterRows({ users }, plain)[0]?.cells.status).toBe("gone");
  });

  test("whose row has more cells than the header says so, instead of shifting values", () => {
    const users = fileOf("users.csv", "sourcedId,role,givenName,familyName\nu1,student,Robin,Quill,Jr");
    expect(oneRosterRows({ users }, plain)[0]?.problems).toEqual([{ code: "too_many_cells" }]);
  });

  test("of any cells at all becomes rows, and never breaks", () => {
    const cell = fc.string({ unit: "binary", maxLength: 12 });
    const table = (headers: readonly string[]) =>
      fc
        .array(fc.array(cell, { maxLength: headers.length + 2 }), { maxLength: 6 })
        .map((records) => ({ name: "any.csv", headers: [...headers], records }));
    const { users, orgs, classes, enrollments, demographics } = smallExport;
    const files = fc.record(
      {
        users: table(users.headers),
        orgs: table(orgs.headers),
        classes: table(classes.headers),
        enrollments: table(enrollments.headers),
        demographics: table(demographics.headers),
        manifest: table(smallExport.manifest.headers),
        roles: table(["sourcedId", "userSourcedId", "role", "roleType", "orgSourcedId"]),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(files, fc.boolean(), (some, readsDescent) => {
        readManifest(some);
        for (const row of oneRosterRows(some, { readsDescent })) {
          expect(Object.values(row.cells).every((value) => value !== "")).toBe(true);
          expect(row.line).toBeGreaterThan(1);
        }
      }),
    );
  });
});
