import { i18n } from "@lingui/core";
import type { FileCode, FileProblem } from "../reading/fileProblem.ts";

type Where = { file: string; line: number };

/** What to say about files that are not taken: which one, why, and what to do. */
export function fileSentenceOf({ code, file, line }: FileProblem): string {
  return sentences[code]({ file, line });
}

const sentences: Record<FileCode, (where: Where) => string> = {
  nothing_chosen: () => i18n.t({ id: "roster.file.nothing", message: "Choose at least one file." }),
  no_reader: () =>
    i18n.t({
      id: "roster.file.noReader",
      message: "What reads the files could not be loaded. Check your connection and choose them again.",
    }),
  too_large: ({ file }) =>
    i18n.t({
      id: "roster.file.tooLarge",
      message: "{file} is larger than 200 MB. Split it by school and import one part after the other.",
      values: { file },
    }),
  unpacks_too_large: ({ file }) =>
    i18n.t({
      id: "roster.file.unpacksTooLarge",
      message:
        "{file} unpacks to far more than a roster holds, so it was not opened. Export it again, or choose the CSV files themselves.",
      values: { file },
    }),
  bad_path: ({ file }) =>
    i18n.t({
      id: "roster.file.badPath",
      message:
        "{file} holds file names that lead outside of it, so it was not opened. Choose the CSV files themselves.",
      values: { file },
    }),
  broken_zip: ({ file }) =>
    i18n.t({
      id: "roster.file.brokenZip",
      message: "{file} is damaged or was not downloaded completely. Download it again.",
      values: { file },
    }),
  is_spreadsheet: ({ file }) =>
    i18n.t({
      id: "roster.file.isSpreadsheet",
      message:
        "{file} is a workbook. Open it in your spreadsheet program, save it as “CSV UTF-8”, and choose that file.",
      values: { file },
    }),
  unknown_encoding: ({ file }) =>
    i18n.t({
      id: "roster.file.unknownEncoding",
      message: "{file} is not text that can be read. Save it as “CSV UTF-8” and choose it again.",
      values: { file },
    }),
  broken_quotes: ({ file, line }) =>
    i18n.t({
      id: "roster.file.brokenQuotes",
      message:
        "In {file}, near line {line}, a quotation mark is opened and not closed. Correct it there and choose the file again.",
      values: { file, line },
    }),
  no_header: ({ file }) =>
    i18n.t({
      id: "roster.file.noHeader",
      message: "The first line of {file} must name the columns. Compare it with the template.",
      values: { file },
    }),
  double_header: ({ file }) =>
    i18n.t({
      id: "roster.file.doubleHeader",
      message: "{file} names a column twice. Rename one of them and choose the file again.",
      values: { file },
    }),
  unknown_file: ({ file }) =>
    i18n.t({
      id: "roster.file.unknown",
      message:
        "{file} is neither part of a OneRoster export nor like one of the templates. Compare its columns with the template.",
      values: { file },
    }),
  no_rows: ({ file }) =>
    i18n.t({
      id: "roster.file.noRows",
      message: "There are no rows in {file}. Choose a file with content.",
      values: { file },
    }),
};
