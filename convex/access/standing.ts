import { type Infer, v } from "convex/values";

/** As what somebody acted about a student, on the day they did. */
export const standing = v.union(
  v.literal("administrator"),
  v.literal("caseManager"),
  v.literal("team"),
  v.literal("guardian"),
  v.literal("student"),
  v.literal("emergency"),
);
export type Standing = Infer<typeof standing>;
