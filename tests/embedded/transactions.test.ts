import { describe, expect, it } from "vitest";
import type { Commit } from "#embedded/database/database.ts";
import { DatabaseError, StoreFailedError } from "#embedded/database/errors.ts";
import { openDatabase } from "#embedded/database/open.ts";
import { MemoryStore } from "#embedded/store/memory.ts";
import type { Write } from "#embedded/store/store.ts";
import { seededChance } from "#tests/support/chance.ts";
import {
  collect,
  define,
  everything,
  insert,
  itemsSchema,
  reading,
  STORES,
  source,
  withDatabase,
} from "./databases.ts";

/** A store whose disk answers when the test says so. */
class SlowStore extends MemoryStore {
  #waiting: { writes: readonly Write[]; resolve: () => void; reject: (error: Error) => void }[] = [];
  paused = false;

  override async commit(writes: readonly Write[]): Promise<void> {
    if (this.paused)
      await new Promise<void>((resolve, reject) => this.#waiting.push({ writes, resolve, reject }));
    return super.commit(writes);
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  answer(error?: Error): void {
    const next = this.#waiting.shift();
    if (error) next?.reject(error);
    else next?.resolve();
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe.each(STORES)("a transaction %s", (_, open) => {
  it("MUT-01 reads its own writes, and others read them only after it", () =>
    withDatabase(open, async (database) => {
      const [id = ""] = await insert(database, { n: 1 });
      await database.mutate(async (tx) => {
        tx.shallowMerge("", id, { n: 2, extra: "x" });
        tx.insert("", "items", { n: 5 });
        expect(JSON.parse(tx.get("", id) ?? "")).toMatchObject({ n: 2, extra: "x" });
        expect(collect(tx, source(null)).map((doc) => doc.n)).toEqual([2, 5]);
        expect(everything(database).map((doc) => doc.n)).toEqual([1]);
        tx.remove("", id);
        expect(tx.get("", id)).toBeNull();
        expect(collect(tx, source(null)).map((doc) => doc.n)).toEqual([5]);
      });
      expect(everything(database).map((doc) => doc.n)).toEqual([5]);
    }));

  it("MUT-01 MUT-06 leaves nothing behind when its body throws", () =>
    withDatabase(open, async (database) => {
      await insert(database, { n: 1 });
      const failed = database.mutate(async (tx) => {
        tx.insert("", "items", { n: 2 });
        tx.insert("", "fresh", {});
        throw new Error("changed my mind");
      });
      await expect(failed).rejects.toThrow("changed my mind");
      expect(everything(database).map((doc) => doc.n)).toEqual([1]);
      expect(reading(database, (tx) => tx.tables("").map((table) => table.name))).toEqual(["items"]);
    }));

  it("MUT-07 undoes exactly what came after a savepoint, nested ones too", () =>
    withDatabase(open, async (database) => {
      const [first = "", second = ""] = await insert(database, { n: 1 }, { n: 2 });
      await database.mutate(async (tx) => {
        tx.replace("", first, { n: 10 });
        const outer = tx.savepoint();
        tx.remove("", second);
        const inner = tx.savepoint();
        tx.insert("", "items", { n: 3 });
        tx.shallowMerge("", first, { n: 11 });
        inner.rollback();
        expect(collect(tx, source(null)).map((doc) => doc.n)).toEqual([10]);
        tx.insert("", "items", { n: 4 });
        outer.rollback();
        expect(collect(tx, source(null)).map((doc) => doc.n)).toEqual([10, 2]);
        tx.insert("", "items", { n: 5 });
      });
      expect(everything(database).map((doc) => doc.n)).toEqual([10, 2, 5]);
    }));

  it("MUT-01 sees one moment, however long it stays and whatever is committed meanwhile", () =>
    withDatabase(open, async (database) => {
      await insert(database, { n: 1 }, { n: 2 });
      const tx = database.read();
      const iterator = tx.query("", { source: source(null), operators: [] });
      expect(JSON.parse(iterator.next().value ?? "")).toMatchObject({ n: 1 });
      for (let n = 3; n < 20; n++) await insert(database, { n });
      expect(JSON.parse(iterator.next().value ?? "")).toMatchObject({ n: 2 });
      expect(iterator.next().done).toBe(true);
      expect(collect(tx, source(null))).toHaveLength(2);
      tx.close();
      expect(everything(database)).toHaveLength(19);
    }));

  it("sees documents that it writes ahead of a scan under way", () =>
    withDatabase(open, async (database) => {
      await define(database, itemsSchema("by_n"));
      await insert(database, { n: 1 }, { n: 4 });
      const { value } = await database.mutate(async (tx) => {
        const seen: unknown[] = [];
        const iterator = tx.query("", { source: source("by_n"), operators: [] });
        for (let next = iterator.next(); !next.done; next = iterator.next()) {
          const { n, _id } = JSON.parse(next.value) as { n: number; _id: string };
          seen.push(n);
          if (n === 1) for (const more of [0, 2, 3]) tx.insert("", "items", { n: more });
          if (n === 2) tx.remove("", _id);
        }
        return seen;
      });
      expect(value).toEqual([1, 2, 3, 4]);
      expect(everything(database).map((doc) => doc.n)).toEqual([1, 4, 0, 3]);
    }));

  it("MUT-01 keeps the sum of all accounts under random transfers, half of which fail", () =>
    withDatabase(open, async (database) => {
      const chance = seededChance("transfers");
      const ids = await insert(database, ...Array.from({ length: 10 }, () => ({ balance: 100 })));
      const transfers = Array.from({ length: 300 }, async () => {
        const [from, to, amount] = [chance.pick(ids), chance.pick(ids), chance.below(150)];
        const pause = chance.hits(0.3);
        await database.mutate(async (tx) => {
          const take = JSON.parse(tx.get("", from) ?? "") as { balance: number };
          tx.shallowMerge("", from, { balance: take.balance - amount });
          if (pause) await turn();
          const give = JSON.parse(tx.get("", to) ?? "") as { balance: number };
          tx.shallowMerge("", to, { balance: give.balance + amount });
          const left = JSON.parse(tx.get("", from) ?? "") as { balance: number };
          if (left.balance < 0) throw new Error("overdrawn");
        });
      });
      const results = await Promise.allSettled(transfers);
      const balances = everything(database).map((doc) => Number(doc.balance));
      expect(balances.reduce((sum, balance) => sum + balance, 0)).toBe(1000);
      expect(Math.min(...balances)).toBeGreaterThanOrEqual(0);
      expect(results.some((result) => result.status === "rejected")).toBe(true);
      expect(results.some((result) => result.status === "fulfilled")).toBe(true);
    }));

  it("DATA-02 comes back after the database was closed and opened, with its clock going on", async () => {
    const { store, discard } = open();
    const keep: typeof store = {
      snapshot: () => store.snapshot(),
      commit: (writes) => store.commit(writes),
      flushes: 0,
      close: async () => undefined,
    };
    const before = await openDatabase(keep, { now: () => 5_000_000_000_000 });
    await define(before, itemsSchema("by_n"));
    const [old = ""] = await insert(before, { n: 1 });
    const { timestamp } = before;
    await before.close();
    const after = await openDatabase(keep, { now: () => 1_000 });
    expect(after.timestamp).toBe(timestamp);
    await insert(after, { n: 0 });
    expect(after.timestamp).toBeGreaterThan(timestamp);
    expect(reading(after, (tx) => collect(tx, source("by_n")).map((doc) => doc.n))).toEqual([0, 1]);
    const [first, second] = everything(after);
    expect(first?._id).toBe(old);
    expect(second?._creationTime).toBeGreaterThan(first?._creationTime ?? Number.NaN);
    await after.close();
    await store.close();
    discard();
  });
});

describe("durability", () => {
  it("MUT-02 answers nobody, shows nothing and publishes nothing before the flush", async () => {
    const store = new SlowStore();
    const database = await openDatabase(store);
    const published: Commit[] = [];
    database.onCommit((commit) => published.push(commit));
    await insert(database, { n: 0 });
    store.paused = true;
    published.length = 0;
    let answered = false;
    const write = insert(database, { n: 1 }).then(() => {
      answered = true;
    });
    await turn();
    expect([answered, published.length, everything(database).length]).toEqual([false, 0, 1]);
    store.answer();
    await write;
    expect([answered, published.length, everything(database).length]).toEqual([true, 1, 2]);
    store.paused = false;
    await database.close();
  });

  it("STORE-06 shares one flush among all that gather while another is under way", async () => {
    const store = new SlowStore();
    const database = await openDatabase(store);
    await insert(database, { n: 0 });
    store.paused = true;
    const before = database.counters.flushes;
    const writes = Array.from({ length: 64 }, (_, n) => insert(database, { n }));
    await turn();
    expect(store.waiting).toBe(1);
    store.answer();
    await turn();
    store.answer();
    await Promise.all(writes);
    expect(database.counters.flushes - before).toBe(2);
    expect(everything(database)).toHaveLength(65);
    store.paused = false;
    await database.close();
  });

  it("MUT-02 lets a mutation that only looked wait for what it saw", async () => {
    const store = new SlowStore();
    const database = await openDatabase(store);
    await insert(database, { n: 0 });
    store.paused = true;
    const write = insert(database, { n: 1 });
    let looked: number | null = null;
    const look = database
      .mutate(async (tx) => collect(tx, source(null)).length)
      .then(({ value }) => {
        looked = value;
      });
    const refused = expect(
      database.mutate(async (tx) => {
        throw new Error(`saw ${collect(tx, source(null)).length}`);
      }),
    ).rejects.toThrow("saw 2");
    await turn();
    expect(looked).toBeNull();
    store.answer();
    await Promise.all([write, look, refused]);
    expect(looked).toBe(2);
    store.paused = false;
    await database.close();
  });

  it("STORE-04 acknowledges nothing more once the disk has failed, and still reads what was durable", async () => {
    const store = new SlowStore();
    const database = await openDatabase(store);
    await insert(database, { n: 0 });
    store.paused = true;
    const inFlight = insert(database, { n: 1 });
    const gathering = insert(database, { n: 2 });
    const checks = [inFlight, gathering].map((write) =>
      expect(write).rejects.toBeInstanceOf(StoreFailedError),
    );
    await turn();
    store.answer(new Error("EIO"));
    await Promise.all(checks);
    store.paused = false;
    await expect(insert(database, { n: 3 })).rejects.toThrow(/disk refused a write.*EIO/);
    await expect(database.mutate(async () => "just looking")).rejects.toBeInstanceOf(StoreFailedError);
    expect(everything(database).map((doc) => doc.n)).toEqual([0]);
  });

  it("STORE-06 costs nothing when nothing was written", async () => {
    const database = await openDatabase(new MemoryStore());
    await insert(database, { n: 0 });
    const before = database.counters;
    await database.mutate(async (tx) => collect(tx, source(null)));
    expect(database.counters.flushes).toBe(before.flushes);
    expect(database.counters.commits).toBe(before.commits);
  });
});

describe("the line of mutations", () => {
  it("MUT-01 runs them one at a time, in the order of the calls", async () => {
    const database = await openDatabase(new MemoryStore());
    const order: string[] = [];
    await Promise.all(
      ["a", "b", "c"].map((name, i) =>
        database.mutate(async () => {
          order.push(`${name} begins`);
          for (let wait = 3; wait > i; wait--) await turn();
          order.push(`${name} ends`);
        }),
      ),
    );
    expect(order).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
  });

  it("FUN-04 goes on after a mutation that never ends, of which nothing remains", async () => {
    const database = await openDatabase(new MemoryStore());
    let late: unknown;
    const stuck = database.mutate(
      async (tx) => {
        tx.insert("", "items", { n: 1 });
        await new Promise((resolve) => setTimeout(resolve, 60));
        try {
          tx.insert("", "items", { n: 2 });
        } catch (error) {
          late = error;
        }
      },
      { timeoutMs: 20 },
    );
    const next = insert(database, { n: 3 });
    await expect(stuck).rejects.toThrow(/longer than 20 ms/);
    await next;
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(late).toBeInstanceOf(DatabaseError);
    expect(everything(database).map((doc) => doc.n)).toEqual([3]);
  });

  it("finishes what it has when the database closes, and refuses what comes later", async () => {
    const database = await openDatabase(new MemoryStore());
    const accepted = [insert(database, { n: 1 }), insert(database, { n: 2 })];
    const closed = database.close();
    await expect(insert(database, { n: 3 })).rejects.toThrow("The database is closing.");
    expect(() => database.read()).toThrow("The database is closing.");
    await closed;
    expect(await Promise.all(accepted)).toHaveLength(2);
  });

  it("DATA-02 publishes commits in order, at timestamps that only rise, though the wall clock goes back", async () => {
    let now = 10_000;
    const database = await openDatabase(new MemoryStore(), { now: () => now });
    const seen: number[] = [];
    database.onCommit((commit) => seen.push(commit.timestamp));
    const results = [];
    for (let i = 0; i < 50; i++) {
      now += i % 7 === 0 ? -3_000 : 1;
      results.push(await database.mutate(async (tx) => tx.insert("", "items", { i })));
    }
    expect(seen).toEqual(results.map((result) => result.timestamp));
    expect([...new Set(seen)].sort((a, b) => a - b)).toEqual(seen);
    const times = everything(database).map((doc) => doc._creationTime);
    expect([...new Set(times)].sort((a, b) => a - b)).toEqual(times);
    expect(everything(database).map((doc) => doc.i)).toEqual(results.map((_, i) => i));
  });
});
