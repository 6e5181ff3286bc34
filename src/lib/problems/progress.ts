import { i18n } from "@lingui/core";
import type { Sentences } from "./sentence.ts";

/** What to say about problems of goals and observations. */
export const progressProblems = {
  goal_retired: () =>
    i18n.t({
      id: "problem.goalRetired",
      message: "This goal is no longer worked on, so nothing can be added.",
    }),
  observation_retracted: () =>
    i18n.t({ id: "problem.observationRetracted", message: "This observation was taken back already." }),
} satisfies Sentences;
