import { i18n } from "@lingui/core";
import type { Doc } from "#convex/_generated/dataModel.js";

/** "3 times a week, 30 minutes each time". */
export function frequencyWords({ times, per }: Doc<"services">["frequency"], minutes: number): string {
  const values = { times, minutes };
  switch (per) {
    case "day":
      return i18n.t({
        id: "family.frequency.day",
        message: "{times, plural, one {Once} other {# times}} a day, {minutes} minutes each time",
        values,
      });
    case "week":
      return i18n.t({
        id: "family.frequency.week",
        message: "{times, plural, one {Once} other {# times}} a week, {minutes} minutes each time",
        values,
      });
    case "month":
      return i18n.t({
        id: "family.frequency.month",
        message: "{times, plural, one {Once} other {# times}} a month, {minutes} minutes each time",
        values,
      });
    case "year":
      return i18n.t({
        id: "family.frequency.year",
        message: "{times, plural, one {Once} other {# times}} a year, {minutes} minutes each time",
        values,
      });
  }
}

/** The five questions that every plan answers (34 CFR 300.324(a)(2)), in words for a family. */
export function factorQuestion(factor: Doc<"specialFactors">["factor"]): string {
  switch (factor) {
    case "behaviour":
      return i18n.t({
        id: "family.factor.behaviour",
        message: "Does behavior get in the way of learning, for your child or others?",
      });
    case "limitedEnglish":
      return i18n.t({ id: "family.factor.limitedEnglish", message: "Is your child still learning English?" });
    case "braille":
      return i18n.t({ id: "family.factor.braille", message: "Does your child need braille?" });
    case "communication":
      return i18n.t({
        id: "family.factor.communication",
        message: "Does your child need help to understand others or to be understood?",
      });
    case "assistiveTechnology":
      return i18n.t({
        id: "family.factor.assistiveTechnology",
        message: "Does your child need devices or software that help to learn?",
      });
  }
}
