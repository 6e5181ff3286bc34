import type { TableNamesInDataModel } from "convex/server";
import type { GenericValidator } from "convex/values";
import type { DataModel, Id } from "../_generated/dataModel";
import type { QueryCtx } from "../functions";
import schema from "../schema";

/**
 * Every table that holds something about a child, read off the schema itself, so that nobody has to remember to
 * list a new one: a copy of the record and its destruction go through all of them. Tests hold the schema to it.
 */

export type Table = TableNamesInDataModel<DataModel>;

export type ChildTable = {
  table: Table;
  /** The index that finds the rows, and the field that it begins with. */
  index: string;
  field: string;
  /** The table whose rows the field names, where it is not the child: plans have sections, goals measurements. */
  through: Table | null;
};

/** Tables that name a child and are left as they are when the record is destroyed. */
export const keptTables: Partial<Record<Table, string>> = {
  auditEntries: "Who did and opened what, in a chain that breaks when an entry goes; it holds no contents.",
  people: "The student's own account, which is emptied and not removed: the chain names it.",
  students: "The child; goes first, before all of these.",
};

type Definition = {
  validator: GenericValidator;
  " indexes"(): { indexDescriptor: string; fields: string[] }[];
};
type Shape = {
  kind: string;
  tableName?: string;
  fields?: Record<string, Shape>;
  element?: Shape;
  members?: Shape[];
};

const definitions = Object.entries(schema.tables) as unknown as [Table, Definition][];
const shapeOf = ({ validator }: Definition) => validator as unknown as Shape;

/** The table that an id field names, or null. */
function namedTable(shape: Shape | undefined): string | null {
  if (shape?.kind === "union") {
    return (shape.members ?? []).map(namedTable).find((name) => name !== null) ?? null;
  }
  return shape?.kind === "id" ? (shape.tableName ?? null) : null;
}

const isAboutChild = (table: Table, definition: Definition) =>
  !(table in keptTables) && "studentId" in (shapeOf(definition).fields ?? {});

function wayTo(table: Table, definition: Definition): ChildTable | null {
  const indexes = definition[" indexes"]().map(({ indexDescriptor, fields: [field = ""] }) => ({
    index: indexDescriptor,
    field,
  }));
  const direct = indexes.find(({ field }) => field === "studentId");
  if (direct) return { table, ...direct, through: null };
  for (const { index, field } of indexes) {
    const parent = namedTable(shapeOf(definition).fields?.[field]) as Table | null;
    const known = definitions.find(([name]) => name === parent && name !== table);
    if (parent && known && isAboutChild(...known)) return { table, index, field, through: parent };
  }
  return null;
}

/** The tables about a child that no index leads to: there must be none. */
export const unreachable: Table[] = definitions
  .filter(([table, definition]) => isAboutChild(table, definition) && wayTo(table, definition) === null)
  .map(([table]) => table);

/** What hangs on a row comes before the row itself, so that the way to it is there until it is gone. */
export const childTables: ChildTable[] = definitions
  .filter(([table, definition]) => isAboutChild(table, definition))
  .flatMap(([table, definition]) => wayTo(table, definition) ?? [])
  .sort((a, b) => depthOf(b) - depthOf(a) || (a.table < b.table ? -1 : 1));

function depthOf({ through }: ChildTable): number {
  const definition = definitions.find(([name]) => name === through);
  const parent = definition && wayTo(...definition);
  return parent ? 1 + depthOf(parent) : 0;
}

/** The fields of a child's tables that name a student by another word than `studentId`. */
export const otherMentions: string[] = definitions.flatMap(([table, definition]) =>
  Object.entries(shapeOf(definition).fields ?? {})
    .filter(([field, shape]) => field !== "studentId" && mentions(shape, "students"))
    .map(([field]) => `${table}.${field}`),
);

function mentions(shape: Shape, table: string): boolean {
  if (shape.kind === "id") return shape.tableName === table;
  const within = [...Object.values(shape.fields ?? {}), ...(shape.members ?? [])];
  return [...within, ...(shape.element ? [shape.element] : [])].some((part) => mentions(part, table));
}

/** The files that a row names, wherever in it. */
export function filesOf(table: Table, row: Record<string, unknown>): Id<"_storage">[] {
  const definition = definitions.find(([name]) => name === table);
  return definition ? filesIn(shapeOf(definition[1]), row) : [];
}

function filesIn(shape: Shape, value: unknown): Id<"_storage">[] {
  if (value === undefined || value === null) return [];
  if (shape.kind === "id") return shape.tableName === "_storage" ? [value as Id<"_storage">] : [];
  if (shape.kind === "array" && shape.element) {
    const { element } = shape;
    return (value as unknown[]).flatMap((part) => filesIn(element, part));
  }
  if (shape.kind === "union") {
    return [...new Set((shape.members ?? []).flatMap((member) => filesIn(member, value)))];
  }
  if (typeof value !== "object") return [];
  return Object.entries(shape.fields ?? {}).flatMap(([name, part]) =>
    filesIn(part, (value as Record<string, unknown>)[name]),
  );
}

type Reads = Pick<QueryCtx, "db">;
export type Row = Record<string, unknown> & { _id: Id<Table>; _creationTime: number };

/** A query over one table's rows that belong to a key: the child, or a row that they hang on. */
export function rowsOf(ctx: Reads, { table, index, field }: ChildTable, key: string) {
  const query = ctx.db.query(table) as unknown as {
    withIndex(
      name: string,
      range: (q: { eq(field: string, value: string): unknown }) => unknown,
    ): {
      take(n: number): Promise<Row[]>;
      paginate(options: { numItems: number; cursor: string | null }): Promise<{
        page: Row[];
        isDone: boolean;
        continueCursor: string;
      }>;
    };
  };
  return query.withIndex(index, (q) => q.eq(field, key));
}

/** No child has more plans, goals or sections than this. */
const MOST_PARENTS = 2000;

/** What leads to a table's rows: the child, or the rows of the tables between, which the child's rows lead to. */
export async function keysOf(ctx: Reads, way: ChildTable, studentId: string): Promise<string[]> {
  if (way.through === null) return [studentId];
  const parent = childTables.find(({ table }) => table === way.through);
  if (!parent) throw new Error(`Nothing leads to ${way.table}.`);
  const keys: string[] = [];
  for (const key of await keysOf(ctx, parent, studentId)) {
    const rows = await rowsOf(ctx, parent, key).take(MOST_PARENTS);
    keys.push(...rows.map(({ _id }) => _id));
  }
  return keys;
}
