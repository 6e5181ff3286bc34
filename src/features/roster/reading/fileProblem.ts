/** Why files are not taken, before anything is sent: a stable code and where. Sentences are in fileSentences.ts. */
export const fileCodes = [
  "nothing_chosen",
  "no_reader",
  "too_large",
  "unpacks_too_large",
  "bad_path",
  "broken_zip",
  "is_spreadsheet",
  "unknown_encoding",
  "broken_quotes",
  "no_header",
  "double_header",
  "unknown_file",
  "no_rows",
] as const;
export type FileCode = (typeof fileCodes)[number];

export class FileProblem extends Error {
  readonly code: FileCode;
  readonly file: string;
  /** As a spreadsheet counts; 0 when it is about the whole file. */
  readonly line: number;

  constructor(code: FileCode, file = "", line = 0) {
    super(code);
    this.code = code;
    this.file = file;
    this.line = line;
  }
}
