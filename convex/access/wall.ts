import type { GenericDatabaseReader, GenericDatabaseWriter } from "convex/server";
import type { DataModel } from "../_generated/dataModel";

/** Which rows lie inside: those of one organization, and of one student when a compartment is open. */
export type Wall = { organizationId: string; studentId?: string };

type Row = Record<string, unknown>;
type Reader = GenericDatabaseReader<DataModel>;
type Writer = GenericDatabaseWriter<DataModel>;

/** The two fields that say where a row lies; a row never moves. */
const KEYS = ["organizationId", "studentId"] as const;

/** A person is one row for every organization they belong to: reached by id from rows inside the wall. */
const OUTSIDE_ORGANIZATIONS = "people";

/** Deny by default: a row that does not say which organization it lies in is outside. */
function isInside(wall: Wall, table: string, row: Row): boolean {
  if (table === OUTSIDE_ORGANIZATIONS) return true;
  if (table === "organizations") {
    return row._id === wall.organizationId || row.parentId === wall.organizationId;
  }
  if (row.organizationId !== wall.organizationId) return false;
  if (wall.studentId === undefined) return true;
  if (table === "students") return row._id === wall.studentId;
  return row.studentId === undefined || row.studentId === wall.studentId;
}

/** A foreign row in a query is a mistake in the query's range: it fails loudly instead of thinning the page. */
function checked<T>(wall: Wall, table: string, row: T): T {
  if (row !== null && !isInside(wall, table, row as Row)) {
    throw new Error(`A query on ${table} reached outside its compartment.`);
  }
  return row;
}

/** Wraps a query so that every row it yields is checked; ranges and order pass through untouched. */
function walledQuery(wall: Wall, table: string, query: object): object {
  return new Proxy(query, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name, target);
      if (name === Symbol.asyncIterator) {
        return async function* () {
          for await (const row of target as AsyncIterable<unknown>) yield checked(wall, table, row);
        };
      }
      if (typeof method !== "function") return method;
      return (...args: unknown[]) => {
        const result: unknown = method.apply(target, args);
        return result instanceof Promise
          ? result.then((value: unknown) => checkedResult(wall, table, value))
          : walledQuery(wall, table, result as object);
      };
    },
  });
}

function checkedResult(wall: Wall, table: string, value: unknown): unknown {
  if (Array.isArray(value)) for (const row of value) checked(wall, table, row);
  else if (value !== null && typeof value === "object" && "page" in value) {
    for (const row of (value as { page: unknown[] }).page) checked(wall, table, row);
  } else if (typeof value === "object") checked(wall, table, value);
  return value;
}

/** A reader that finds only what lies inside the wall: `get` answers null for the rest. */
export function walledReader(db: Reader, wall: Wall): Reader {
  const get = async (table: never, id: never) => {
    if (id === undefined) throw new Error("Name the table: db.get(table, id).");
    const row: Row | null = await db.get(table, id);
    return row !== null && isInside(wall, table, row) ? row : null;
  };
  const query = (table: never) => walledQuery(wall, table, db.query(table));
  return { get, query, normalizeId: db.normalizeId.bind(db), system: db.system } as unknown as Reader;
}

/** A writer that refuses rows outside the wall, and refuses to move a row from one compartment to another. */
export function walledWriter(db: Writer, wall: Wall): Writer {
  const reader = walledReader(db, wall);
  const require = async (table: never, id: never): Promise<Row> => {
    const row: Row | null = await reader.get(table, id);
    if (row === null) throw new Error(`No such row of ${table} in this compartment.`);
    return row;
  };
  const refuseMove = (table: string, before: Row, after: Row, whole: boolean) => {
    for (const key of KEYS) {
      if ((whole || key in after) && after[key] !== before[key]) {
        throw new Error(`${key} of a row of ${table} never changes.`);
      }
    }
  };
  return {
    ...reader,
    get: reader.get,
    query: reader.query,
    insert: async (table: never, row: Row) => {
      const isNewStudent = table === "students" && wall.studentId === undefined;
      if (table === OUTSIDE_ORGANIZATIONS || !(isNewStudent || isInside(wall, table, row))) {
        throw new Error(`A row of ${table} would lie outside its compartment.`);
      }
      return await db.insert(table, row as never);
    },
    patch: async (table: never, id: never, change: Row) => {
      refuseMove(table, await require(table, id), change, false);
      await db.patch(table, id, change as never);
    },
    replace: async (table: never, id: never, row: Row) => {
      refuseMove(table, await require(table, id), row, true);
      await db.replace(table, id, row as never);
    },
    delete: async (table: never, id: never) => {
      await require(table, id);
      await db.delete(table, id);
    },
  } as unknown as Writer;
}
