import { defineSchema, defineTable } from "convex/server";
import { v } from "convex/values";
import { describe, expect, it } from "vitest";
import type { Database } from "#embedded/database/database.ts";
import { openDatabase } from "#embedded/database/open.ts";
import type { SchemaJson } from "#embedded/database/schema.ts";
import { MemoryStore } from "#embedded/store/memory.ts";
import { collect, type Doc, define, insert, reading, source } from "./databases.ts";

/** As a push delivers it: what `schema.js` exports. */
function exported(schema: ReturnType<typeof defineSchema>): SchemaJson {
  return JSON.parse((schema as unknown as { export(): string }).export()) as SchemaJson;
}

const people = defineTable({
  name: v.string(),
  age: v.optional(v.number()),
  friend: v.optional(v.id("people")),
});
const schema = exported(
  defineSchema({ people: people.index("by_name", ["name"]), notes: defineTable(v.any()) }),
);

async function open(): Promise<Database> {
  return openDatabase(new MemoryStore());
}

function add(
  database: Database,
  table: string,
  value: Record<string, unknown>,
  namespace = "",
): Promise<string> {
  return database.mutate(async (tx) => tx.insert(namespace, table, value)).then(({ value: id }) => id);
}

describe("a schema", () => {
  it("DATA-03 refuses a document that does not fit, in Convex's words", async () => {
    const database = await open();
    await define(database, schema);
    await expect(add(database, "people", { name: 1 })).rejects.toThrow(
      'Failed to insert or update a document in table "people" because it does not match the schema: ' +
        "Value does not match validator.\nPath: .name\nValue: 1.0\nValidator: v.string()",
    );
    const id = await add(database, "people", { name: "Ada" });
    await expect(database.mutate(async (tx) => tx.shallowMerge("", id, { nick: "A" }))).rejects.toThrow(
      /extra field `nick`/,
    );
    await expect(database.mutate(async (tx) => tx.replace("", id, {}))).rejects.toThrow(
      /missing the required field `name`/,
    );
  });

  it("DATA-03 knows an id of the right table from others", async () => {
    const database = await open();
    await define(database, schema);
    const [ada, note] = [await add(database, "people", { name: "Ada" }), await add(database, "notes", {})];
    await add(database, "people", { name: "Bob", friend: ada });
    await expect(add(database, "people", { name: "Eve", friend: note })).rejects.toThrow(
      /Found ID ".*" from table `notes`/,
    );
    await expect(add(database, "people", { name: "Eve", friend: "ada" })).rejects.toThrow(
      /Validator: v\.id\("people"\)/,
    );
    await expect(add(database, "people", { name: "Eve", friend: ada }, "component")).resolves.toBeTypeOf(
      "string",
    );
  });

  it("lets tables be that it does not name", async () => {
    const database = await open();
    await define(database, schema);
    await expect(add(database, "other", { anything: [1] })).resolves.toBeTypeOf("string");
  });

  it("is not enforced when its author switched that off", async () => {
    const database = await open();
    await define(database, { ...schema, schemaValidation: false });
    await expect(add(database, "people", { nonsense: true })).resolves.toBeTypeOf("string");
  });

  it("DEPLOY-02 is refused with the first document that does not fit it", async () => {
    const database = await open();
    await add(database, "people", { name: "Ada" });
    const id = await add(database, "people", { nom: "Bob" });
    const violation = reading(database, (tx) => tx.validateSchema("", schema));
    expect(violation).toMatchObject({ table: "people", id });
    expect(violation?.message).toMatch(
      /^Document with ID ".*" in table "people" does not match the schema: Object is missing the required field `name`/,
    );
    await database.mutate(async (tx) => tx.replace("", id, { name: "Bob" }));
    expect(reading(database, (tx) => tx.validateSchema("", schema))).toBeNull();
  });

  it("DEPLOY-02 tells which indexes come and go, fills new ones and empties old ones", async () => {
    const database = await open();
    await insert(database, { a: 2 }, { a: 1 });
    const first = exported(defineSchema({ items: defineTable({ a: v.number() }).index("by_a", ["a"]) }));
    const second = exported(
      defineSchema({
        items: defineTable({ a: v.number(), t: v.optional(v.string()) })
          .index("by_b", ["a"])
          .searchIndex("search", { searchField: "t", filterFields: ["a"] }),
      }),
    );
    const byA = { name: "items.by_a", type: "database", fields: ["a"] };
    const byB = { name: "items.by_b", type: "database", fields: ["a"] };
    const search = { name: "items.search", type: "search", searchField: "t", filterFields: ["a"] };
    expect(reading(database, (tx) => tx.compareTables("", first))).toEqual({
      addedIndexes: [byA],
      removedIndexes: [],
    });
    expect(await define(database, first)).toMatchObject({
      value: { addedIndexes: [byA], removedIndexes: [] },
    });
    expect(reading(database, (tx) => collect(tx, source("by_a")).map((doc) => doc.a))).toEqual([1, 2]);
    expect(await define(database, first)).toMatchObject({ value: { addedIndexes: [], removedIndexes: [] } });
    expect(await define(database, second)).toMatchObject({
      value: { addedIndexes: [byB, search], removedIndexes: [byA] },
    });
    expect(() => reading(database, (tx) => collect(tx, source("by_a")))).toThrow(
      /Index items.by_a not found/,
    );
    expect(reading(database, (tx) => collect(tx, source("by_b")).map((doc) => doc.a))).toEqual([1, 2]);
    expect(reading(database, (tx) => tx.tables(""))).toMatchObject([
      { name: "items", indexes: [byB, search] },
    ]);
  });

  it("DEPLOY-02 is one transaction with the rest of a push: undone, it leaves the old one", async () => {
    const database = await open();
    await define(database, schema);
    const failed = database.mutate(async (tx) => {
      tx.defineTables("", null);
      tx.insert("", "people", { anything: true });
      throw new Error("the push was refused");
    });
    await expect(failed).rejects.toThrow("the push was refused");
    expect(reading(database, (tx) => tx.schema(""))).toEqual(schema);
    await expect(add(database, "people", { anything: true })).rejects.toThrow(/does not match the schema/);
  });
});

describe("namespaces", () => {
  it("DATA-04 keep tables of the same name apart", async () => {
    const database = await open();
    const [mine, theirs] = [
      await add(database, "notes", { n: 1 }),
      await add(database, "notes", { n: 2 }, "component"),
    ];
    reading(database, (tx) => {
      expect(JSON.parse(tx.get("component", theirs) ?? "")).toMatchObject({ n: 2 });
      expect([tx.get("", theirs), tx.get("component", mine)]).toEqual([null, null]);
      expect([tx.normalizeId("", "notes", mine), tx.normalizeId("", "notes", theirs)]).toEqual([mine, null]);
      expect([tx.count("", "notes"), tx.count("component", "notes"), tx.count("", "none")]).toEqual([
        1, 1, 0,
      ]);
      expect(tx.namespaces()).toEqual(["", "component"]);
    });
    await database.mutate(async (tx) => tx.dropNamespace("component"));
    reading(database, (tx) => {
      expect(tx.namespaces()).toEqual([""]);
      expect(tx.get("", mine)).not.toBeNull();
    });
  });
});

describe("a document", () => {
  it("DATA-03 is refused in Convex's words when it is gone, or its id is none or another table's", async () => {
    const database = await open();
    const id = await add(database, "notes", {});
    await database.mutate(async (tx) => tx.remove("", id));
    for (const [act, words] of [
      ["shallowMerge", "Update"],
      ["replace", "Replace"],
    ] as const) {
      await expect(database.mutate(async (tx) => tx[act]("", id, {}))).rejects.toThrow(
        `${words} on nonexistent document ID ${id}`,
      );
    }
    await expect(database.mutate(async (tx) => tx.remove("", id))).rejects.toThrow(
      `Delete on nonexistent document ID ${id}`,
    );
    reading(database, (tx) => {
      expect(tx.get("", id)).toBeNull();
      expect(() => tx.get("", "xyz")).toThrow(/Unable to decode ID: Invalid ID length 3/);
      expect(() => tx.get("", id, "people")).toThrow(/expected an id of table "people"/);
    });
  });

  it("DATA-02 keeps its id and creation time, whatever is written", async () => {
    const database = await open();
    const id = await add(database, "notes", { n: 1 });
    const read = () => reading(database, (tx) => JSON.parse(tx.get("", id) ?? "") as Doc);
    const before = read();
    await database.mutate(async (tx) => tx.replace("", id, { ...before, n: 2 }));
    expect(read()).toEqual({ ...before, n: 2 });
    for (const forged of [{ _id: await add(database, "notes", {}) }, { _creationTime: 5 }, { _other: 1 }]) {
      await expect(database.mutate(async (tx) => tx.shallowMerge("", id, forged))).rejects.toThrow(
        /_id|_creationTime|underscore/,
      );
    }
    expect(read()).toEqual({ ...before, n: 2 });
  });

  it("is restored under its own id, in a table with its own number", async () => {
    const [from, to] = [await open(), await open()];
    await add(from, "other", {});
    const id = await add(from, "notes", { n: 1 });
    const document = reading(from, (tx) => JSON.parse(tx.get("", id) ?? "") as Doc);
    await to.mutate(async (tx) => tx.restore("", "notes", document));
    expect(reading(to, (tx) => JSON.parse(tx.get("", id) ?? ""))).toEqual(document);
    await to.mutate(async (tx) => tx.restore("", "notes", { ...document, n: 2 }));
    expect(reading(to, (tx) => tx.count("", "notes"))).toBe(1);
    const twin = to.mutate(async (tx) => tx.restore("", "twins", document));
    await expect(twin).rejects.toThrow(/cannot be made with number \d+: table "notes" has it/);
    await to.mutate(async (tx) => tx.restore("component", "notes", { ...document, n: 3 }));
    expect(
      reading(to, (tx) => [tx.get("", id), tx.get("component", id)].map((text) => JSON.parse(text ?? "").n)),
    ).toEqual([2, 3]);
    expect(await to.mutate(async (tx) => tx.clearTable("", "notes"))).toMatchObject({ value: 1 });
    expect(reading(to, (tx) => tx.count("", "notes"))).toBe(0);
  });

  it("DATA-03 may reach Convex's limits and not pass them", async () => {
    const database = await open();
    await expect(add(database, "notes", { text: "x".repeat((1 << 20) - 200) })).resolves.toBeTypeOf("string");
    await expect(add(database, "notes", { text: "x".repeat(1 << 20) })).rejects.toThrow(
      /Value is too large \(1 MiB > maximum size 1 MiB\)/,
    );
    const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
    await expect(add(database, "notes", { deep: nested(15) })).resolves.toBeTypeOf("string");
    await expect(add(database, "notes", { deep: nested(16) })).rejects.toThrow(
      /too nested \(nested 17 levels deep > maximum nesting 16\)/,
    );
  });
});

describe("a transaction's limits", () => {
  it("MUT-08 stop it at 16,000 documents written", async () => {
    const database = await open();
    const write = (count: number) =>
      database.mutate(async (tx) => {
        for (let i = 0; i < count; i++) tx.insert("", "notes", {});
      });
    await expect(write(16_001)).rejects.toThrow(
      /Too many documents written in a single function execution \(limit: 16000\)/,
    );
    await write(16_000);
    expect(reading(database, (tx) => tx.count("", "notes"))).toBe(16_000);
  });
});
