import type { StagedRow } from "#convex/roster/rules/files.ts";
import { type FileCode, FileProblem } from "./fileProblem.ts";
import type { Confirmed } from "./prepare.ts";
import type { Recognized } from "./recognize.ts";

/** What the page asks of the worker, and what it answers. */
export type Question = { id: number } & (
  | { ask: "open"; files: File[] }
  | { ask: "prepare"; confirmed: Confirmed }
  | { ask: "rows"; from: number; count: number }
);
export type Answer = { id: number } & (
  | { answer: unknown }
  | { problem: { code: FileCode; file: string; line: number } }
);

export type Opened = Recognized & { fingerprint: string };

/** Files being read in a worker of their own. Every question throws a FileProblem that can be shown. */
export type RosterReader = {
  open(files: File[]): Promise<Opened>;
  prepare(confirmed: Confirmed): Promise<{ count: number; columns: Record<string, string> }>;
  rows(from: number, count: number): Promise<StagedRow[]>;
  close(): void;
};

type Waiting = { settle: (answer: unknown) => void; fail: (problem: Error) => void };

export function startReader(): RosterReader {
  const worker = new Worker(new URL("./rosterWorker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if ("problem" in data) {
      one?.fail(new FileProblem(data.problem.code, data.problem.file, data.problem.line));
    } else one?.settle(data.answer);
  };
  worker.onerror = (event) => {
    // An error of the code says where it was thrown; code that could not be fetched has nothing to say.
    const code = event.message ? "too_large" : "no_reader";
    for (const { fail } of waiting.values()) fail(new FileProblem(code));
    waiting.clear();
  };
  const ask = <T>(question: Record<string, unknown>): Promise<T> =>
    new Promise((settle, fail) => {
      const id = ++asked;
      waiting.set(id, { settle: settle as Waiting["settle"], fail });
      worker.postMessage({ id, ...question });
    });
  return {
    open: (files) => ask({ ask: "open", files }),
    prepare: (confirmed) => ask({ ask: "prepare", confirmed }),
    rows: (from, count) => ask({ ask: "rows", from, count }),
    close: () => worker.terminate(),
  };
}
