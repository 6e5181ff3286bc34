import { type Checking, cellProblems } from "#convex/roster/rules/cells.ts";
import type { StagedRow } from "#convex/roster/rules/files.ts";
import type { RowKind } from "#convex/roster/rules/kinds.ts";
import { oneRosterRows } from "#convex/roster/rules/oneRosterRows.ts";
import { templateRows } from "#convex/roster/rules/templateRows.ts";
import { columnsOf, type TemplateName, templates } from "#convex/roster/rules/templates.ts";
import type { DayOrder } from "#convex/roster/rules/words.ts";
import type { Parsed } from "./parse.ts";
import { oneRosterSet } from "./recognize.ts";

/** What a person has confirmed about the files, and what the organization says. */
export type Confirmed = {
  format: "oneRoster" | "templates";
  files: { name: string; template: TemplateName | null; columns: Record<string, string> }[];
  checking: Checking;
  order: DayOrder;
  readsDescent: boolean;
};

/** All rows in order, each with the problems that can be seen in the files alone. */
export function prepare(files: readonly Parsed[], confirmed: Confirmed): StagedRow[] {
  const rows =
    confirmed.format === "oneRoster"
      ? oneRosterRows(oneRosterSet(files), confirmed)
      : templateRows(
          confirmed.files.flatMap(({ name, template, columns }) => {
            const file = files.find((one) => one.name === name);
            return file && template ? [{ ...file, template, columns }] : [];
          }),
          confirmed.order,
        );
  return rows.map((row) => ({
    ...row,
    problems: [...row.problems, ...cellProblems(row, confirmed.checking)],
  }));
}

/** What OneRoster calls our fields, for messages. */
const ONE_ROSTER: Record<RowKind, Record<string, string>> = {
  school: { externalId: "sourcedId", parent: "parentSourcedId" },
  group: { externalId: "sourcedId", school: "schoolSourcedId", course: "courseSourcedId" },
  staff: { externalId: "sourcedId", school: "orgSourcedIds" },
  student: {
    externalId: "sourcedId",
    studentNumber: "identifier",
    preferredName: "preferredGivenName",
    birthOn: "demographics.csv: birthDate",
    grade: "grades",
    school: "orgSourcedIds",
  },
  guardian: { externalId: "sourcedId", student: "agentSourcedIds", relationship: "role" },
  member: {
    externalId: "sourcedId",
    group: "classSourcedId",
    user: "userSourcedId",
    beginsOn: "beginDate",
    endsOn: "endDate",
  },
};

/** What the files call each field, by "kind.field". */
export function columnNames({ format, files }: Pick<Confirmed, "format" | "files">): Record<string, string> {
  if (format === "oneRoster") {
    return Object.fromEntries(
      Object.entries(ONE_ROSTER).flatMap(([kind, names]) =>
        Object.entries(names).map(([field, column]) => [`${kind}.${field}`, column]),
      ),
    );
  }
  return Object.fromEntries(
    files.flatMap(({ template, columns }) =>
      template === null
        ? []
        : columnsOf(template).map(({ field, header }) => [
            `${templates[template].kind}.${field}`,
            columns[field] ?? header,
          ]),
    ),
  );
}
