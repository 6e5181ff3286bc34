import { csvOf } from "../../exports/rules/csv";
import { partsOf } from "./oneRosterOut";
import type { Roster } from "./roster";
import { columnsOf, type TemplateName, templateNames } from "./templates";

/** The header line of one of our files, to be filled in. */
export function emptyTemplate(name: TemplateName): string {
  return csvOf(
    columnsOf(name).map(({ header }) => header),
    [],
  );
}

/** The roster as our own files, by file name; they can be imported again as they are. */
export function templatesExport(roster: Roster): Record<string, string> {
  const rows: Record<TemplateName, Record<string, string>[]> = {
    students: roster.students.map((student) => ({
      externalId: student.id,
      studentNumber: student.studentNumber,
      givenName: student.firstName,
      familyName: student.lastName,
      preferredName: student.preferredName,
      birthOn: student.birthOn,
      grade: student.grade,
      school: nameOf(roster, student.schoolId),
      caseManagerEmail: student.caseManagerEmail,
    })),
    staff: roster.people
      .filter(({ role }) => role !== "guardian" && role !== "student")
      .map((person) => ({
        externalId: person.id,
        ...partsOf(person.name),
        email: person.email,
        role: person.role,
        school: nameOf(roster, person.schoolId),
      })),
    guardians: roster.students.flatMap((student) =>
      student.guardians.flatMap(({ personId, relationship, language }) => {
        const person = roster.people.find(({ id }) => id === personId);
        if (!person) return [];
        const { name, email } = person;
        return [{ student: student.id, ...partsOf(name), relationship, email, language }];
      }),
    ),
  };
  return Object.fromEntries(
    templateNames.map((name) => {
      const columns = columnsOf(name);
      const cells = rows[name].map((row) => columns.map(({ field }) => row[field]));
      return [
        `${name}.csv`,
        csvOf(
          columns.map(({ header }) => header),
          cells,
        ),
      ];
    }),
  );
}

function nameOf({ schools }: Roster, schoolId: string): string {
  return schools.find(({ id }) => id === schoolId)?.name ?? "";
}
