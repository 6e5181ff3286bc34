import { type Infer, v } from "convex/values";

/** A civil day, "YYYY-MM-DD" (see dates.ts); the shape is checked by each domain's rules. */
export const civilDay = v.string();

/** What a person is in an organization. A person may hold several at once, each with its own dates. */
export const roles = [
  "administrator",
  "caseManager",
  "teacher",
  "specialist",
  "guardian",
  "student",
] as const;
export type Role = (typeof roles)[number];
export const role = v.union(
  v.literal("administrator"),
  v.literal("caseManager"),
  v.literal("teacher"),
  v.literal("specialist"),
  v.literal("guardian"),
  v.literal("student"),
);

/**
 * What a person is on one child's team, in the words of 34 CFR 300.321(a). The case manager is not among
 * them: that is one field of the student.
 */
export const teamRole = v.union(
  v.literal("generalEducationTeacher"),
  v.literal("specialEducationTeacher"),
  v.literal("specialist"),
  v.literal("agencyRepresentative"),
  v.literal("evaluationInterpreter"),
  v.literal("other"),
);
export type TeamRole = Infer<typeof teamRole>;

export const relationship = v.union(
  v.literal("mother"),
  v.literal("father"),
  v.literal("parent"),
  v.literal("grandparent"),
  v.literal("stepParent"),
  v.literal("fosterParent"),
  v.literal("legalGuardian"),
  /** Appointed where no parent can be found or the child is a ward of the state (34 CFR 300.519). */
  v.literal("surrogateParent"),
  /** The state as guardian: sees and is told, but is no parent who consents (34 CFR 300.30(a)(3)). */
  v.literal("stateAgency"),
  v.literal("other"),
);
export type Relationship = Infer<typeof relationship>;

/** The two fields that every row about a pupil carries from birth; neither is ever changed. */
export const compartment = { organizationId: v.id("organizations"), studentId: v.id("students") };

/** For rows that are told apart from the record's own when they came with another record of the same child: with which. */
export const cameWith = { mergeId: v.optional(v.id("merges")) };
