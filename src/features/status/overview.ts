import type { FunctionReturnType } from "convex/server";
import type { api } from "#convex/_generated/api.js";

/** A child's status today and over the years. */
export type Overview = FunctionReturnType<typeof api.status.overview.get>;
export type EpisodeShown = Overview["episodes"][number];
export type EvaluationShown = Overview["evaluations"][number];
