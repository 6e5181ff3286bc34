import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Entry, Key, Snapshot, Store, Write } from "#embedded/store/store.ts";
import { type Chance, seededChance } from "#tests/support/chance.ts";

/** What every store promises. `open` gives a new, empty one. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`the ${name} store`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it("gives back what was committed", async () => {
      await store.commit([put("a", "1"), put("b", "")]);
      const snapshot = store.snapshot();
      expect([snapshot.get("a"), snapshot.get("b"), snapshot.get("c")]).toEqual(["1", "", undefined]);
      snapshot.close();
    });

    it("keeps any text as it is", async () => {
      const texts = ["", '{"a":"ü\\u0000"}', "\u0000\u0001", "日本語 🙂", "x".repeat(3_000_000)];
      await store.commit(texts.map((text, i) => put(`k${i}`, text)));
      const snapshot = store.snapshot();
      expect(texts.map((_, i) => snapshot.get(`k${i}`))).toEqual(texts);
      snapshot.close();
    });

    it("orders keys as unsigned bytes, whatever the bytes", async () => {
      const keys = ["\xff\xff", "a", "\x00", "a\x00", "\x00\x00", "\x7f", "\x80", "b", "\xff"];
      await store.commit(keys.map((key) => put(key, key)));
      expect(keysIn(store, "", null)).toEqual([...keys].sort());
      expect(keysIn(store, "", null, true)).toEqual([...keys].sort().reverse());
    });

    it("takes a range from its start up to, but not including, its end", async () => {
      await store.commit(["a", "b", "c", "d"].map((key) => put(key, key)));
      expect(keysIn(store, "b", "d")).toEqual(["b", "c"]);
      expect(keysIn(store, "b", "d", true)).toEqual(["c", "b"]);
      expect(keysIn(store, "b", null, true)).toEqual(["d", "c", "b"]);
      expect(keysIn(store, "bb", "cc")).toEqual(["c"]);
      expect(keysIn(store, "d", "b")).toEqual([]);
      expect(keysIn(store, "b", "b")).toEqual([]);
    });

    it("removes keys, and lets the last of several writes to a key win", async () => {
      await store.commit([put("a", "1"), put("b", "1"), put("c", "1")]);
      await store.commit([
        put("b", null),
        put("a", null),
        put("a", "2"),
        put("c", "2"),
        put("c", null),
        put("gone", null),
      ]);
      expect(entriesIn(store, "", null)).toEqual([{ key: "a", value: "2" }]);
    });

    it("shows a snapshot nothing of later commits", async () => {
      await store.commit([put("a", "1"), put("b", "1")]);
      const before = store.snapshot();
      const half = before.range({ start: "", end: null })[Symbol.iterator]();
      expect(half.next().value).toEqual({ key: "a", value: "1" });
      await store.commit([put("a", "2"), put("b", null), put("c", "2")]);
      expect(half.next().value).toEqual({ key: "b", value: "1" });
      expect(half.next().done).toBe(true);
      expect(list(before, "", null)).toEqual([
        { key: "a", value: "1" },
        { key: "b", value: "1" },
      ]);
      before.close();
      expect(entriesIn(store, "", null)).toEqual([
        { key: "a", value: "2" },
        { key: "c", value: "2" },
      ]);
    });

    it("lets a range be left half read", async () => {
      await store.commit(Array.from({ length: 1000 }, (_, i) => put(`k${i}`, "v")));
      const snapshot = store.snapshot();
      for (let i = 0; i < 100; i++)
        for (const { key } of snapshot.range({ start: "k5", end: null })) if (key > "k6") break;
      snapshot.close();
      await store.commit([put("k0", "w")]);
      expect(entriesIn(store, "k0", "k00")).toEqual([{ key: "k0", value: "w" }]);
    });

    it("orders keys far longer than an engine likes by their last byte too", async () => {
      const long = "k".repeat(5000);
      const keys = ["c", "a", "b", "a\x00", ""]
        .map((end) => long + end)
        .concat(long.slice(0, 1900), "k", "l");
      await store.commit(keys.map((key) => put(key, `value of ${key.length}`)));
      expect(keysIn(store, "", null)).toEqual([...keys].sort());
      expect(keysIn(store, `${long}a\x00`, `${long}c`)).toEqual([`${long}a\x00`, `${long}b`]);
      expect(keysIn(store, `${long}a\x00`, `${long}c`, true)).toEqual([`${long}b`, `${long}a\x00`]);
      const snapshot = store.snapshot();
      expect(snapshot.get(`${long}a`)).toBe("value of 5001");
      expect(snapshot.get(`${long}x`)).toBeUndefined();
      snapshot.close();
      await store.commit([put(`${long}a`, null)]);
      expect(keysIn(store, long, `${long}b`)).toEqual([long, `${long}a\x00`]);
    });

    it("applies commits in the order of the calls", async () => {
      await Promise.all(
        Array.from({ length: 50 }, (_, i) => store.commit([put("last", String(i)), put(`k${i}`, "")])),
      );
      const snapshot = store.snapshot();
      expect(snapshot.get("last")).toBe("49");
      expect(list(snapshot, "k", "l")).toHaveLength(50);
      snapshot.close();
    });

    it("agrees with a sorted map under random commits, ranges and snapshots", async () => {
      const chance = seededChance(`${name} store`);
      const model = new Map<Key, string>();
      const kept: { snapshot: Snapshot; model: Map<Key, string> }[] = [];
      for (let round = 0; round < 150; round++) {
        const writes = Array.from({ length: chance.below(30) }, () =>
          put(randomKey(chance), chance.hits(0.3) ? null : String(round)),
        );
        await store.commit(writes);
        for (const { key, value } of writes) {
          if (value === null) model.delete(key);
          else model.set(key, value);
        }
        if (chance.hits(0.2)) kept.push({ snapshot: store.snapshot(), model: new Map(model) });
        const seen =
          chance.hits(0.3) && kept.length > 0 ? chance.pick(kept) : { snapshot: store.snapshot(), model };
        const [start, end] = [randomKey(chance), chance.hits(0.2) ? null : randomKey(chance)];
        const reverse = chance.hits(0.5);
        expect(list(seen.snapshot, start, end, reverse)).toEqual(expected(seen.model, start, end, reverse));
        const key = randomKey(chance);
        expect(seen.snapshot.get(key)).toBe(seen.model.get(key));
        if (seen.model === model) seen.snapshot.close();
      }
      for (const { snapshot } of kept) snapshot.close();
    });
  });
}

function put(key: Key, value: string | null): Write {
  return { key, value };
}

function randomKey(chance: Chance): Key {
  const length = 1 + chance.below(3);
  let key = chance.hits(0.1) ? "\x01".repeat(1890 + chance.below(20)) : "";
  for (let i = 0; i < length; i++) key += String.fromCharCode(chance.pick([0, 1, 2, 127, 128, 255]));
  return key;
}

function expected(model: Map<Key, string>, start: Key, end: Key | null, reverse: boolean): Entry[] {
  const entries = [...model].filter(([key]) => key >= start && (end === null || key < end));
  const ascending = entries.map(([key, value]) => ({ key, value })).sort((a, b) => (a.key < b.key ? -1 : 1));
  return reverse ? ascending.reverse() : ascending;
}

function list(snapshot: Snapshot, start: Key, end: Key | null, reverse = false): Entry[] {
  return [...snapshot.range({ start, end, reverse })];
}

function entriesIn(store: Store, start: Key, end: Key | null, reverse = false): Entry[] {
  const snapshot = store.snapshot();
  const entries = list(snapshot, start, end, reverse);
  snapshot.close();
  return entries;
}

function keysIn(store: Store, start: Key, end: Key | null, reverse = false): Key[] {
  return entriesIn(store, start, end, reverse).map(({ key }) => key);
}
