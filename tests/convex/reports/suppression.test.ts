import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Suppressed,
  suppressedFlow,
  suppressedList,
  suppressedTable,
} from "#convex/reports/rules/suppression.ts";

const RUNS = Number(process.env.SUPPRESSION_RUNS ?? 100);

/** The table with its totals, as it would be published whole. */
function withTotals(cells: readonly (readonly number[])[]): number[][] {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const rows = cells.map((row) => [...row, sum(row)]);
  const width = rows[0]?.length ?? 0;
  return [...rows, Array.from({ length: width }, (_, c) => sum(rows.map((row) => row[c] ?? 0)))];
}

/**
 * Somebody outside who sees the published table and knows only that counts are not negative and that totals add
 * up: tries every number for a hidden cell, and finds those for which the rest can still be filled in. Written
 * apart from the code: plain search with sums, no networks.
 */
function possibleValues(published: Suppressed, row: number, column: number, most: number): number[] {
  const possible: number[] = [];
  for (let value = 0; value <= most && possible.length < 2; value++) {
    const tried = published.map((cells) => [...cells]);
    (tried[row] as (number | null)[])[column] = value;
    if (canBeFilled(tried, most)) possible.push(value);
  }
  return possible;
}

function canBeFilled(table: Suppressed, most: number): boolean {
  const filled = forced(table, most);
  if (filled === null) return false;
  for (const [r, cells] of filled.entries()) {
    const c = cells.indexOf(null);
    if (c === -1) continue;
    for (let value = 0; value <= most; value++) {
      const tried = filled.map((row) => [...row]);
      (tried[r] as (number | null)[])[c] = value;
      if (canBeFilled(tried, most)) return true;
    }
    return false;
  }
  return true;
}

/** Fills in what follows from one sum alone, until nothing more does; null when a sum cannot come out. */
function forced(table: Suppressed, most: number): Suppressed | null {
  const cells = table.map((row) => [...row]);
  const at = (r: number, c: number) => cells[r]?.[c] ?? null;
  const height = cells.length - 1;
  const width = (cells[0]?.length ?? 1) - 1;
  const sums = [
    ...cells.map((_, r) => [...Array(width + 1).keys()].map((c) => [r, c] as const)),
    ...[...Array(width + 1).keys()].map((c) => [...Array(height + 1).keys()].map((r) => [r, c] as const)),
  ];
  for (let moved = true; moved; ) {
    moved = false;
    for (const places of sums) {
      const open = places.filter(([r, c]) => at(r, c) === null);
      const signed = places.reduce(
        (sum, [r, c], i) => sum + (i === places.length - 1 ? -1 : 1) * (at(r, c) ?? 0),
        0,
      );
      if (open.length === 0 && signed !== 0) return null;
      const [only] = open;
      if (open.length !== 1 || !only) continue;
      const isTotal = only === places[places.length - 1];
      const value = isTotal ? signed : -signed;
      if (value < 0 || value > most * 4) return null;
      (cells[only[0]] as (number | null)[])[only[1]] = value;
      moved = true;
    }
  }
  return cells;
}

describe("a table that leaves the organization", () => {
  const small = fc.integer({ min: 0, max: 7 });
  const shape = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }));
  const tables = shape.chain(([height, width]) =>
    fc.array(fc.array(small, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );

  test("shows no small number, and lets none be worked out from the rest", () => {
    fc.assert(
      fc.property(tables, (cells) => {
        const whole = withTotals(cells);
        const published = suppressedTable(cells, 3);
        for (const [r, row] of whole.entries()) {
          for (const [c, value] of row.entries()) {
            const seen = published[r]?.[c];
            if (seen !== null) expect(seen).toBe(value);
            if (value === 0 || value >= 3) continue;
            expect(seen).toBeNull();
            expect(possibleValues(published, r, c, 64).length).toBeGreaterThan(1);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("hides nothing where every number is large or zero", () => {
    expect(
      suppressedTable([
        [10, 0],
        [25, 40],
      ]),
    ).toEqual([
      [10, 0, 10],
      [25, 40, 65],
      [35, 40, 75],
    ]);
  });

  test("hides a second number in the row and in the column of a small one", () => {
    const published = suppressedTable([
      [4, 50, 60],
      [70, 12, 80],
      [90, 95, 99],
    ]);
    expect(published[0]?.[0]).toBeNull();
    expect(published[0]?.filter((cell) => cell === null)).toHaveLength(2);
    expect(published.map((row) => row[0]).filter((cell) => cell === null)).toHaveLength(2);
    // The cheapest circle: what is lost is 12, not 99.
    expect(published[1]?.[1]).toBeNull();
  });

  test("hides a second number of a list", () => {
    expect(suppressedList([3, 40, 20])).toEqual([null, 40, null, 63]);
  });

  test("notices when only the first step would have been taken", () => {
    // Hidden alone, the 1 follows from its row: this is what the search above is there to find.
    expect(
      possibleValues(
        [
          [null, 5, 6],
          [4, 5, 9],
          [5, 10, 15],
        ],
        0,
        0,
        20,
      ),
    ).toEqual([1]);
  });
});

describe("entries and exits that leave the organization", () => {
  const small = fc.integer({ min: 0, max: 6 });
  /** Years in a row, each beginning with what the one before ended with. */
  const years = fc
    .tuple(small, fc.array(fc.tuple(small, small), { minLength: 1, maxLength: 3 }))
    .map(([first, moves]) => {
      let opening = first;
      return moves.map(([entered, wantsOut]) => {
        const left = Math.min(wantsOut, opening + entered);
        const flow = { opening, entered, left, closing: opening + entered - left };
        opening = flow.closing;
        return flow;
      });
    });

  test("show no small number, and lets none be worked out from before + in = out + after", () => {
    fc.assert(
      fc.property(years, (flows) => {
        const shown = suppressedFlow(flows, (i) => i > 0, 3);
        for (const [i, flow] of flows.entries()) {
          for (const name of ["opening", "entered", "left", "closing"] as const) {
            const seen = shown[i]?.[name];
            if (seen !== null) expect(seen).toBe(flow[name]);
            if (flow[name] === 0 || flow[name] >= 3) continue;
            expect(seen).toBeNull();
            expect(possibleFlows(shown, i, name, 24)).toBeGreaterThan(1);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  type Shown = Record<"opening" | "entered" | "left" | "closing", number | null>;

  /** How many values one hidden number can have, by trying whole years one after another. */
  function possibleFlows(shown: readonly Shown[], at: number, name: keyof Shown, most: number): number {
    const fits = (value: number | null, tried: number) => value === null || value === tried;
    const found = new Set<number>();
    const follow = (i: number, opening: number, chosen: number | null): void => {
      const year = shown[i];
      if (!year) {
        if (chosen !== null) found.add(chosen);
        return;
      }
      if (!fits(year.opening, opening) || found.size > 1) return;
      for (let entered = 0; entered <= (year.entered ?? most); entered++) {
        if (!fits(year.entered, entered)) continue;
        for (let left = 0; left <= Math.min(year.left ?? most, opening + entered); left++) {
          const closing = opening + entered - left;
          if (!fits(year.left, left) || !fits(year.closing, closing)) continue;
          const value = { opening, entered, left, closing }[name];
          follow(i + 1, closing, i === at ? value : chosen);
        }
      }
    };
    for (let opening = 0; opening <= (shown[0]?.opening ?? most); opening++) follow(0, opening, null);
    return found.size;
  }
});
