import { i18n } from "@lingui/core";
import type { Doc } from "#convex/_generated/dataModel.js";

export type SectionKind = Doc<"sections">["kind"];

/** A section of a plan as a family reads it: its name, and what the trade means by it. */
export function sectionWords(kind: SectionKind): { title: string; question: string; meaning: string } {
  const question = i18n.t({ id: "family.whatIsThis", message: "What is this part about?" });
  switch (kind) {
    case "presentLevels":
      return {
        title: i18n.t({ id: "family.presentLevels", message: "How your child is doing now" }),
        question,
        meaning: i18n.t({
          id: "family.presentLevels.meaning",
          message:
            "Schools call this “present levels”. It says what your child can do today and what is still hard. Everything else in the plan builds on it.",
        }),
      };
    case "parentConcerns":
      return {
        title: i18n.t({ id: "family.parentConcerns", message: "What you told us" }),
        question,
        meaning: i18n.t({
          id: "family.parentConcerns.meaning",
          message:
            "Your worries and wishes, in writing. The team has to think about them. If something is missing, tell the case manager.",
        }),
      };
    case "strengthsAndVoice":
      return {
        title: i18n.t({ id: "family.strengths", message: "Strengths, and what your child says" }),
        question,
        meaning: i18n.t({
          id: "family.strengths.meaning",
          message: "What your child is good at and likes, and what your child wants from school.",
        }),
      };
    case "specialFactors":
      return {
        title: i18n.t({ id: "family.specialFactors", message: "Special things to think about" }),
        question,
        meaning: i18n.t({
          id: "family.specialFactors.meaning",
          message:
            "Five questions that every plan must answer, for example about behavior, language, or devices that help.",
        }),
      };
    case "goals":
      return {
        title: i18n.t({ id: "family.goals", message: "Goals for this year" }),
        question,
        meaning: i18n.t({
          id: "family.goals.meaning",
          message:
            "What your child should be able to do in about a year. Each goal can be measured, so that you can see how it goes.",
        }),
      };
    case "services":
      return {
        title: i18n.t({ id: "family.services", message: "Help that your child gets" }),
        question,
        meaning: i18n.t({
          id: "family.services.meaning",
          message:
            "The school must give this help: how often, how long, where and by whom. Schools call it “services”.",
        }),
      };
    case "accommodations":
      return {
        title: i18n.t({ id: "family.accommodations", message: "What makes it easier to learn" }),
        question,
        meaning: i18n.t({
          id: "family.accommodations.meaning",
          message:
            "Changes in how your child is taught or tested, for example more time. Schools call them “accommodations”. They do not make the work easier, only the way to it.",
        }),
      };
    case "transition":
      return {
        title: i18n.t({ id: "family.transition", message: "Life after school" }),
        question,
        meaning: i18n.t({
          id: "family.transition.meaning",
          message:
            "From the age of 16 at the latest, the plan says how school prepares your child for work, study and living on their own.",
        }),
      };
  }
}
