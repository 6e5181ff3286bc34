import type { Doc } from "../_generated/dataModel";

type Facts<Row extends "meetings" | "interventions"> = Pick<
  Doc<Row>,
  "kind" | "title" | "people" | "outcome" | "sharedWithFamily"
>;

/** How a child came to their status over some years. Days are counted back from the day of loading. */
export type SampleStory = {
  /** A status that began and ended before. */
  first: Pick<Doc<"senEpisodes">, "kind" | "term" | "reason" | "decidedBy"> & {
    from: number;
    until: number;
    exitReason: string;
  };
  evaluation: {
    asked: number;
    consent: number;
    completed: number;
    askedBy: string;
    reason: string;
    findings: string;
  };
  /** Entered with a wrong first day, and put right. */
  eligible: Pick<Doc<"senEpisodes">, "term" | "reason" | "decidedBy"> & {
    mistaken: number;
    right: number;
    correction: string;
  };
  meetings: readonly (Facts<"meetings"> & { daysAgo: number })[];
  interventions: readonly (Facts<"interventions"> & { from: number; until: number })[];
};
