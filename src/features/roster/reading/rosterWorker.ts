import type { StagedRow } from "#convex/roster/rules/files.ts";
import { FileProblem } from "./fileProblem.ts";
import { type Parsed, parseFiles } from "./parse.ts";
import { columnNames, prepare } from "./prepare.ts";
import { recognize } from "./recognize.ts";
import type { Answer, Question } from "./rosterReader.ts";

/** Reads files away from the page, which stays alive meanwhile. Holds them until the page lets the worker go. */

let files: Parsed[] = [];
let rows: StagedRow[] = [];

self.onmessage = async ({ data }: MessageEvent<Question>) => {
  try {
    self.postMessage({ id: data.id, answer: await answer(data) } satisfies Answer);
  } catch (error) {
    const { code, file, line } =
      error instanceof FileProblem ? error : { code: "unknown_file" as const, file: "", line: 0 };
    if (!(error instanceof FileProblem)) console.error(error);
    self.postMessage({ id: data.id, problem: { code, file, line } } satisfies Answer);
  }
};

async function answer(question: Question) {
  switch (question.ask) {
    case "open":
      files = await parseFiles(question.files);
      return { ...recognize(files), fingerprint: await fingerprintOf(question.files) };
    case "prepare":
      rows = prepare(files, question.confirmed);
      if (rows.length === 0) throw new FileProblem("no_rows");
      return { count: rows.length, columns: columnNames(question.confirmed) };
    case "rows":
      return rows.slice(question.from, question.from + question.count);
  }
}

/** SHA-256 over the names and contents, so that the same files are known again after the page was closed. */
async function fingerprintOf(chosen: readonly File[]): Promise<string> {
  const parts: ArrayBuffer[] = [];
  for (const file of chosen) {
    parts.push(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    parts.push(new TextEncoder().encode(file.name).buffer);
  }
  const hash = await crypto.subtle.digest("SHA-256", await new Blob(parts).arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
