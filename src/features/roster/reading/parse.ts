import Papa from "papaparse";
import type { ReadFile } from "#convex/roster/rules/files.ts";
import { decode, type Encoding } from "./decode.ts";
import { FileProblem } from "./fileProblem.ts";
import { isZip, limits, type Packed, unpack } from "./unpack.ts";

export type Parsed = ReadFile & { encoding: Encoding };

/** Every table in the chosen files, zip files opened. Throws a FileProblem that says which file and what to do. */
export async function parseFiles(files: readonly File[]): Promise<Parsed[]> {
  if (files.length === 0) throw new FileProblem("nothing_chosen");
  const packed: Packed[] = [];
  for (const file of files) {
    if (file.size > limits.file) throw new FileProblem("too_large", file.name);
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (isZip(bytes)) packed.push(...unpack(file.name, bytes));
    else packed.push({ name: file.name, bytes });
  }
  return packed.map(({ name, bytes }) => parse(name, bytes));
}

/** One table, as RFC 4180 writes them; semicolons and tabs between cells are understood as well. */
export function parse(name: string, bytes: Uint8Array): Parsed {
  const { text, encoding } = decode(bytes, name);
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), {
    delimitersToGuess: [",", ";", "\t", "|"],
  });
  const broken = errors.find(({ type }) => type === "Quotes");
  if (broken) throw new FileProblem("broken_quotes", name, (broken.row ?? 0) + 1);
  const [headers = [], ...records] = data;
  const named = headers.map((header) => header.trim()).filter((header) => header !== "");
  if (named.length === 0) throw new FileProblem("no_header", name);
  const doubled = named.find((header, i) => named.indexOf(header) !== i);
  if (doubled !== undefined) throw new FileProblem("double_header", name, 1);
  return { name, headers: headers.map((header) => header.trim()), records, encoding };
}
