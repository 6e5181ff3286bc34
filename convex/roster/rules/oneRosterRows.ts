import { restored } from "../../exports/rules/csv";
import { type Entry, entriesOf, filled, listed, type ReadFile, type StagedRow } from "./files";
import type { RowKind, RowProblem } from "./kinds";
import { birthplaceColumns, type OneRosterFile, raceColumns } from "./oneRosterColumns";
import { readDay, readRelationship, readRole } from "./words";

/** The files of one OneRoster export, by their standard name. */
export type OneRosterFiles = Partial<Record<OneRosterFile | "roles", ReadFile>>;

type Options = {
  /** Whether the organization keeps race, ethnicity and birthplace; without it those columns are never read. */
  readsDescent: boolean;
};

/** What a manifest says about its export. */
export type Manifest = { version: "1.1" | "1.2"; mode: "bulk" | "delta"; systemName: string };

/**
 * Reads manifest.csv. A single file without a manifest is 1.1, and names only what it names. A set is bulk when its
 * users are.
 */
export function readManifest(files: OneRosterFiles): Manifest {
  const properties = new Map<string, string>();
  for (const entry of files.manifest ? entriesOf(files.manifest, restored) : []) {
    properties.set(entry.get("propertyName"), entry.get("value"));
  }
  const isLater = properties.get("oneroster.version")?.startsWith("1.2") ?? files.roles !== undefined;
  return {
    version: isLater ? "1.2" : "1.1",
    mode: properties.get("file.users")?.toLowerCase() === "bulk" ? "bulk" : "delta",
    systemName: properties.get("source.systemCode") || properties.get("source.systemName") || "",
  };
}

/** The rows of a OneRoster export. Passwords, user names and `metadata.*` are never looked at. */
export function oneRosterRows(files: OneRosterFiles, options: Options): StagedRow[] {
  const users = readUsers(files);
  const orgs = rowsOf(files.orgs, "school", (entry) => ({
    name: entry.get("name"),
    type: entry.get("type").toLowerCase(),
    parent: entry.get("parentSourcedId"),
  }));
  const courses = new Map(
    entries(files.courses).map((entry) => [entry.get("sourcedId"), entry.get("title")]),
  );
  const classes = rowsOf(files.classes, "group", (entry) => ({
    title: entry.get("title"),
    school: entry.get("schoolSourcedId"),
    course: courses.get(entry.get("courseSourcedId")),
    isHomeroom: entry.get("classType").toLowerCase() === "homeroom" ? "yes" : undefined,
  }));
  const demographics = new Map(entries(files.demographics).map((entry) => [entry.get("sourcedId"), entry]));
  const schools = new Set(
    orgs.filter(({ cells }) => cells.type === "school").map(({ externalId }) => externalId),
  );
  const people = users.map((user) => personRow(user, demographics.get(user.id), schools, options));
  const staff = people.filter(({ kind }) => kind === "staff");
  const students = people.filter(({ kind }) => kind === "student");
  const members = rowsOf(files.enrollments, "member", (entry) => ({
    group: entry.get("classSourcedId"),
    user: entry.get("userSourcedId"),
    role: entry.get("role").toLowerCase(),
    beginsOn: readDay(entry.get("beginDate"), "monthFirst"),
    endsOn: readDay(entry.get("endDate"), "monthFirst"),
  }));
  return [...orgs, ...classes, ...staff, ...students, ...guardianRows(users), ...members];
}

const entries = (file: ReadFile | undefined): Entry[] => (file ? entriesOf(file, restored) : []);

/** "tobedeleted" is how a delta says that a row is gone. */
const status = (entry: Entry) => (entry.get("status").toLowerCase() === "tobedeleted" ? "gone" : undefined);

function rowsOf(
  file: ReadFile | undefined,
  kind: RowKind,
  read: (entry: Entry) => Record<string, string | undefined>,
): StagedRow[] {
  return entries(file).map((entry) => staged(file, kind, entry, read(entry)));
}

function staged(
  file: ReadFile | undefined,
  kind: RowKind,
  entry: Entry,
  cells: Record<string, string | undefined>,
): StagedRow {
  const problems: RowProblem[] = entry.isTooWide ? [{ code: "too_many_cells" }] : [];
  return {
    kind,
    externalId: entry.get("sourcedId"),
    file: file?.name ?? "",
    line: entry.line,
    cells: filled({ ...cells, status: status(entry) }),
    problems,
  };
}

type User = { id: string; file: ReadFile; entry: Entry; role: string; orgs: string[]; agents: string[] };

/** A user with their role: of users.csv in 1.1, of roles.csv, the primary one first, in 1.2. */
function readUsers({ users, roles }: OneRosterFiles): User[] {
  if (!users) return [];
  const byUser = new Map<string, Entry[]>();
  for (const entry of entries(roles)) {
    const id = entry.get("userSourcedId");
    const held = byUser.get(id) ?? [];
    if (status(entry) === undefined) byUser.set(id, [...held, entry]);
  }
  return entries(users).map((entry) => {
    const id = entry.get("sourcedId");
    const held = (byUser.get(id) ?? []).toSorted(
      (a, b) => Number(b.get("roleType") === "primary") - Number(a.get("roleType") === "primary"),
    );
    const primary = entry.get("primaryOrgSourcedId");
    const ofRoles = held.map((role) => role.get("orgSourcedId"));
    return {
      id,
      file: users,
      entry,
      role: entry.get("role") || held[0]?.get("role") || "",
      orgs: [primary, ...listed(entry.get("orgSourcedIds")), ...ofRoles].filter((org) => org !== ""),
      agents: listed(entry.get("agentSourcedIds")),
    };
  });
}

/** A student or a member of staff; families are rows of their own, one for each child. */
function personRow(
  { entry, file, role, orgs }: User,
  demographics: Entry | undefined,
  schools: ReadonlySet<string>,
  { readsDescent }: Options,
): StagedRow & { kind: RowKind } {
  const names = {
    givenName: entry.get("givenName"),
    familyName: entry.get("familyName"),
  };
  const school = orgs.find((org) => schools.has(org)) ?? orgs[0];
  const read = readRole(role);
  if (read === "family") return staged(file, "guardian", entry, names);
  if (read !== "pupil") {
    return staged(file, "staff", entry, { ...names, email: entry.get("email"), role, school });
  }
  const descent = readsDescent && demographics ? descentOf(demographics) : undefined;
  return staged(file, "student", entry, {
    ...names,
    preferredName: entry.get("preferredGivenName"),
    studentNumber: entry.get("identifier"),
    grade: listed(entry.get("grades"))[0],
    school,
    birthOn: demographics && readDay(demographics.get("birthDate"), "monthFirst"),
    descent,
  });
}

/** The columns about race, ethnicity and birthplace that say something, in one text. */
function descentOf(entry: Entry): string {
  const said = [...raceColumns, ...birthplaceColumns].flatMap((column) => {
    const value = entry.get(column);
    return value === "" || value.toLowerCase() === "false" ? [] : `${column}=${value}`;
  });
  return said.join("; ");
}

/** One row for each guardian and each child of theirs, from both sides of `agentSourcedIds`. */
function guardianRows(users: readonly User[]): StagedRow[] {
  const byId = new Map(users.map((user) => [user.id, user]));
  const kindOf = (user: User | undefined) => (user ? readRole(user.role) : null);
  const pairs = new Map<string, { guardian: User; student: string }>();
  for (const user of users) {
    for (const agent of user.agents) {
      const other = byId.get(agent);
      if (kindOf(user) === "pupil" && other && kindOf(other) === "family") {
        pairs.set(`${user.id}/${agent}`, { guardian: other, student: user.id });
      }
      if (kindOf(user) === "family" && (!other || kindOf(other) === "pupil")) {
        pairs.set(`${agent}/${user.id}`, { guardian: user, student: agent });
      }
    }
  }
  const named = new Set([...pairs.values()].map(({ guardian }) => guardian.id));
  for (const user of users) {
    if (kindOf(user) === "family" && !named.has(user.id))
      pairs.set(`/${user.id}`, { guardian: user, student: "" });
  }
  return [...pairs].map(([externalId, { guardian, student }]) => {
    const { entry, file, role } = guardian;
    const row = staged(file, "guardian", entry, {
      student,
      givenName: entry.get("givenName"),
      familyName: entry.get("familyName"),
      email: entry.get("email"),
      phone: entry.get("phone") || entry.get("sms"),
      relationship: readRelationship(role),
    });
    return { ...row, externalId };
  });
}
