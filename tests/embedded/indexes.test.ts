import { compareValues, convexToJson, type JSONValue, jsonToConvex, type Value } from "convex/values";
import { describe, expect, it } from "vitest";
import type { Commit, Transaction } from "#embedded/database/database.ts";
import { createReadSetIndex } from "#embedded/database/readSetIndex.ts";
import { type Chance, seededChance } from "#tests/support/chance.ts";
import {
  collect,
  type Doc,
  define,
  everything,
  fieldsOf,
  insert,
  itemsSchema,
  type Range,
  reading,
  STORES,
  source,
  withDatabase,
} from "./databases.ts";

const INDEXES = ["by_a", "by_a_and_b", "by_b_and_deepC"];

describe.each(STORES)("indexes %s", (_, open) => {
  it("QUERY-01 answer as a sorted list of all documents would, under random writes and ranges", () =>
    withDatabase(open, async (database) => {
      const chance = seededChance("indexes");
      await define(database, itemsSchema(...INDEXES));
      let ids: string[] = [];
      for (let round = 0; round < 60; round++) {
        await database.mutate(async (tx) => {
          for (let i = 0; i < 8; i++) {
            ids = writeSomething(chance, tx, ids);
            if (chance.hits(0.1)) undoSomething(chance, tx, ids);
            compareOne(chance, tx);
          }
        });
        reading(database, (tx) => compareOne(chance, tx));
      }
      // The same again over a rebuilt index: filling it gives what writing it gave.
      await define(database, itemsSchema("by_b"));
      await define(database, itemsSchema(...INDEXES));
      reading(database, (tx) => {
        for (let i = 0; i < 50; i++) compareOne(chance, tx);
      });
    }));

  it("LIVE-01 wake exactly the queries whose answer a commit can change", () =>
    withDatabase(open, async (database) => {
      const chance = seededChance("phantoms");
      await define(database, itemsSchema(...INDEXES));
      const commits: Commit[] = [];
      database.onCommit((commit) => commits.push(commit));
      let ids = await insert(database, ...Array.from({ length: 20 }, () => randomDoc(chance)));
      let woken = 0;
      for (let round = 0; round < 150; round++) {
        const query = randomQuery(chance);
        const limit = chance.hits(0.5) ? [{ limit: 1 + chance.below(3) }] : [];
        const before = database.read();
        const answer = collect(before, source(query.index, query.range, query.order), ...limit);
        const readers = createReadSetIndex<string>();
        readers.add("query", before.readSet);
        before.close();
        commits.length = 0;
        await database.mutate(async (tx) => {
          ids = writeSomething(chance, tx, ids);
        });
        const isTouched = commits.some((commit) => readers.touchedBy(commit).size > 0);
        const after = reading(database, (tx) =>
          collect(tx, source(query.index, query.range, query.order), ...limit),
        );
        if (JSON.stringify(after) !== JSON.stringify(answer)) expect(isTouched).toBe(true);
        if (isTouched) woken++;
      }
      // Ranges are narrow enough that many commits leave a query alone.
      expect(woken).toBeLessThan(120);
    }));
});

describe.each(STORES)("a query %s", (_, open) => {
  it("QUERY-02 reads nothing before it is asked, and only as far as it is asked", () =>
    withDatabase(open, async (database) => {
      await insert(database, ...Array.from({ length: 100 }, (_, n) => ({ n })));
      reading(database, (tx) => {
        const iterator = tx.query("", { source: source(null), operators: [] });
        expect(tx.usage.documentsRead).toBe(0);
        iterator.next();
        iterator.next();
        expect(tx.usage.documentsRead).toBe(2);
      });
      reading(database, (tx) => {
        collect(tx, source(null, [], "desc"), { limit: 3 });
        expect(tx.usage.documentsRead).toBe(3);
      });
    }));

  it("LIVE-01 QUERY-02 is not woken by what lies behind the last document that it read", () =>
    withDatabase(open, async (database) => {
      await define(database, itemsSchema("by_n"));
      await insert(database, { n: 1 }, { n: 2 }, { n: 3 }, { n: 5 });
      const touches = async (order: "asc" | "desc", n: number) => {
        const tx = database.read();
        collect(tx, source("by_n", [], order), { limit: 2 });
        const readers = createReadSetIndex<string>();
        readers.add("query", tx.readSet);
        tx.close();
        let isTouched = false;
        const stop = database.onCommit((commit) => {
          isTouched = readers.touchedBy(commit).size > 0;
        });
        await insert(database, { n });
        stop();
        return isTouched;
      };
      expect(await touches("asc", 4)).toBe(false);
      expect(await touches("asc", 1.5)).toBe(true);
      expect(await touches("desc", 0)).toBe(false);
      expect(await touches("desc", 6)).toBe(true);
    }));

  it("LIVE-01 is woken when the table that it looked for is made", () =>
    withDatabase(open, async (database) => {
      const tx = database.read();
      expect(collect(tx, source(null))).toEqual([]);
      const readers = createReadSetIndex<string>();
      readers.add("query", tx.readSet);
      tx.close();
      let isTouched = false;
      database.onCommit((commit) => {
        isTouched ||= readers.touchedBy(commit).size > 0;
      });
      await database.mutate(async (inner) => inner.insert("", "others", {}));
      expect(isTouched).toBe(false);
      await insert(database, { n: 1 });
      expect(isTouched).toBe(true);
    }));

  it("QUERY-03 filters by expressions as Convex reads them", () =>
    withDatabase(open, async (database) => {
      await insert(
        database,
        { a: 1, s: "x" },
        { a: 2, s: "y", deep: { c: 1 } },
        { a: 3 },
        { a: { $integer: "AgAAAAAAAAA=" } },
      );
      const field = (path: string) => ({ $field: path });
      const literal = (value: unknown) => ({ $literal: value });
      const found = (filter: unknown) =>
        reading(database, (tx) => collect(tx, source(null), { filter }).map((doc) => doc.a));
      expect(found({ $eq: [field("a"), literal(2)] })).toEqual([2]);
      expect(found({ $eq: [field("s"), literal({ $undefined: null })] })).toHaveLength(2);
      expect(found({ $gt: [field("a"), literal(1)] })).toEqual([2, 3]);
      expect(found({ $lt: [field("a"), literal(0)] })).toHaveLength(1);
      expect(found({ $eq: [field("deep.c"), literal(1)] })).toEqual([2]);
      expect(
        found({ $and: [{ $gte: [field("a"), literal(2)] }, { $not: { $eq: [field("s"), literal("y")] } }] }),
      ).toEqual([3]);
      expect(found({ $or: [{ $eq: [field("a"), literal(1)] }, { $eq: [field("a"), literal(3)] }] })).toEqual([
        1, 3,
      ]);
      expect(
        found({
          $and: [
            { $gte: [field("a"), literal(0)] },
            { $eq: [{ $mod: [field("a"), literal(2)] }, literal(1)] },
          ],
        }),
      ).toEqual([1, 3]);
      expect(() => found({ $eq: [{ $add: [field("s"), literal(1)] }, literal(1)] })).toThrow(
        /Unsupported types for add/,
      );
      expect(() => found({ $like: [] })).toThrow(/Not a filter expression/);
    }));

  it("QUERY-03 applies filters and limits in the order in which they were written", () =>
    withDatabase(open, async (database) => {
      await insert(database, ...[1, 2, 3, 4, 5, 6].map((a) => ({ a })));
      const isEven = { filter: { $eq: [{ $mod: [{ $field: "a" }, { $literal: 2 }] }, { $literal: 0 }] } };
      const found = (...operators: Record<string, unknown>[]) =>
        reading(database, (tx) => collect(tx, source(null), ...operators).map((doc) => doc.a));
      expect(found({ limit: 3 }, isEven)).toEqual([2]);
      expect(found(isEven, { limit: 2 })).toEqual([2, 4]);
      expect(found({ limit: 5 }, isEven, { limit: 1 })).toEqual([2]);
      expect(found({ limit: 0 })).toEqual([]);
    }));

  it("QUERY-01 finds ids by range, whether the bound is an id or not", () =>
    withDatabase(open, async (database) => {
      const ids = [...(await insert(database, {}, {}, {}, {}))].sort();
      const [first = "", second = "", third = ""] = ids;
      const found = (...range: Range[]) =>
        reading(database, (tx) => collect(tx, source("by_id", range)).map((doc) => doc._id));
      const on = (type: Range["type"], value: unknown): Range => ({ type, fieldPath: "_id", value });
      expect(found()).toEqual(ids);
      expect(found(on("Eq", second))).toEqual([second]);
      expect(found(on("Gt", first), on("Lte", third))).toEqual([second, third]);
      expect(found(on("Gte", second.slice(0, 31)), on("Lt", `${third}0`))).toEqual(
        ids.filter((id) => id >= second.slice(0, 31) && id < `${third}0`),
      );
      expect(found(on("Eq", "nothing"))).toEqual([]);
      expect(found(on("Gt", null))).toEqual(ids);
      expect(found(on("Lt", null))).toEqual([]);
    }));

  it("QUERY-05 goes on behind one document of equal fields and creation time", () =>
    withDatabase(open, async (database) => {
      await define(database, itemsSchema("by_a_and_b"));
      await insert(database, { a: 1, b: 2 }, { a: 1, b: 2 }, { a: 1, b: 2 });
      const found = (range: Range[]) =>
        reading(database, (tx) => collect(tx, source("by_a_and_b", range))).map((row) => String(row._id));
      const pinned = (row: { _creationTime: number }): Range[] => [
        { type: "Eq", fieldPath: "a", value: 1 },
        { type: "Eq", fieldPath: "b", value: 2 },
        { type: "Eq", fieldPath: "_creationTime", value: row._creationTime },
      ];
      const rows = reading(database, (tx) => collect(tx, source("by_a_and_b", [])));
      for (const row of rows as { _id: string; _creationTime: number }[]) {
        const alike = (rows as { _id: string; _creationTime: number }[])
          .filter(({ _creationTime }) => _creationTime === row._creationTime)
          .map(({ _id }) => _id);
        const on = (type: Range["type"]): Range[] => [
          ...pinned(row),
          { type, fieldPath: "_id", value: row._id },
        ];
        expect(found(on("Eq"))).toEqual([row._id]);
        expect(found(on("Gt"))).toEqual(alike.filter((id) => id > row._id));
        expect(found(on("Gte"))).toEqual(alike.filter((id) => id >= row._id));
        expect(found(on("Lt"))).toEqual(alike.filter((id) => id < row._id));
      }
      expect(() => found([{ type: "Gt", fieldPath: "_id", value: "x" }])).toThrow(/index fields in order/);
    }));

  it("QUERY-04 is refused in Convex's words when its index is missing or its range does not follow the index", () =>
    withDatabase(open, async (database) => {
      await define(database, itemsSchema("by_a_and_b"));
      const run =
        (index: string, ...range: Range[]) =>
        () =>
          reading(database, (tx) => collect(tx, source(index, range)));
      expect(run("by_x")).toThrow("Index items.by_x not found.");
      expect(run("by_a_and_b", { type: "Eq", fieldPath: "b", value: 1 })).toThrow(
        /didn't use the index fields in order/,
      );
      expect(run("by_a_and_b", { type: "Eq", fieldPath: "c", value: 1 })).toThrow(/doesn't index this field/);
      const gt: Range = { type: "Gt", fieldPath: "a", value: 1 };
      expect(run("by_a_and_b", gt, gt)).toThrow(/Already defined lower bound/);
      expect(run("by_a_and_b", gt, { type: "Lt", fieldPath: "b", value: 1 })).toThrow(
        /can only be applied to a single index field/,
      );
    }));

  it("MUT-08 stops at Convex's limit on documents read, unless it is the deployment's own", () =>
    withDatabase(open, async (database) => {
      for (let i = 0; i < 4; i++) await insert(database, ...Array.from({ length: 8_001 }, (_, n) => ({ n })));
      expect(() => everything(database)).toThrow(
        /Too many documents read in a single function execution \(limit: 32000\)/,
      );
      const tx = database.read({ unlimited: true });
      expect(collect(tx, source(null))).toHaveLength(32_004);
      tx.close();
    }));
});

/** Compares one random query with the same taken from a list of all documents. */
function compareOne(chance: Chance, tx: Transaction): void {
  const query = randomQuery(chance);
  const all = collect(tx, source(null));
  expect({ query, found: collect(tx, source(query.index, query.range, query.order)) }).toEqual({
    query,
    found: answer(all, query),
  });
}

type IndexQuery = { index: string; range: Range[]; order: "asc" | "desc" };

function randomQuery(chance: Chance): IndexQuery {
  const index = chance.pick(INDEXES);
  const fields = [...fieldsOf(index), "_creationTime"];
  const range: Range[] = [];
  for (const fieldPath of fields) {
    if (fieldPath !== "_creationTime" && chance.hits(0.4))
      range.push({ type: "Eq", fieldPath, value: randomEncoded(chance) });
    else {
      if (chance.hits(0.5))
        range.push({ type: chance.pick(["Gt", "Gte"] as const), fieldPath, value: randomEncoded(chance) });
      if (chance.hits(0.5))
        range.push({ type: chance.pick(["Lt", "Lte"] as const), fieldPath, value: randomEncoded(chance) });
      break;
    }
  }
  return { index, range, order: chance.pick(["asc", "desc"] as const) };
}

function answer(all: readonly Doc[], { index, range, order }: IndexQuery): Doc[] {
  const found = all.filter((doc) =>
    range.every(({ type, fieldPath, value }) => {
      const sign = compareValues(field(doc, fieldPath), decode(value));
      return { Eq: sign === 0, Gt: sign > 0, Gte: sign >= 0, Lt: sign < 0, Lte: sign <= 0 }[type];
    }),
  );
  const fields = [...fieldsOf(index), "_creationTime"];
  found.sort((a, b) => {
    for (const path of fields) {
      const sign = compareValues(field(a, path), field(b, path));
      if (sign !== 0) return sign;
    }
    return 0;
  });
  return order === "desc" ? found.reverse() : found;
}

function field(doc: Doc, path: string): Value | undefined {
  let value: unknown = doc;
  for (const name of path.split(".")) value = (value as Record<string, unknown> | undefined)?.[name];
  return decode(value);
}

function decode(value: unknown): Value | undefined {
  const isMissing =
    value === undefined || (typeof value === "object" && value !== null && "$undefined" in value);
  return isMissing ? undefined : jsonToConvex(value as JSONValue);
}

function randomEncoded(chance: Chance): JSONValue {
  const value = chance.pick<Value | undefined>([
    undefined,
    null,
    0,
    1,
    2,
    -0,
    1n,
    true,
    "",
    "a",
    "a\u0000",
    "b".repeat(2000),
    [],
    ["a"],
  ]);
  return value === undefined ? { $undefined: null } : convexToJson(value);
}

function randomDoc(chance: Chance): Record<string, unknown> {
  const doc: Record<string, unknown> = {
    a: randomEncoded(chance),
    b: randomEncoded(chance),
    deep: { c: randomEncoded(chance) },
  };
  for (const name of ["a", "b"]) if (JSON.stringify(doc[name]) === '{"$undefined":null}') delete doc[name];
  const deep = doc.deep as Record<string, unknown>;
  if (JSON.stringify(deep.c) === '{"$undefined":null}') doc.deep = {};
  return doc;
}

function writeSomething(chance: Chance, tx: Transaction, ids: string[]): string[] {
  const alive = ids.filter((id) => tx.get("", id) !== null);
  if (alive.length < 3 || chance.hits(0.5)) return [...alive, tx.insert("", "items", randomDoc(chance))];
  const id = chance.pick(alive);
  if (chance.hits(0.3)) {
    tx.remove("", id);
    return alive.filter((other) => other !== id);
  }
  if (chance.hits(0.5)) tx.replace("", id, randomDoc(chance));
  else tx.shallowMerge("", id, { [chance.pick(["a", "b"])]: randomEncoded(chance) });
  return alive;
}

function undoSomething(chance: Chance, tx: Transaction, ids: string[]): void {
  const savepoint = tx.savepoint();
  let inner = ids;
  for (let i = 0; i < 4; i++) inner = writeSomething(chance, tx, inner);
  compareOne(chance, tx);
  savepoint.rollback();
}
