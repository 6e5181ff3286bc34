import type { JSONContent } from "@tiptap/core";

/** One accepted step as it travels. */
export interface StepRecord {
  readonly step: string;
  readonly clientId: string;
  readonly serial: number;
  readonly personId: string | null;
}

/** A text at some version; the steps after it can be had. */
export interface Snapshot {
  readonly version: number;
  readonly content: JSONContent;
}

/** Steps in order of versions; the last one made `version`. */
export interface Tail {
  readonly version: number;
  readonly steps: readonly StepRecord[];
}

export interface Submission {
  readonly version: number;
  readonly clientId: string;
  readonly serials: number[];
  readonly steps: string[];
}

export type SubmitAnswer =
  | { readonly status: "taken"; readonly version: number; readonly through: number }
  | { readonly status: "behind"; readonly version: number }
  | { readonly status: "duplicate"; readonly version: number; readonly through: number };

/** The server's side of one document, as `convex/ieps/README.md` describes it. */
export interface Authority {
  snapshot(): Promise<Snapshot>;
  stepsAfter(version: number): Promise<Tail>;
  /** Answers after the submission's own effect has reached `watch`. Rejects with the server's refusal. */
  submit(submission: Submission): Promise<SubmitAnswer>;
  /** Calls back with the newest tail now and at each change, until the answer is called. */
  watch(onTail: (tail: Tail) => void, onRefused: (error: unknown) => void): () => void;
}
