import { defineTable } from "convex/server";
import { v } from "convex/values";
import { civilDay, compartment } from "../values";

export const progressTables = {
  /** One measurement of a goal. Written by progress/observations.ts; retracted, never deleted. */
  observations: defineTable({
    ...compartment,
    /** The first goal of the line: a goal that goes on from an earlier plan goes on with its measurements. */
    goalId: v.id("goals"),
    observedOn: civilDay,
    value: v.number(),
    note: v.optional(v.string()),
    setting: v.optional(v.string()),
    promptLevel: v.optional(v.string()),
    trials: v.optional(v.object({ correct: v.number(), total: v.number() })),
    recordedBy: v.id("people"),
    /** Made by the recording device, so that a measurement sent twice from the outbox counts once. */
    clientKey: v.string(),
    retractedAt: v.optional(v.number()),
  })
    .index("by_goal_and_day", ["goalId", "retractedAt", "observedOn"])
    .index("by_goal_and_client_key", ["goalId", "clientKey"]),
};
