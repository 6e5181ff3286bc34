import { describe, expect, it } from "vitest";
import type { Interval } from "#embedded/database/readSet.ts";
import { createReadSetIndex } from "#embedded/database/readSetIndex.ts";
import { type Chance, seededChance } from "#tests/support/chance.ts";

describe("the index of read sets", () => {
  it("names exactly those whose intervals hold a changed key, as a look at all of them would", () => {
    const chance = seededChance("read sets");
    const index = createReadSetIndex<number>();
    const all = new Map<number, Interval[]>();
    for (let round = 0; round < 5_000; round++) {
      const owner = chance.below(300);
      if (chance.hits(0.4)) {
        index.remove(owner);
        all.delete(owner);
      } else {
        const intervals = Array.from({ length: chance.below(4) }, () => randomInterval(chance));
        index.add(owner, { intervals });
        all.set(owner, intervals);
      }
      const keys = Array.from({ length: chance.below(4) }, () => ({
        index: chance.below(3),
        key: randomKey(chance),
      }));
      const expected = [...all].filter(([, intervals]) =>
        intervals.some(({ index: number, start, end }) =>
          keys.some((k) => k.index === number && k.key >= start && (end === null || k.key < end)),
        ),
      );
      expect([...index.touchedBy({ timestamp: round, keys })].sort()).toEqual(
        expected.map(([name]) => name).sort(),
      );
    }
  });

  it("keeps what was read at the time, though the transaction goes on reading", () => {
    const index = createReadSetIndex<string>();
    const interval = { index: 1, start: "a", end: "c" };
    index.add("query", { intervals: [interval] });
    interval.end = "z";
    expect(index.touchedBy({ timestamp: 1, keys: [{ index: 1, key: "x" }] }).size).toBe(0);
    expect(index.touchedBy({ timestamp: 1, keys: [{ index: 1, key: "b" }] })).toEqual(new Set(["query"]));
  });

  it("looks at few of a hundred thousand", () => {
    const index = createReadSetIndex<number>();
    let compared = 0;
    const key = {
      [Symbol.toPrimitive]: () => {
        compared++;
        return "050000a5";
      },
    } as unknown as string;
    for (let i = 0; i < 100_000; i++) {
      const start = String(i).padStart(6, "0");
      index.add(i, { intervals: [{ index: 1, start: `${start}a`, end: `${start}b` }] });
    }
    const touched = index.touchedBy({ timestamp: 1, keys: [{ index: 1, key }] });
    expect([...touched]).toEqual([50_000]);
    expect(compared).toBeLessThan(300);
  });
});

function randomKey(chance: Chance): string {
  return Array.from({ length: 1 + chance.below(2) }, () => String.fromCharCode(97 + chance.below(6))).join(
    "",
  );
}

function randomInterval(chance: Chance): Interval {
  const index = chance.below(3);
  const start = randomKey(chance);
  if (chance.hits(0.4)) return { index, start, end: `${start}\x00` };
  return { index, start, end: chance.hits(0.2) ? null : start + randomKey(chance) };
}
