import type { Infer } from "convex/values";
import type { sectionKind, sectionState } from "../schema";

export type SectionKind = Infer<typeof sectionKind>;
export type SectionState = Infer<typeof sectionState>;

/** The sections of a US plan in the order in which they are written and read. */
export const sectionKinds = [
  "strengthsAndVoice",
  "parentConcerns",
  "presentLevels",
  "specialFactors",
  "transition",
  "goals",
  "services",
  "accommodations",
] as const satisfies readonly SectionKind[];

/** Where a section stands in the plan. */
export function sectionOrder(kind: SectionKind): number {
  return sectionKinds.indexOf(kind);
}

/** Whether a section is done: written, or found not to be needed. */
export function isSettled(state: SectionState): boolean {
  return state === "ready" || state === "notNeeded";
}

/** Only these can be "not needed": the others are required of every plan by 34 CFR 300.320 and 300.324. */
const optionalKinds: readonly SectionKind[] = ["transition", "accommodations", "parentConcerns"];

export function canBeInState(kind: SectionKind, state: SectionState): boolean {
  return state !== "notNeeded" || optionalKinds.includes(kind);
}
