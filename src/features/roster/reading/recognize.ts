import {
  type OneRosterFile,
  oneRosterFiles,
  otherOneRosterFiles,
} from "#convex/roster/rules/oneRosterColumns.ts";
import type { OneRosterFiles } from "#convex/roster/rules/oneRosterRows.ts";
import { readManifest } from "#convex/roster/rules/oneRosterRows.ts";
import { guessColumns, guessTemplate, type TemplateName } from "#convex/roster/rules/templates.ts";
import { FileProblem } from "./fileProblem.ts";
import type { Parsed } from "./parse.ts";

/** What the chosen files are, for a person to confirm. */
export type Recognized = {
  format: "oneRoster" | "templates";
  version: "1.1" | "1.2" | null;
  mode: "bulk" | "delta";
  /** What the files call the system they come from; empty when they do not say. */
  source: string;
  files: RecognizedFile[];
};

export type RecognizedFile = {
  name: string;
  records: number;
  encoding: Parsed["encoding"];
  headers: string[];
  /** The first record, to show what a column holds. */
  example: string[];
  /** Which of our own files it is, and which column is which field; null in a OneRoster export. */
  template: TemplateName | null;
  columns: Record<string, string>;
  /** A file that an import leaves alone. */
  isIgnored: boolean;
};

const standard = new Map(oneRosterFiles.map((name) => [name.toLowerCase(), name]));
const others = new Set(otherOneRosterFiles.map((name) => name.toLowerCase()));
const baseOf = (name: string) => name.toLowerCase().replace(/\.csv$/, "");

const isOneRoster = ({ name, headers }: Parsed) =>
  standard.has(baseOf(name)) && (headers.includes("sourcedId") || headers.includes("propertyName"));

/** The files of an export by their standard names. */
export function oneRosterSet(files: readonly Parsed[]): OneRosterFiles {
  const set: OneRosterFiles = {};
  for (const file of files) {
    const name = isOneRoster(file) ? standard.get(baseOf(file.name)) : undefined;
    if (name) set[name as OneRosterFile | "roles"] = file;
  }
  return set;
}

/** Throws `unknown_file` for a table that is neither, `no_rows` for nothing but headers. */
export function recognize(files: readonly Parsed[]): Recognized {
  const isStandard = files.some(isOneRoster);
  if (files.every(({ records }) => records.every((record) => record.every((cell) => cell.trim() === "")))) {
    throw new FileProblem("no_rows", files[0]?.name ?? "");
  }
  if (isStandard) {
    const manifest = readManifest(oneRosterSet(files));
    return {
      format: "oneRoster",
      version: manifest.version,
      mode: manifest.mode,
      source: manifest.systemName,
      files: files.map((file) => {
        if (!isOneRoster(file) && !others.has(baseOf(file.name)) && !isProfile(file)) {
          throw new FileProblem("unknown_file", file.name);
        }
        return { ...described(file), template: null, columns: {}, isIgnored: !isOneRoster(file) };
      }),
    };
  }
  return {
    format: "templates",
    version: null,
    mode: "delta",
    source: "",
    files: files.map((file) => {
      const template = guessTemplate(file.name, file.headers);
      if (template === null) throw new FileProblem("unknown_file", file.name);
      const columns = guessColumns(template, file.headers);
      return { ...described(file), template, columns, isIgnored: false };
    }),
  };
}

/** Files that 1.2 adds beside the roster: they begin with the same columns. */
const isProfile = ({ headers }: Parsed) => headers.includes("sourcedId");

function described({ name, records, encoding, headers }: Parsed) {
  const [example = []] = records;
  const filled = records.filter((record) => record.some((cell) => cell.trim() !== ""));
  return { name, records: filled.length, encoding, headers, example };
}
