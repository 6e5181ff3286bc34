import type { Profile } from "../students/rules/profile";

/** What the sample writes into a child's record beside who they are; parts that are left out stay blank. */
export type SampleRecord = {
  pronouns?: string;
  stateNumber?: string;
  /** By somebody on the team, so that the history shows more than one hand. */
  byTheTeam?: Partial<Pick<Profile, "learning" | "accessibility" | "adjustments">>;
  byTheCaseManager?: Partial<Pick<Profile, "languages" | "contacts" | "transport">>;
  health?: Partial<Profile["health"]>;
  /** Measured so many days ago. */
  baselines?: readonly (Omit<Profile["baselines"]["baselines"][number], "key" | "measuredOn"> & {
    daysAgo: number;
  })[];
  /** Came from a school outside, so many days ago. */
  cameFrom?: { place: string; daysAgo: number; comparableServices: string };
};
