import type { FunctionReturnType } from "convex/server";
import type { api } from "#convex/_generated/api.js";

/** Something that happened with a child, on a day. */
export type TimelineEvent = FunctionReturnType<typeof api.history.timeline.list>["page"][number];
export type Group = TimelineEvent["group"];
