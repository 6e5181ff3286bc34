import { i18n } from "@lingui/core";
import type { FunctionReturnType } from "convex/server";
import type { api } from "#convex/_generated/api.js";

export type PlanView = FunctionReturnType<typeof api.ieps.ieps.get>;
export type SectionView = PlanView["sections"][number];
export type SectionKind = SectionView["kind"];
export type SectionState = SectionView["state"];

/** Each list is complete, or it does not compile. */
const titles: Record<SectionKind, () => string> = {
  strengthsAndVoice: () =>
    i18n.t({ id: "section.strengthsAndVoice", message: "Strengths and the student’s voice" }),
  parentConcerns: () => i18n.t({ id: "section.parentConcerns", message: "Parent concerns" }),
  presentLevels: () =>
    i18n.t({
      id: "section.presentLevels",
      message: "Present levels of academic achievement and functional performance",
    }),
  specialFactors: () => i18n.t({ id: "section.specialFactors", message: "Special factors" }),
  transition: () => i18n.t({ id: "section.transition", message: "Transition" }),
  goals: () => i18n.t({ id: "section.goals", message: "Annual goals" }),
  services: () => i18n.t({ id: "section.services", message: "Services" }),
  accommodations: () => i18n.t({ id: "section.accommodations", message: "Accommodations and supports" }),
};

/** Short enough for the outline. */
const shortTitles: Partial<Record<SectionKind, () => string>> = {
  strengthsAndVoice: () => i18n.t({ id: "section.short.strengthsAndVoice", message: "Strengths and voice" }),
  presentLevels: () => i18n.t({ id: "section.short.presentLevels", message: "Present levels" }),
  accommodations: () => i18n.t({ id: "section.short.accommodations", message: "Accommodations" }),
};

const placeholders: Record<SectionKind, () => string> = {
  strengthsAndVoice: () =>
    i18n.t({
      id: "section.placeholder.strengthsAndVoice",
      message:
        "What is this student good at, interested in, proud of? What do they say they want, in their own words?",
    }),
  parentConcerns: () =>
    i18n.t({
      id: "section.placeholder.parentConcerns",
      message: "What does the family worry about, hope for, and want the school to know?",
    }),
  presentLevels: () =>
    i18n.t({
      id: "section.placeholder.presentLevels",
      message:
        "What can this student do now, in figures where there are any? How does the disability affect learning with others of the same age?",
    }),
  specialFactors: () =>
    i18n.t({ id: "section.placeholder.specialFactors", message: "Anything else the team considered?" }),
  transition: () =>
    i18n.t({
      id: "section.placeholder.transition",
      message:
        "After school: which education, work and way of living does the student want, and what leads there?",
    }),
  goals: () =>
    i18n.t({ id: "section.placeholder.goals", message: "Anything to say about the goals together?" }),
  services: () =>
    i18n.t({ id: "section.placeholder.services", message: "Why these services, in this place?" }),
  accommodations: () =>
    i18n.t({ id: "section.placeholder.accommodations", message: "How do the supports work together?" }),
};

const states: Record<SectionState, () => string> = {
  notStarted: () => i18n.t({ id: "sectionState.notStarted", message: "Not started" }),
  inProgress: () => i18n.t({ id: "sectionState.inProgress", message: "In progress" }),
  ready: () => i18n.t({ id: "sectionState.ready", message: "Ready" }),
  notNeeded: () => i18n.t({ id: "sectionState.notNeeded", message: "Not needed" }),
};

export const sectionTitle = (kind: SectionKind): string => titles[kind]();
export const shortSectionTitle = (kind: SectionKind): string => (shortTitles[kind] ?? titles[kind])();
export const sectionPlaceholder = (kind: SectionKind): string => placeholders[kind]();
export const sectionStateName = (state: SectionState): string => states[state]();

/** The address of a section within the page. */
export const sectionAnchor = (kind: SectionKind): string => `section-${kind}`;

const prose: readonly SectionKind[] = ["strengthsAndVoice", "parentConcerns", "presentLevels", "transition"];

/** Whether a section is written as text; the others are tables of fields. */
export const isProse = (kind: SectionKind): boolean => prose.includes(kind);
