import { beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, tokenSentTo, type World } from "#tests/support/world.ts";
import {
  appliedImport,
  checkedImport,
  children,
  rowsFrom,
  rowsOf,
  settled,
  studentsOf,
} from "./importing.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

const outcomesOf = async (rows: ReturnType<typeof children>, options = {}) => {
  const { importId } = await checkedImport(world, rows, options);
  const found = await rowsOf(world, importId);
  return found.map(({ outcome, problems }) => [outcome, ...problems.map(({ code }) => code)].join(" "));
};

describe("a dry run", () => {
  test("counts what would be done, and does nothing", async () => {
    const { counts, status } = await checkedImport(world, children("1 Robin Quill", "2 Lee Quill"));
    expect({ counts, status }).toEqual({ counts: { "student.create": 2 }, status: "checked" });
    expect(await studentsOf(world)).toEqual([]);
  });

  test("says what would change, from what to what", async () => {
    await appliedImport(world, children("1 Robin Quill"));
    const { importId } = await checkedImport(
      world,
      children({ externalId: "1", givenName: "Robin", familyName: "Quill-Ode", grade: "5" }),
    );
    const [row] = await rowsOf(world, importId);
    expect(row?.outcome).toBe("change");
    expect(row?.changes).toEqual([
      { field: "lastName", before: "Quill", after: "Quill-Ode" },
      { field: "grade", before: "4", after: "5" },
    ]);
  });

  test("takes an empty cell for nothing said", async () => {
    await appliedImport(
      world,
      children({ externalId: "1", givenName: "Robin", familyName: "Quill", preferredName: "Rob" }),
    );
    const [row] = children("1 Robin Quill");
    if (row) {
      row.cells = { givenName: "Robin", familyName: "Quill", school: "Test School" };
      expect(await outcomesOf([row])).toEqual(["same"]);
    }
  });

  test.each([
    ["a school that nobody knows", { school: "Nowhere" }, "error unknown_school"],
    ["a grade that is none here", { grade: "27" }, "error unknown_grade"],
    ["a day that does not exist", { birthOn: "2016-02-30" }, "error not_a_day"],
    ["no birth date for a new child", { birthOn: "" }, "error birth_missing"],
    ["a case manager whom nobody knows", { caseManagerEmail: "who@x.example" }, "error unknown_person"],
    ["no name", { givenName: "" }, "error required"],
  ])("names the problem of a row with %s", async (_, cells, expected) => {
    const [row] = children("1 Robin Quill");
    const said = Object.entries({ ...row?.cells, ...cells }).filter(([, value]) => value !== "");
    expect(await outcomesOf(row ? [{ ...row, cells: Object.fromEntries(said) }] : [])).toEqual([expected]);
  });

  test("gives the column, the line and the value with each problem", async () => {
    const { importId } = await checkedImport(
      world,
      children({ externalId: "1", givenName: "R", familyName: "Q", grade: "27" }),
    );
    const [row] = await rowsOf(world, importId);
    expect(row).toMatchObject({ file: "students.csv", line: 2 });
    expect(row?.problems).toEqual([{ code: "unknown_grade", field: "grade", column: "grade", given: "27" }]);
  });

  test("of two rows with one id, or one number, takes the first", async () => {
    const rows = children("1 Robin Quill", "1 Robin Quill", {
      externalId: "3",
      givenName: "Lee",
      familyName: "Ode",
      studentNumber: "1",
    });
    expect(await outcomesOf(rows)).toEqual(["create", "error duplicate_in_file", "error duplicate_in_file"]);
  });

  test("does not begin before all rows have come", async () => {
    const { organizationId, administrator } = world;
    const rows = children("1 Robin Quill", "2 Lee Quill");
    const { importId } = await administrator.mutation(api.roster.imports.begin, {
      organizationId,
      ...{
        source: "maple",
        format: "templates",
        mode: "delta",
        fileNames: [],
        fingerprint: "f",
        columns: {},
      },
      expected: 2,
    } as never);
    const add = (from: number, some: typeof rows) =>
      administrator.mutation(api.roster.staging.add, { organizationId, importId, from, rows: some });
    await expectRefusal(add(1, rows.slice(1)), "import_out_of_step");
    expect(await add(0, rows.slice(0, 1))).toBe(1);
    await expectRefusal(
      administrator.mutation(api.roster.imports.check, { organizationId, importId }),
      "import_out_of_step",
    );
    // The answer got lost and the page sends again: no row comes twice.
    expect(await add(0, rows)).toBe(2);
    expect(await rowsOf(world, importId)).toHaveLength(2);
  });
});

describe("a child whom we may know already", () => {
  test("is found by number, and linked to the source", async () => {
    const child = await world.aStudent({ studentNumber: "1", firstName: "Robin", lastName: "Quill" });
    await appliedImport(
      world,
      children({ externalId: "x1", studentNumber: "1", givenName: "Robin", familyName: "Quill" }),
    );
    const again = await appliedImport(
      world,
      children({ externalId: "x1", studentNumber: "77", givenName: "Robin", familyName: "Quill" }),
    );
    expect(again.counts).toEqual({ "student.change": 1 });
    const [student] = await studentsOf(world);
    expect(student).toMatchObject({ id: child.studentId, studentNumber: "77" });
  });

  test("but whose number belongs to somebody else is not merged with them", async () => {
    await world.aStudent({ studentNumber: "1", firstName: "Ana", lastName: "Reed", birthOn: "2014-01-01" });
    expect(await outcomesOf(children("1 Robin Quill"))).toEqual(["error number_of_other_child"]);
  });

  test("by name and birth date is a question, which a person answers", async () => {
    const { organizationId, administrator } = world;
    const child = await world.aStudent({ studentNumber: "old", firstName: "Robin", lastName: "Quill" });
    const { importId, counts } = await checkedImport(world, children("1 Robyn Quill"));
    expect(counts).toEqual({ "student.question": 1 });
    const [row] = await rowsOf(world, importId);
    expect(row?.candidate?.studentId).toBe(child.studentId);
    await administrator.mutation(api.roster.rows.answer, {
      organizationId,
      importRowId: row?.importRowId as never,
      answer: "same",
    });
    await administrator.mutation(api.roster.imports.apply, { organizationId, importId });
    expect((await settled(world, importId)).results).toEqual({ applied: 1 });
    expect((await studentsOf(world)).map(({ firstName, id }) => [firstName, id])).toEqual([
      ["Robyn", child.studentId],
    ]);
  });

  test("and about whom nobody has answered is left for the next import", async () => {
    await world.aStudent({ studentNumber: "old", firstName: "Robin", lastName: "Quill" });
    const { results } = await appliedImport(world, children("1 Robin Quill"));
    expect(results).toEqual({ passed: 1 });
    expect(await studentsOf(world)).toHaveLength(1);
  });

  test("with a twin in the same file is no question: the source knows them apart", async () => {
    const { results } = await appliedImport(world, children("1 Robin Quill", "2 Robyn Quill"));
    expect(results).toEqual({ applied: 2 });
  });
});

describe("applying", () => {
  test("enrols, with history and one audit entry for the batch", async () => {
    const { organizationId, administrator } = world;
    await appliedImport(world, children("1 Robin Quill", "2 Lee Ode"));
    expect((await studentsOf(world)).map(({ firstName }) => firstName).sort()).toEqual(["Lee", "Robin"]);
    const { page } = await administrator.query(api.audit.entries.list, {
      organizationId,
      paginationOpts: { numItems: 100, cursor: null },
    });
    expect(page.filter(({ command }) => command === "roster/applying:step")).toHaveLength(1);
  });

  test("leaves rows with errors out and takes the rest", async () => {
    const { results } = await appliedImport(
      world,
      children("1 Robin Quill", { externalId: "2", givenName: "Lee", familyName: "Ode", grade: "27" }),
    );
    expect(results).toEqual({ applied: 1, passed: 1 });
  });

  test("does nothing to a child who was changed after the dry run", async () => {
    const { organizationId, administrator } = world;
    await appliedImport(world, children("1 Robin Quill"));
    const [student] = await studentsOf(world);
    const { importId } = await checkedImport(world, children("1 Robin Ode"));
    await administrator.mutation(api.students.record.edit, {
      studentId: student?.id as never,
      lastName: "Marsh",
    });
    await administrator.mutation(api.roster.imports.apply, { organizationId, importId });
    expect((await settled(world, importId)).results).toEqual({ refused: 1 });
    expect((await studentsOf(world))[0]?.lastName).toBe("Marsh");
    const [row] = await rowsOf(world, importId);
    expect(row?.problems.map(({ code }) => code)).toEqual(["changed_since_check"]);
  });

  test("gives a child the case manager named by address, and waits for one who has not joined", async () => {
    const manager = await world.aMember("caseManager");
    const staff = rowsFrom(
      "staff",
      `external_id,given_name,family_name,email,role\ns1,New,Comer,new@x.example,case manager`,
    );
    await appliedImport(world, [
      ...staff,
      ...children(
        { externalId: "1", givenName: "R", familyName: "Q", caseManagerEmail: manager.email },
        { externalId: "2", givenName: "L", familyName: "O", caseManagerEmail: "new@x.example" },
      ),
    ]);
    const emails = (await studentsOf(world)).map(({ caseManagerEmail }) => caseManagerEmail).sort();
    expect(emails).toEqual(["", manager.email].sort());
  });

  test("adds schools, classes and who is in them, in one go", async () => {
    const { organizationId, administrator } = world;
    const rows = [
      { kind: "school", externalId: "s1", cells: { name: "Birch Elementary", type: "school" } },
      { kind: "group", externalId: "c1", cells: { title: "Maths 4B", school: "s1" } },
      {
        kind: "student",
        externalId: "u1",
        cells: { givenName: "Robin", familyName: "Quill", school: "s1", grade: "04", birthOn: "2016-03-09" },
      },
      { kind: "member", externalId: "e1", cells: { group: "c1", user: "u1", role: "student" } },
      { kind: "member", externalId: "e2", cells: { group: "c1", user: "u9", role: "student" } },
    ].map((row, i) => ({ ...row, file: "any.csv", line: i + 2, problems: [] })) as never;
    const { counts, results } = await appliedImport(world, rows);
    expect(counts).toEqual({
      "school.create": 1,
      "group.create": 1,
      "student.create": 1,
      "member.create": 1,
      "member.error": 1,
    });
    expect(results).toEqual({ applied: 4, passed: 1 });
    const { schools } = await administrator.query(api.organizations.organizations.get, { organizationId });
    expect(schools.map(({ name }) => name).sort()).toEqual(["Birch Elementary", "Test School"]);
  });
});

describe("staff and guardians", () => {
  const invitations = async () =>
    (
      await world.administrator.query(api.organizations.invitations.list, {
        organizationId: world.organizationId,
      })
    ).filter(({ status }) => status === "open");

  test("are invited, never let in", async () => {
    const rows = [
      ...rowsFrom(
        "staff",
        "external_id,given_name,family_name,email,role\nt1,Tess,Tolliver,tess@maple.example,teacher",
      ),
      ...children("1 Robin Quill"),
      ...rowsFrom(
        "guardians",
        "student_external_id,given_name,family_name,relationship,email\n1,Gale,Quill,mother,gale@home.example",
      ),
    ];
    await appliedImport(world, rows);
    expect((await invitations()).map(({ email, role }) => [email, role]).sort()).toEqual([
      ["gale@home.example", "guardian"],
      ["tess@maple.example", "teacher"],
    ]);
    const { page } = await world.administrator.query(api.people.people.list, {
      organizationId: world.organizationId,
      paginationOpts: { numItems: 100, cursor: null },
    });
    expect(page.map(({ email }) => email)).toEqual([world.administrator.email]);
  });

  test("who speak another language are invited in it, and it is theirs on record", async () => {
    const text = [
      "student_external_id,given_name,family_name,relationship,email,language",
      "1,Alma,Quill,mother,alma@home.example,Spanish",
      "1,Vinh,Quill,father,vinh@home.example,vie",
      "1,Gale,Quill,grandparent,gale@home.example,Old Elvish",
    ].join("\n");
    const rows = [...children("1 Robin Quill"), ...rowsFrom("guardians", text)];
    const { importId } = await appliedImport(world, rows);
    const notices = (await rowsOf(world, importId)).flatMap(({ problems }) => problems);
    expect(notices).toMatchObject([{ code: "unknown_language", given: "Old Elvish" }]);
    const { organizationId, administrator } = world;
    const mails = await administrator.query(api.notifications.outbox.list, { organizationId });
    const localeOf = (email: string) => mails.find(({ to }) => to === email)?.locale;
    expect(["alma", "vinh", "gale"].map((name) => localeOf(`${name}@home.example`))).toEqual([
      "es",
      "en",
      "en",
    ]);
    for (const name of ["Alma", "Vinh"]) {
      const email = `${name.toLowerCase()}@home.example`;
      const guardian = await world.backend.signUp({ name: `${name} Quill`, email });
      const token = await tokenSentTo(administrator, organizationId, email);
      await guardian.mutation(api.organizations.invitations.accept, { token });
    }
    const [child] = await studentsOf(world);
    if (!child) throw new Error("The child is not there.");
    const { id: studentId } = child;
    await administrator.mutation(api.students.record.open, { studentId });
    const { guardians } = await administrator.query(api.guardians.around.list, { studentId });
    expect(guardians.map(({ person, language }) => [person.name, language]).sort()).toEqual([
      ["Alma Quill", "es"],
      ["Vinh Quill", "vi"],
    ]);
  });

  test("who were invited already are not invited again", async () => {
    const rows = () =>
      rowsFrom(
        "staff",
        "external_id,given_name,family_name,email,role\nt1,Tess,Tolliver,tess@maple.example,teacher",
      );
    await appliedImport(world, rows());
    expect((await appliedImport(world, rows())).counts).toEqual({ "staff.same": 1 });
    expect(await invitations()).toHaveLength(1);
  });

  test("keep the roles that they have", async () => {
    const teacher = await world.aMember("teacher");
    const { importId } = await checkedImport(
      world,
      rowsFrom(
        "staff",
        `external_id,given_name,family_name,email,role\nt1,Tess,T,${teacher.email},specialist`,
      ),
    );
    expect(
      (await rowsOf(world, importId)).map(({ outcome, problems }) => [outcome, problems[0]?.code]),
    ).toEqual([["same", "role_differs"]]);
  });

  test("of the whole district are invited by hand only", async () => {
    const text =
      "external_id,given_name,family_name,email,role\nt1,D,A,da@maple.example,district administrator\nt2,S,A,sa@maple.example,administrator";
    expect(await outcomesOf(rowsFrom("staff", text))).toEqual(["skip invite_by_hand", "skip invite_by_hand"]);
  });

  test("without an address, or who may not see the record, are not invited", async () => {
    const rows = [
      ...children("1 Robin Quill"),
      ...rowsFrom(
        "guardians",
        "student_external_id,given_name,family_name,email,may_view\n1,Gale,Quill,,\n1,Sol,Quill,sol@home.example,no\n9,No,Child,nc@home.example,",
      ),
    ];
    expect(await outcomesOf(rows)).toEqual([
      "create",
      "skip no_email",
      "skip may_not_see",
      "error unknown_student",
    ]);
  });
});

describe("students who are missing from a whole file", () => {
  const ten = () => children(...Array.from({ length: 10 }, (_, i) => `${i} Child${i} Example${i}`));

  test("become inactive, and active again when they are back", async () => {
    await appliedImport(world, ten(), { mode: "bulk" });
    const second = await appliedImport(world, ten().slice(1), { mode: "bulk" });
    expect(second.counts).toEqual({ "student.same": 9, "student.leave": 1 });
    expect(second.students).toEqual({ active: 10, leaving: 1 });
    expect(await studentsOf(world)).toHaveLength(9);
    const third = await appliedImport(world, ten(), { mode: "bulk" });
    expect(third.counts).toEqual({ "student.same": 9, "student.change": 1 });
    expect(await studentsOf(world)).toHaveLength(10);
  });

  test("stay as they are when the file names only what has changed", async () => {
    await appliedImport(world, ten(), { mode: "bulk" });
    expect((await appliedImport(world, ten().slice(5))).counts).toEqual({ "student.same": 5 });
    expect(await studentsOf(world)).toHaveLength(10);
  });

  test("and whom another source has brought stay", async () => {
    await appliedImport(world, ten(), { mode: "bulk" });
    await world.aStudent({ studentNumber: "by hand", firstName: "Hana", lastName: "Byhand" });
    const other = await checkedImport(world, children("a Ola Oak"), { mode: "bulk", source: "oak" });
    expect(other.counts).toEqual({ "student.create": 1 });
  });

  test("are not let go when they are more than a fifth, unless their number is said", async () => {
    const { organizationId, administrator } = world;
    await appliedImport(world, ten(), { mode: "bulk" });
    const { importId, needsConfirmation, students } = await checkedImport(world, ten().slice(3), {
      mode: "bulk",
    });
    expect({ needsConfirmation, students }).toEqual({
      needsConfirmation: true,
      students: { active: 10, leaving: 3 },
    });
    const apply = (leaving?: number) =>
      administrator.mutation(api.roster.imports.apply, {
        organizationId,
        importId,
        ...(leaving !== undefined && { leaving }),
      });
    await expectRefusal(apply(), "import_leaving_unconfirmed", "leaving");
    await expectRefusal(apply(2), "import_leaving_unconfirmed", "leaving");
    await apply(3);
    expect((await settled(world, importId)).results).toEqual({ applied: 3, passed: 7 });
    expect(await studentsOf(world)).toHaveLength(7);
  });

  test("exactly a fifth of them may go without a word", async () => {
    await appliedImport(world, ten(), { mode: "bulk" });
    expect((await checkedImport(world, ten().slice(2), { mode: "bulk" })).needsConfirmation).toBe(false);
  });

  test("are named by a delta that deletes them", async () => {
    await appliedImport(world, ten(), { mode: "bulk" });
    const [gone] = ten();
    const { counts } = await appliedImport(world, gone ? [{ ...gone, cells: { status: "gone" } }] : []);
    expect(counts).toEqual({ "student.leave": 1 });
    expect(await studentsOf(world)).toHaveLength(9);
  });
});
