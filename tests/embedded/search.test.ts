import { describe, expect, it } from "vitest";
import type { Commit, Database } from "#embedded/database/database.ts";
import { createReadSetIndex } from "#embedded/database/readSetIndex.ts";
import type { SchemaJson } from "#embedded/database/schema.ts";
import { seededChance } from "#tests/support/chance.ts";
import { collect, define, insert, reading, STORES, withDatabase } from "./databases.ts";

const schema: SchemaJson = {
  schemaValidation: true,
  tables: [
    {
      tableName: "items",
      indexes: [],
      searchIndexes: [{ indexDescriptor: "search", searchField: "text", filterFields: ["team", "kind"] }],
      documentType: null,
    },
  ],
};

function source(words: string, conditions: Record<string, unknown> = {}) {
  const equal = Object.entries(conditions).map(([fieldPath, value]) => ({ type: "Eq", fieldPath, value }));
  return {
    type: "Search",
    indexName: "items.search",
    filters: [{ type: "Search", fieldPath: "text", value: words }, ...equal],
  };
}

function found(database: Database, words: string, conditions?: Record<string, unknown>): unknown[] {
  return reading(database, (tx) => collect(tx, source(words, conditions)).map((doc) => doc.text));
}

describe.each(STORES)("text search %s", (_, open) => {
  it("SEARCH-01 finds any of the words, without regard to case and marks, and the last one by its beginning", () =>
    withDatabase(open, async (database) => {
      await define(database, schema);
      const [goal, note] = ["Reads 90 words, aloud.", "Lautlesen: Übung"];
      await insert(database, { text: goal }, { text: note }, { text: 5 }, {});
      expect(found(database, "WORDS")).toEqual([goal]);
      expect(found(database, "alo")).toEqual([goal]);
      expect(found(database, "alo missing")).toEqual([]);
      expect(found(database, "übu")).toEqual([note]);
      expect(found(database, "aloud laut")).toHaveLength(2);
      expect(found(database, "...")).toEqual([]);
    }));

  it("SEARCH-01 puts the better match first: more of the words, rarer words, shorter texts", () =>
    withDatabase(open, async (database) => {
      await define(database, schema);
      const filler = Array.from({ length: 20 }, (_, i) => ({ text: `common number ${i}` }));
      await insert(
        database,
        ...filler,
        { text: "rare" },
        { text: "rare common" },
        { text: `rare ${"word ".repeat(200)}` },
      );
      expect(found(database, "common rare").slice(0, 2)).toEqual(["rare common", "rare"]);
      expect(found(database, "rare").map((text) => String(text).slice(0, 11))).toEqual([
        "rare",
        "rare common",
        "rare word w",
      ]);
    }));

  it("SEARCH-02 keeps to the filters, one or several", () =>
    withDatabase(open, async (database) => {
      await define(database, schema);
      await insert(
        database,
        { text: "plan one", team: "a", kind: 1 },
        { text: "plan two", team: "a", kind: 2 },
        { text: "plan three", team: "b", kind: 1 },
        { text: "plan four" },
      );
      expect(found(database, "plan", { team: "b" })).toEqual(["plan three"]);
      expect(found(database, "plan", { team: "a", kind: 2 })).toEqual(["plan two"]);
      expect(found(database, "plan", { kind: 1 }).sort()).toEqual(["plan one", "plan three"]);
      expect(found(database, "plan", { team: { $undefined: null } })).toEqual(["plan four"]);
      expect(() => found(database, "plan", { color: 1 })).toThrow(/isn't indexed for filtering/);
    }));

  it("SEARCH-01 follows every change, and an index made later finds what was there", () =>
    withDatabase(open, async (database) => {
      const [id = ""] = await insert(database, { text: "early bird" });
      await define(database, schema);
      expect(found(database, "bird")).toEqual(["early bird"]);
      await database.mutate(async (tx) => {
        tx.shallowMerge("", id, { text: "late owl" });
        expect(collect(tx, source("owl"))).toHaveLength(1);
        expect(collect(tx, source("bird"))).toHaveLength(0);
      });
      expect([found(database, "bird"), found(database, "owl")]).toEqual([[], ["late owl"]]);
      await database.mutate(async (tx) => tx.remove("", id));
      expect(found(database, "owl")).toEqual([]);
    }));

  it("LIVE-01 SEARCH-02 wakes a live search when a match comes, goes or changes, and not for others", () =>
    withDatabase(open, async (database) => {
      await define(database, schema);
      const [match = "", other = ""] = await insert(
        database,
        { text: "plan one", team: "a" },
        { text: "else", team: "a" },
      );
      const commits: Commit[] = [];
      database.onCommit((commit) => commits.push(commit));
      const wakes = async (change: () => Promise<unknown>) => {
        const tx = database.read();
        collect(tx, source("plan", { team: "a" }));
        const readers = createReadSetIndex<string>();
        readers.add("search", tx.readSet);
        tx.close();
        commits.length = 0;
        await change();
        return commits.some((commit) => readers.touchedBy(commit).size > 0);
      };
      const merge = (id: string, value: Record<string, unknown>) => () =>
        database.mutate(async (tx) => tx.shallowMerge("", id, value));
      expect(await wakes(merge(other, { text: "nothing" }))).toBe(false);
      expect(await wakes(() => insert(database, { text: "plan", team: "b" }))).toBe(false);
      expect(await wakes(() => insert(database, { text: "planning", team: "a" }))).toBe(true);
      expect(await wakes(merge(match, { extra: 1 }))).toBe(true);
      expect(await wakes(merge(match, { team: "b" }))).toBe(true);
    }));

  it("SEARCH-01 SEARCH-02 finds what a look at every document finds, whatever the words, filters and changes", () =>
    withDatabase(open, async (database) => {
      await define(database, schema);
      const chance = seededChance("text search");
      const words = ["a", "an", "ana", "anna", "bo", "bob", "cy", "dan", "dana", "é"];
      const aText = () => Array.from({ length: 1 + chance.below(4) }, () => chance.pick(words)).join(" ");
      const aDocument = () => ({ text: aText(), team: chance.below(3), kind: chance.below(8) });
      const documents = new Map<string, ReturnType<typeof aDocument>>();
      for (let batch = 0; batch < 4; batch++) {
        const made = Array.from({ length: 60 }, aDocument);
        const ids = await insert(database, ...made);
        for (const [i, id] of ids.entries()) documents.set(id, made[i] ?? aDocument());
        for (const id of [...documents.keys()].filter(() => chance.hits(0.1))) {
          const changed = aDocument();
          await database.mutate(async (tx) => tx.shallowMerge("", id, changed));
          documents.set(id, changed);
        }
        for (let trial = 0; trial < 40; trial++) {
          const asked = Array.from({ length: 1 + chance.below(2) }, () => chance.pick(words));
          const conditions = {
            ...(chance.hits(0.5) && { team: chance.below(3) }),
            ...(chance.hits(0.5) && { kind: chance.below(8) }),
          };
          const fits = (document: ReturnType<typeof aDocument>) =>
            Object.entries(conditions).every(([field, value]) => document[field as "team"] === value) &&
            document.text
              .split(" ")
              .some((word) => asked.includes(word) || word.startsWith(asked.at(-1) ?? ""));
          const expected = [...documents].filter(([, document]) => fits(document)).map(([id]) => id);
          const hits = reading(database, (tx) => collect(tx, source(asked.join(" "), conditions)));
          expect(hits.map(({ _id }) => _id).sort(), JSON.stringify({ asked, conditions })).toEqual(
            expected.sort(),
          );
        }
      }
    }));

  it("SEARCH-03 reads no more of many documents than its limit, and little where a condition is rare", () =>
    withDatabase(open, async (database) => {
      await define(database, schema);
      const many = 6_000;
      for (let from = 0; from < many; from += 1_000) {
        const batch = Array.from({ length: 1_000 }, (_, i) => ({
          text: `amy a${from + i}`,
          team: "all",
          kind: (from + i) % 2_000 === 7 ? "rare" : "usual",
        }));
        await insert(database, ...batch);
      }
      const reads = (words: string, conditions?: Record<string, unknown>) => {
        const tx = database.read();
        const hits = collect(tx, source(words, conditions));
        const { postings, documentsRead } = tx.usage;
        tx.close();
        return { hits: hits.length, postings, documentsRead };
      };
      const all = reads("a", { team: "all" });
      expect(all.postings).toBeLessThanOrEqual(8192);
      expect(all).toMatchObject({ hits: 1024, documentsRead: 1024 });
      for (const conditions of [
        { team: "all", kind: "rare" },
        { kind: "rare", team: "all" },
      ]) {
        const rare = reads("a", conditions);
        expect(rare.hits).toBe(3);
        expect(rare.postings).toBeLessThan(200);
      }
    }));
});
