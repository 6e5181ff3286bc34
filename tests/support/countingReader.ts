import type { GenericDatabaseReader } from "convex/server";
import type { DataModel } from "#convex/_generated/dataModel.js";

type Reader = GenericDatabaseReader<DataModel>;

/** A reader that counts the rows it hands out, by table: what a deployment has to read, no more and no less. */
export function countingReader(db: Reader): { db: Reader; rows: Map<string, number> } {
  const rows = new Map<string, number>();
  const count = (table: string, more: number) => rows.set(table, (rows.get(table) ?? 0) + more);
  const counted = (table: string, result: unknown): unknown => {
    if (Array.isArray(result)) count(table, result.length);
    else if (isPage(result)) count(table, result.page.length);
    else if (result !== null) count(table, 1);
    return result;
  };
  const wrap = (table: string, query: object): object =>
    new Proxy(query, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name, target);
        if (name === Symbol.asyncIterator) {
          return async function* () {
            for await (const row of target as AsyncIterable<unknown>) {
              count(table, 1);
              yield row;
            }
          };
        }
        if (typeof method !== "function") return method;
        return (...args: unknown[]) => {
          const result: unknown = method.apply(target, args);
          return result instanceof Promise
            ? result.then((value: unknown) => counted(table, value))
            : wrap(table, result as object);
        };
      },
    });
  const get = async (table: string, id: string) => counted(table, await db.get(table as never, id as never));
  const query = (table: string) => wrap(table, db.query(table as never));
  return { db: { get, query, normalizeId: db.normalizeId.bind(db), system: db.system } as never, rows };
}

function isPage(result: unknown): result is { page: unknown[] } {
  return typeof result === "object" && result !== null && "page" in result;
}
