import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#convex/dates.ts";
import { overlaps } from "#convex/status/rules/spans.ts";
import { twinsOf, withoutTwins } from "#convex/students/rules/twins.ts";

type Row = { part: string; startsOn: string; endsOn?: string };
const partOf = ({ part }: Row) => part;

const aRow = fc
  .tuple(fc.constantFrom("teacher", "specialist"), fc.nat(40), fc.nat(8), fc.boolean())
  .map(([part, from, length, isOpen]): Row => {
    const startsOn = addDays("2026-01-01", from);
    return { part, startsOn, ...(!isOpen && { endsOn: addDays(startsOn, length) }) };
  });
const rowsOfAPerson = fc.array(aRow, { minLength: 1, maxLength: 8 });

/** Step by step, from a row to those it overlaps and on from there. */
function reached(row: Row, rows: readonly Row[]): Set<Row> {
  const found = new Set([row]);
  for (const one of found) {
    for (const other of rows) if (partOf(one) === partOf(other) && overlaps(one, other)) found.add(other);
  }
  return found;
}

describe("rows of one person in one part", () => {
  test("tell the same when their days overlap, directly or through a third", () => {
    fc.assert(
      fc.property(rowsOfAPerson, (rows) => {
        for (const row of rows) expect(new Set(twinsOf(row, rows, partOf))).toEqual(reached(row, rows));
      }),
      { numRuns: 200 },
    );
  });

  test("are told as one each, from the first day of any to the last of any", () => {
    fc.assert(
      fc.property(rowsOfAPerson, (rows) => {
        const told = withoutTwins(rows, partOf);
        for (const spell of told) {
          const same = twinsOf(spell, rows, partOf);
          expect(spell.startsOn).toBe(same.map(({ startsOn }) => startsOn).sort()[0]);
          const isOpen = same.some(({ endsOn }) => endsOn === undefined);
          expect(spell.endsOn).toBe(
            isOpen
              ? undefined
              : same
                  .map(({ endsOn }) => endsOn)
                  .sort()
                  .at(-1),
          );
        }
        const firsts = rows.map((row) =>
          Math.min(...[...reached(row, rows)].map((one) => rows.indexOf(one))),
        );
        expect(told).toHaveLength(new Set(firsts).size);
      }),
      { numRuns: 200 },
    );
  });
});
