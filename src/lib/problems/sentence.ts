import type { ErrorCode, Problem } from "#convex/errors.ts";

/** What to say about a problem, with the values that came with it. */
export type Sentence = (params: NonNullable<Problem["params"]>) => string;

/** The sentences of some problems, as one file of a domain holds them. */
export type Sentences = Partial<Record<ErrorCode, Sentence>>;
