import Papa from "papaparse";

/** A cell of a table that leaves the system. Absent is an empty cell. */
export type Cell = string | number | boolean | null | undefined;

/**
 * What a spreadsheet may take for the start of a formula: OWASP's list (CSV injection), with the full-width
 * signs that Japanese and Chinese input methods write, even behind white space or invisible characters.
 */
const FORMULA = /^[\s\u00AD\u200B-\u200D\u2060\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20|%]|^[\t\r\n]/;
/** Characters that turn the order of what follows around, or that no text needs: they hide what a cell holds. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;
/** Spreadsheets read a file as UTF-8 only with this mark in front. */
const MARK = "\uFEFF";

/**
 * Text that no spreadsheet runs: an apostrophe stands before what would start a formula. A number that is a
 * number stays one, minus sign and all.
 */
export function neutralized(cell: Cell): string | number {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : "";
  const text = String(cell).replace(TURNING, "").replace(CONTROL, "");
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe of `neutralized` away again: what comes back from a spreadsheet reads as it was. */
export function restored(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

/** A whole file: RFC 4180 with CRLF, UTF-8 with a mark, every cell neutralized. The only writer of CSV. */
export function csvOf(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return MARK + csvLines([header, ...rows]);
}

/** Lines to be added to a file that has its header, each ended. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return "";
  const cells = rows.map((row) => row.map(neutralized));
  return `${Papa.unparse(cells, { newline: "\r\n", header: false })}\r\n`;
}
