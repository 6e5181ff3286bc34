import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { StagedRow } from "#convex/roster/rules/files.ts";
import type { MappedFile } from "#convex/roster/rules/templateRows.ts";
import { templateRows } from "#convex/roster/rules/templateRows.ts";
import { guessColumns, type TemplateName } from "#convex/roster/rules/templates.ts";
import type { Caller } from "#tests/support/backend.ts";
import type { World } from "#tests/support/world.ts";
import { fileOf } from "./files.ts";

/** One of our own files with its columns guessed, as the page offers them. */
export function mapped(template: TemplateName, text: string): MappedFile {
  const file = fileOf(`${template}.csv`, text);
  return { ...file, template, columns: guessColumns(template, file.headers) };
}

/** Rows of children from a few words each: "id First Last", at the world's school unless a cell says otherwise. */
export function children(...said: (string | Record<string, string>)[]): StagedRow[] {
  return said.map((words, i) => {
    const [id = "", givenName = "", familyName = ""] = typeof words === "string" ? words.split(" ") : [];
    const given = typeof words === "string" ? { externalId: id, givenName, familyName } : words;
    const { externalId = String(i), ...cells } = given;
    return {
      kind: "student",
      externalId,
      file: "students.csv",
      line: i + 2,
      cells: { school: "Test School", grade: "4", birthOn: "2016-03-09", ...cells },
      problems: [],
    };
  });
}

export const rowsFrom = (template: TemplateName, text: string) =>
  templateRows([mapped(template, text)], "monthFirst");

type Options = { source?: string; mode?: "bulk" | "delta"; by?: Caller };

/** An import of these rows, up to the end of the dry run. */
export async function checkedImport(world: World, rows: StagedRow[], options: Options = {}) {
  const importId = await stagedImport(world, rows, options);
  const { organizationId } = world;
  const by = options.by ?? world.administrator;
  await by.mutation(api.roster.imports.check, { organizationId, importId });
  const found = await settled(world, importId, by);
  return found;
}

/** An import whose rows have all arrived. */
export async function stagedImport(world: World, rows: StagedRow[], options: Options = {}) {
  const { organizationId } = world;
  const { source = "maple", mode = "delta", by = world.administrator } = options;
  const { importId } = await by.mutation(api.roster.imports.begin, {
    organizationId,
    source,
    format: "templates",
    mode,
    fileNames: ["students.csv"],
    fingerprint: `${rows.length}`,
    columns: {},
    expected: rows.length,
  });
  for (let from = 0; from < rows.length; from += 200) {
    const some = rows.slice(from, from + 200);
    await by.mutation(api.roster.staging.add, { organizationId, importId, from, rows: some });
  }
  return importId;
}

/** An import of these rows, applied. */
export async function appliedImport(
  world: World,
  rows: StagedRow[],
  options: Options & { leaving?: number; confirms?: boolean } = {},
) {
  const { importId, students } = await checkedImport(world, rows, options);
  const { organizationId, administrator } = world;
  const leaving = options.confirms ? students.leaving : options.leaving;
  await administrator.mutation(api.roster.imports.apply, {
    organizationId,
    importId,
    ...(leaving !== undefined && { leaving }),
  });
  return await settled(world, importId);
}

/** Takes an import back and waits for the end of it. */
export async function undone(world: World, importId: Id<"imports">) {
  const { organizationId, administrator } = world;
  await administrator.mutation(api.roster.imports.undo, { organizationId, importId });
  return await settled(world, importId);
}

const RESTING = new Set(["staging", "checked", "applied", "stopped", "undone", "discarded"]);

/** Waits until the import rests: batches run in the deployment by themselves. */
export async function settled(
  { organizationId, administrator }: World,
  importId: Id<"imports">,
  by: Caller = administrator,
) {
  for (let tries = 0; tries < 2000; tries++) {
    const found = await by.query(api.roster.imports.get, { organizationId, importId });
    if (RESTING.has(found.status)) return found;
    await new Promise((settle) => setTimeout(settle, 10));
  }
  throw new Error("The import does not come to rest.");
}

/** All rows of an import, in order. */
export async function rowsOf({ organizationId, administrator }: World, importId: Id<"imports">) {
  const { page } = await administrator.query(api.roster.rows.list, {
    organizationId,
    importId,
    paginationOpts: { numItems: 1000, cursor: null },
  });
  return page;
}

/** The students of the world as an administrator lists them, by name. */
export async function studentsOf({ organizationId, administrator }: World) {
  const exportId = await administrator.mutation(api.roster.exporting.begin, { organizationId });
  const students: Listed[] = [];
  let cursor: string | null = null;
  do {
    const part: { students: Listed[]; cursor: string | null } = await administrator.query(
      api.roster.exporting.read,
      { organizationId, exportId, part: "students", cursor },
    );
    students.push(...part.students);
    cursor = part.cursor;
  } while (cursor !== null);
  return students;
}

type Listed = {
  id: Id<"students">;
  studentNumber: string;
  firstName: string;
  lastName: string;
  preferredName: string;
  birthOn: string;
  grade: string;
  schoolId: Id<"organizations">;
  caseManagerEmail: string;
};
