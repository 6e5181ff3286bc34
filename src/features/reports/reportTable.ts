import { suppressedTable } from "#convex/reports/rules/suppression.ts";

/** A table of counts with its totals, as it is shown, printed and saved; null is a hidden number. */
export type CountTable = {
  id: string;
  title: string;
  /** What the first column names. */
  corner: string;
  columns: readonly string[];
  rows: readonly { label: string; cells: readonly (number | null)[] }[];
};

type Counted = { id: string; label: string };

export type Grid = {
  id: string;
  title: string;
  corner: string;
  rows: readonly Counted[];
  columns: readonly Counted[];
  count: (row: string, column: string) => number;
};

export type Words = { total: string };

/**
 * The table of a grid: rows and columns without anything in them are left out, totals are added. For sharing,
 * small numbers are hidden, and with them what would give them away.
 */
export function tableOf(grid: Grid, { total }: Words, hideBelow: number | null): CountTable {
  const rows = grid.rows.filter((row) => grid.columns.some((column) => grid.count(row.id, column.id) > 0));
  const columns = grid.columns.filter((column) => rows.some((row) => grid.count(row.id, column.id) > 0));
  const counts = rows.map((row) => columns.map((column) => grid.count(row.id, column.id)));
  const shown = hideBelow === null ? withTotals(counts) : suppressedTable(counts, hideBelow);
  const labels = [...rows.map(({ label }) => label), total];
  const { id, title, corner } = grid;
  const isEmpty = rows.length === 0;
  return {
    id,
    title,
    corner,
    columns: [...columns.map(({ label }) => label), total],
    rows: isEmpty ? [] : labels.map((label, i) => ({ label, cells: shown[i] ?? [] })),
  };
}

function withTotals(counts: readonly (readonly number[])[]): number[][] {
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const rows = counts.map((row) => [...row, sum(row)]);
  const width = rows[0]?.length ?? 0;
  return [...rows, Array.from({ length: width }, (_, c) => sum(rows.map((row) => row[c] ?? 0)))];
}

/** Adds up what keys begin with: how often ["on", "ideaEligible"] was counted, whatever follows. */
export function sumOf(
  counts: Readonly<Record<string, number>>,
  fits: (parts: readonly string[]) => boolean,
): number {
  return Object.entries(counts).reduce((all, [key, n]) => (fits(key.split("/")) ? all + n : all), 0);
}

/** The values that stand at one place of the keys, in order of their first appearance. */
export function valuesAt(
  counts: Readonly<Record<string, number>>,
  kind: string | null,
  place: number,
): string[] {
  const parts = Object.keys(counts).map((key) => key.split("/"));
  const fitting = parts.filter((key) => kind === null || key[0] === kind);
  return [...new Set(fitting.flatMap((key) => key[place] ?? []))];
}
