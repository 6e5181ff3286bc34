import type { SpecialFactor } from "../ieps/rules/lifecycle";
import type { SectionKind } from "../ieps/rules/sections";
import type { SampleAccommodation, SampleGoal, SamplePlan, SampleService } from "./child";
import { heading, p } from "./prose";

/** What a short plan needs to be told; the rest of it is the same for every child. */
type Brief = Pick<SamplePlan, "status" | "startsIn" | "meetingIn" | "shared"> & {
  levels: readonly string[];
  strengths: string;
  concerns: string;
  goals: readonly SampleGoal[];
  services: readonly SampleService[];
  accommodations: readonly SampleAccommodation[];
  /** Special factors that apply; the others are answered with no. */
  factors?: Partial<Record<SpecialFactor, string>>;
  /** For a young person who will be 16 while the plan runs. */
  transition?: readonly string[];
  /** Sections of a draft that nobody has written yet. */
  unwritten?: readonly SectionKind[];
};

const doesNotApply: Record<SpecialFactor, string> = {
  behaviour: "Behavior does not impede this child’s learning or that of others.",
  limitedEnglish: "English is the language of the home.",
  braille: "The child is neither blind nor visually impaired.",
  communication: "The child’s communication needs are met by the goals and services of this plan.",
  assistiveTechnology: "The team considered devices and services and found that none is needed now.",
};

/** A plan of a few paragraphs, complete enough to take effect unless sections are left unwritten. */
export function briefPlan(brief: Brief): SamplePlan {
  const { levels, strengths, concerns, transition, unwritten = [], factors = {} } = brief;
  const written = (kind: SectionKind, title: string, paragraphs: readonly string[]) =>
    unwritten.includes(kind)
      ? { state: "notStarted" as const }
      : { text: [heading(title), ...paragraphs.map(p)], state: "ready" as const };
  const plain = (kind: SectionKind) =>
    unwritten.includes(kind) ? { state: "notStarted" as const } : { state: "ready" as const };
  return {
    title: brief.status === "draft" ? "Annual plan (draft)" : "Annual plan",
    status: brief.status,
    startsIn: brief.startsIn,
    ...(brief.meetingIn === undefined ? {} : { meetingIn: brief.meetingIn }),
    shared: brief.shared,
    sections: {
      presentLevels: written("presentLevels", "Where the child is now", levels),
      parentConcerns: written("parentConcerns", "What the family wants the team to know", [concerns]),
      strengthsAndVoice: written("strengthsAndVoice", "Strengths and interests", [strengths]),
      specialFactors: plain("specialFactors"),
      goals: plain("goals"),
      services: plain("services"),
      accommodations: plain("accommodations"),
      transition: transition
        ? written("transition", "After high school", transition)
        : { state: "notNeeded" },
    },
    goals: brief.goals,
    services: brief.services,
    accommodations: brief.accommodations,
    factors: unwritten.includes("specialFactors") ? {} : answers(factors),
  };
}

function answers(applying: Partial<Record<SpecialFactor, string>>): SamplePlan["factors"] {
  const entries = Object.entries(doesNotApply) as [SpecialFactor, string][];
  return Object.fromEntries(
    entries.map(([factor, no]) => {
      const yes = applying[factor];
      return [factor, { applies: yes !== undefined, explanation: yes ?? no }];
    }),
  );
}

/** A service so many times a week. */
export const weekly = (
  kind: string,
  times: number,
  minutes: number,
  providerRole: string,
  location = "Resource room",
): SampleService => ({ kind, frequency: { times, per: "week" }, minutes, location, providerRole });

export const accommodation = (
  category: string,
  text: string,
  setting = "All lessons",
): SampleAccommodation => ({
  category,
  text,
  setting,
});

/** Measurements a week apart, the last one so many days ago. */
export function everyWeek(lastDaysAgo: number, ...values: number[]): SampleGoal["series"] {
  return values.map((value, i) => ({ daysAgo: lastDaysAgo + 7 * (values.length - 1 - i), value }));
}

/** Percentages of trials a week apart: pairs of right and all. */
export function trialsEveryWeek(
  lastDaysAgo: number,
  ...sessions: readonly (readonly [correct: number, total: number])[]
): SampleGoal["series"] {
  return sessions.map(([correct, total], i) => ({
    daysAgo: lastDaysAgo + 7 * (sessions.length - 1 - i),
    value: Math.round((100 * correct) / total),
    trials: { correct, total },
  }));
}
