import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { sampleChildren, sampleDistrict } from "#convex/sample/district.ts";
import { closuresAround, groups, roster, termsAround, yearBeganOn } from "#convex/sample/year.ts";
import { type District, personOf } from "./district.ts";

type Students = ReadonlyMap<string, Id<"students">>;

/** Enters the terms and the days without school, once. */
export async function writeCalendar({ administrator, organizationId, today, schools }: District) {
  const { terms } = await administrator.query(api.organizations.calendar.get, { organizationId });
  if (terms.length > 0) return;
  for (const term of termsAround(today)) {
    await administrator.mutation(api.organizations.calendar.addTerm, { organizationId, ...term });
  }
  for (const { school, ...days } of closuresAround(today)) {
    await administrator.mutation(api.organizations.calendar.addClosure, {
      organizationId,
      ...days,
      isOpen: false,
      ...(school && { schoolId: schools[school] }),
    });
  }
}

/** Makes the classes that are not there yet, with who teaches and who is in them. */
export async function formGroups(district: District): Promise<void> {
  const { administrator, organizationId, today, schools } = district;
  const { page } = await administrator.query(api.groups.groups.list, {
    organizationId,
    paginationOpts: { numItems: 50, cursor: null },
  });
  const students = await studentsByNumber(district);
  const startsOn = yearBeganOn(today);
  for (const { school, teacher, students: numbers, ...group } of groups) {
    if (page.some(({ name }) => name === group.name)) continue;
    const place = { organizationId, schoolId: schools[school] };
    const groupId = await administrator.mutation(api.groups.groups.add, { ...place, ...group });
    const member = { organizationId, groupId, startsOn };
    const { personId } = personOf(district, teacher);
    await administrator.mutation(api.groups.members.addTeacher, { ...member, personId });
    const studentIds = numbers.flatMap((number) => students.get(number) ?? []);
    await administrator.mutation(api.groups.members.addStudents, { ...member, studentIds });
  }
}

async function studentsByNumber({ administrator, organizationId }: District): Promise<Students> {
  const { page } = await administrator.query(api.students.students.listMine, {
    organizationId,
    paginationOpts: { numItems: 200, cursor: null },
  });
  return new Map(page.map(({ studentNumber, studentId }) => [studentNumber, studentId]));
}

/** Imports the roster of one school, as its office does at the start of a year: one import, with one row refused. */
export async function importRoster({ administrator, organizationId }: District): Promise<void> {
  const paginationOpts = { numItems: 1, cursor: null };
  const known = await administrator.query(api.roster.imports.list, { organizationId, paginationOpts });
  if (known.page.length > 0) return;
  const { source, fileName, students, mistake } = roster;
  const cells = sampleChildren
    .filter(({ number }) => (students as readonly string[]).includes(number))
    .map(({ number, firstName, lastName, gradeLevel }) => ({
      externalId: number,
      givenName: firstName,
      familyName: lastName,
      grade: gradeLevel,
    }));
  const rows = [...cells, mistake].map(({ externalId, ...values }, i) => ({
    kind: "student" as const,
    externalId,
    file: fileName,
    line: i + 2,
    cells: { studentNumber: externalId, school: sampleDistrict.schools.high, ...values },
    problems: [],
  }));
  const { importId } = await administrator.mutation(api.roster.imports.begin, {
    ...{ organizationId, source, format: "templates", mode: "delta", fileNames: [fileName] },
    ...{ fingerprint: "sample", columns: {}, expected: rows.length },
  });
  const place = { organizationId, importId };
  await administrator.mutation(api.roster.staging.add, { ...place, from: 0, rows });
  await administrator.mutation(api.roster.imports.check, place);
  await until("checked");
  await administrator.mutation(api.roster.imports.apply, place);
  await until("applied");

  async function until(wanted: string): Promise<void> {
    for (let tries = 0; tries < PATIENCE; tries++) {
      const { status } = await administrator.query(api.roster.imports.get, place);
      if (status === wanted) return;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    throw new Error(`The sample import is not ${wanted}.`);
  }
}

/** An import of a few rows takes a fraction of a second. */
const PAUSE_MS = 50;
const PATIENCE = 600;
