import { describe, expect, it } from "vitest";
import type { Database, Transaction } from "#embedded/database/database.ts";
import type { Page, PageOptions } from "#embedded/database/transaction.ts";
import { type Chance, seededChance } from "#tests/support/chance.ts";
import {
  type Doc,
  define,
  everything,
  insert,
  itemsSchema,
  reading,
  STORES,
  source,
  withDatabase,
} from "./databases.ts";

const isEven = { filter: { $eq: [{ $mod: [{ $field: "n" }, { $literal: 2 }] }, { $literal: 0 }] } };

function page(
  tx: Transaction,
  order: "asc" | "desc",
  options: PageOptions,
  ...operators: Record<string, unknown>[]
): Page {
  return tx.page("", { source: source("by_n", [], order), operators }, options);
}

function numbers(found: Page): number[] {
  return found.page.map((text) => Number((JSON.parse(text) as Doc).n));
}

describe.each(STORES)("pages %s", (_, open) => {
  it("PAGE-01 follow each other to the end", () =>
    withDatabase(open, async (database) => {
      await fill(database, 7);
      const seen: number[][] = [];
      let cursor: string | null = null;
      for (let isDone = false; !isDone; ) {
        const found: Page = reading(database, (tx) => page(tx, "asc", { cursor, pageSize: 3 }));
        seen.push(numbers(found));
        cursor = found.continueCursor;
        isDone = found.isDone;
      }
      expect(seen).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
      expect(reading(database, (tx) => page(tx, "asc", { cursor, pageSize: 3 }))).toMatchObject({
        page: [],
        isDone: true,
      });
    }));

  it("hold as many documents as asked for, counted behind the filters", () =>
    withDatabase(open, async (database) => {
      await fill(database, 10);
      const found = reading(database, (tx) => page(tx, "asc", { cursor: null, pageSize: 3 }, isEven));
      expect(numbers(found)).toEqual([2, 4, 6]);
    }));

  it("PAGE-02 stop at the rows that the caller allows to be read, and say where to go on", () =>
    withDatabase(open, async (database) => {
      await fill(database, 10);
      const first = reading(database, (tx) =>
        page(tx, "asc", { cursor: null, pageSize: 9, maximumRowsRead: 3 }, isEven),
      );
      expect([numbers(first), first.isDone]).toEqual([[2], false]);
      const options = { cursor: first.continueCursor, pageSize: 9, maximumRowsRead: 3 };
      expect(numbers(reading(database, (tx) => page(tx, "asc", options, isEven)))).toEqual([4, 6]);
    }));

  it("PAGE-01 keep their bounds: a pinned page holds what lies between its cursors, however much that is", () =>
    withDatabase(open, async (database) => {
      await fill(database, 6);
      const first = reading(database, (tx) => page(tx, "asc", { cursor: null, pageSize: 3 }));
      await insert(database, { n: 1.5 }, { n: 2.5 }, { n: 3.5 });
      const pinned = { cursor: null, endCursor: first.continueCursor, pageSize: 3 };
      const again = reading(database, (tx) => page(tx, "asc", pinned));
      expect(numbers(again)).toEqual([1, 1.5, 2, 2.5, 3]);
      expect(again.continueCursor).toBe(first.continueCursor);
      const second = reading(database, (tx) =>
        page(tx, "asc", { cursor: first.continueCursor, pageSize: 3 }),
      );
      expect(numbers(second)).toEqual([3.5, 4, 5]);
    }));

  it("PAGE-02 that grew too large ask to be split, and the halves together are the whole", () =>
    withDatabase(open, async (database) => {
      await fill(database, 10);
      const whole = reading(database, (tx) => page(tx, "asc", { cursor: null, pageSize: 10 }));
      const pinned = { cursor: null, endCursor: whole.continueCursor, pageSize: 10, maximumRowsRead: 6 };
      const cut = reading(database, (tx) => page(tx, "asc", pinned));
      expect(cut.pageStatus).toBe("SplitRequired");
      expect(cut.continueCursor).toBe(whole.continueCursor);
      const halves = [
        { cursor: null, endCursor: cut.splitCursor, pageSize: 10 },
        { cursor: cut.splitCursor, endCursor: cut.continueCursor, pageSize: 10 },
      ].map((options) => numbers(reading(database, (tx) => page(tx, "asc", options))));
      expect(halves.flat()).toEqual(numbers(whole));
      const near = { ...pinned, maximumRowsRead: 12 };
      expect(reading(database, (tx) => page(tx, "asc", near)).pageStatus).toBe("SplitRecommended");
    }));

  it("PAGE-01 neither miss nor repeat a document while others write, in either direction", () =>
    withDatabase(open, async (database) => {
      const chance = seededChance("pages under writes");
      await fill(database, 20);
      for (let round = 0; round < 12; round++) await readAllWhileWriting(database, chance);
    }));

  it("PAGE-03 refuse a cursor that is none, was tampered with, or is another query's", () =>
    withDatabase(open, async (database) => {
      await fill(database, 3);
      const own = reading(database, (tx) => page(tx, "asc", { cursor: null, pageSize: 1 })).continueCursor;
      const tampered = `${own.startsWith("A") ? "B" : "A"}${own.slice(1)}`;
      const others = reading(database, (tx) =>
        page(tx, "desc", { cursor: null, pageSize: 1 }),
      ).continueCursor;
      for (const cursor of ["", "x", "-", own.slice(0, 20), tampered, others]) {
        expect(() => reading(database, (tx) => page(tx, "asc", { cursor, pageSize: 1 }))).toThrow(
          /^InvalidCursor/,
        );
      }
    }));

  it("PAGE-03 have cursors that show nothing of the documents, and stay the same while the place does", () =>
    withDatabase(open, async (database) => {
      await define(database, itemsSchema("by_n"));
      await insert(database, { n: "a secret name" }, { n: "another" });
      const cursors = [1, 2].map(
        () => reading(database, (tx) => page(tx, "asc", { cursor: null, pageSize: 1 })).continueCursor,
      );
      expect(cursors[0]).toBe(cursors[1]);
      expect(Buffer.from(cursors[0] ?? "", "base64url").toString("latin1")).not.toContain("secret");
    }));
});

/** Opens page after page as a client does, writes in between, then reads all pages again, pinned, at one moment. */
async function readAllWhileWriting(database: Database, chance: Chance): Promise<void> {
  const order = chance.pick(["asc", "desc"] as const);
  const pages: { cursor: string | null; endCursor: string }[] = [];
  const untouched = new Set(everything(database).map((doc) => doc._id));
  const seen: string[] = [];
  let cursor: string | null = null;
  for (let isDone = false; !isDone; ) {
    const found: Page = reading(database, (tx) => page(tx, order, { cursor, pageSize: 1 + chance.below(5) }));
    seen.push(...found.page.map((text) => (JSON.parse(text) as Doc)._id));
    pages.push({ cursor, endCursor: found.continueCursor });
    cursor = found.continueCursor;
    isDone = found.isDone;
    await writeAround(database, chance, untouched);
  }
  // Whoever stayed where it was all the time was seen, and once.
  expect(seen.filter((id) => untouched.has(id)).sort()).toEqual([...untouched].sort());
  expect(new Set(seen.filter((id) => untouched.has(id))).size).toBe(untouched.size);
  reading(database, (tx) => {
    const pinned = pages.flatMap((bounds) => page(tx, order, { ...bounds, pageSize: 3 }).page);
    const all = page(tx, order, { cursor: null, pageSize: 10_000 }).page;
    expect(pinned).toEqual(all);
  });
}

async function writeAround(database: Database, chance: Chance, untouched: Set<string>): Promise<void> {
  const docs = everything(database);
  await database.mutate(async (tx) => {
    for (let i = chance.below(3); i >= 0; i--) tx.insert("", "items", { n: chance.next() * 20 });
    for (const victim of chance.shuffle(docs).slice(0, docs.length > 25 ? 3 : 1)) {
      untouched.delete(victim._id);
      if (docs.length > 15) tx.remove("", victim._id);
      else tx.replace("", victim._id, { n: chance.next() * 20 });
    }
  });
}

async function fill(database: Database, count: number): Promise<void> {
  await define(database, itemsSchema("by_n"));
  await insert(database, ...Array.from({ length: count }, (_, i) => ({ n: i + 1 })));
}
