import type { Infer } from "convex/values";
import type { GoalInput, ServiceInput } from "../ieps/rules/goal";
import type { SpecialFactor } from "../ieps/rules/lifecycle";
import type { SectionKind, SectionState } from "../ieps/rules/sections";
import type { relationship } from "../values";
import type { PersonKey } from "./people";
import type { Block } from "./prose";
import type { SampleRecord } from "./record";
import type { SampleStory } from "./story";

/**
 * The shapes of the sample data. Days are counted from the day on which the district is loaded (`daysAgo` back,
 * `startsIn` ahead, negative for the past), so that something is always due.
 */

/** One measurement: so many days ago, its value, and the trials it was counted from. */
export type SampleObservation = {
  daysAgo: number;
  value: number;
  trials?: { correct: number; total: number };
  note?: string;
};

export type SampleGoal = Omit<GoalInput, "baseline" | "target"> & {
  baseline: { value: number; daysAgo: number };
  /** Reached by the plan's last day. */
  target: number;
  series: readonly SampleObservation[];
  /** Who measures; the case manager unless named. */
  measuredBy?: PersonKey;
};

/** Runs as long as its plan. */
export type SampleService = Omit<ServiceInput, "startsOn" | "endsOn">;
export type SampleAccommodation = { category: string; text: string; setting: string };

export type SamplePlan = {
  title: string;
  status: "draft" | "inEffect";
  startsIn: number;
  /** The meeting; none held yet when absent. */
  meetingIn?: number;
  /** Whether the plan is an amendment of the one in effect: then everything else is copied from that. */
  amends?: true;
  shared: boolean;
  sections: Partial<Record<SectionKind, { text?: readonly Block[]; state: SectionState }>>;
  goals: readonly SampleGoal[];
  services: readonly SampleService[];
  accommodations: readonly SampleAccommodation[];
  factors: Partial<Record<SpecialFactor, { applies: boolean; explanation: string }>>;
};

export type SampleChild = {
  number: string;
  firstName: string;
  lastName: string;
  preferredName?: string;
  gradeLevel: string;
  /** Age in years, and days since that birthday. */
  age: readonly [years: number, days: number];
  school: "elementary" | "high";
  /** The first is the primary one. */
  needs: readonly string[];
  caseManager: PersonKey;
  team: readonly PersonKey[];
  guardians?: readonly { key: PersonKey; relationship: Infer<typeof relationship> }[];
  plans: readonly SamplePlan[];
  record?: SampleRecord;
  /** How the child came to their status; without one, it begins shortly before the plan. */
  story?: SampleStory;
  /** The plan in effect is the first that the child ever had. */
  isNewlyEligible?: true;
  /** Days since the first day at the school, where it is not the usual one. */
  enrolledSince?: number;
};
