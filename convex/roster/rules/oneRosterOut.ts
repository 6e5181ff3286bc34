import { csvOf } from "../../exports/rules/csv";
import { type OneRosterFile, oneRosterColumns } from "./oneRosterColumns";
import type { Roster } from "./roster";

/** One record of a file, by column; what is left out is an empty cell. */
type Cells = Record<string, string>;

/** What a role is in OneRoster 1.1, which knows no case managers. */
const ROLES: Record<string, string> = {
  administrator: "administrator",
  caseManager: "teacher",
  specialist: "teacher",
  teacher: "teacher",
  guardian: "guardian",
};

/**
 * The roster as the files of a OneRoster 1.1 bulk export, by file name. Status and dateLastModified are blank, as
 * bulk demands; passwords, race and birthplace are never written.
 */
export function oneRosterExport(roster: Roster): Record<string, string> {
  const files: Partial<Record<OneRosterFile, Cells[]>> = {
    academicSessions: roster.terms.map(({ id, name, startsOn, endsOn }) => ({
      sourcedId: id,
      title: name,
      type: "term",
      startDate: startsOn,
      endDate: endsOn,
      schoolYear: endsOn.slice(0, 4),
    })),
    orgs: roster.schools.map(({ id, name, kind, parentId }) => ({
      sourcedId: id,
      name,
      type: kind === "school" ? "school" : "district",
      parentSourcedId: parentId ?? "",
    })),
    courses: roster.groups.map(({ id, name, subject, schoolId }) => ({
      sourcedId: `${id}-course`,
      title: subject || name,
      orgSourcedId: schoolId,
    })),
    classes: roster.groups.map(({ id, name, kind, schoolId }) => ({
      sourcedId: id,
      title: name,
      courseSourcedId: `${id}-course`,
      classType: kind === "classroom" ? "homeroom" : "scheduled",
      schoolSourcedId: schoolId,
      termSourcedIds: roster.terms.map((term) => term.id).join(","),
    })),
    users: [...staffAndFamilies(roster), ...students(roster)],
    enrollments: roster.groups.flatMap(({ id, schoolId, members }) =>
      members.map((member) => ({
        sourcedId: member.id,
        classSourcedId: id,
        schoolSourcedId: schoolId,
        userSourcedId: member.userId,
        role: member.role,
        primary: member.role === "teacher" ? "true" : "false",
        beginDate: member.startsOn,
        endDate: member.endsOn,
      })),
    ),
    demographics: roster.students.map(({ id, birthOn }) => ({ sourcedId: id, birthDate: birthOn })),
  };
  const written = Object.entries(files).map(([name, records]) => {
    const columns: readonly string[] = oneRosterColumns[name as OneRosterFile];
    return [
      `${name}.csv`,
      csvOf(
        columns,
        records.map((record) => columns.map((column) => record[column])),
      ),
    ] as const;
  });
  return { "manifest.csv": manifestOf(Object.keys(files)), ...Object.fromEntries(written) };
}

const ABSENT = ["categories", "classResources", "courseResources", "lineItems", "resources", "results"];

function manifestOf(bulk: readonly string[]): string {
  return csvOf(oneRosterColumns.manifest, [
    ["manifest.version", "1.0"],
    ["oneroster.version", "1.1"],
    ...[...bulk, ...ABSENT]
      .toSorted((a, b) => a.localeCompare(b))
      .map((name) => [`file.${name}`, bulk.includes(name) ? "bulk" : "absent"]),
    ["source.systemName", "OpenIEP"],
    ["source.systemCode", "openiep"],
  ]);
}

function students({ students: all }: Roster): Cells[] {
  return all.map((student) => ({
    sourcedId: student.id,
    enabledUser: "true",
    orgSourcedIds: student.schoolId,
    role: "student",
    username: student.studentNumber,
    givenName: student.firstName,
    familyName: student.lastName,
    identifier: student.studentNumber,
    agentSourcedIds: student.guardians.map(({ personId }) => personId).join(","),
    grades: student.grade,
  }));
}

/** A person with several roles is one user, with the first of them. */
function staffAndFamilies({ people }: Roster): Cells[] {
  const byId = new Map(people.toReversed().map((person) => [person.id, person]));
  return [...byId.values()].map(({ id, name, email, role, schoolId }) => {
    const { givenName, familyName } = partsOf(name);
    return {
      sourcedId: id,
      enabledUser: "true",
      orgSourcedIds: schoolId,
      role: ROLES[role] ?? role,
      username: email,
      givenName,
      familyName,
      email,
    };
  });
}

/** People write their name as one text here; the last word is taken for the family name. */
export function partsOf(name: string): { givenName: string; familyName: string } {
  const words = name.trim().split(/\s+/);
  const familyName = words.pop() ?? "";
  return { givenName: words.join(" ") || familyName, familyName };
}
