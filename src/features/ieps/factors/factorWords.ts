import { i18n } from "@lingui/core";
import type { PlanView } from "../sections/sectionWords.ts";

export type FactorView = PlanView["specialFactors"][number];
export type Factor = FactorView["factor"];

/** The questions of 34 CFR 300.324(a)(2), in plain words. */
const questions: Record<Factor, () => string> = {
  behaviour: () =>
    i18n.t({
      id: "factor.behaviour",
      message: "Does the student’s behavior impede their learning or that of others?",
    }),
  limitedEnglish: () =>
    i18n.t({ id: "factor.limitedEnglish", message: "Is the student still learning English?" }),
  braille: () =>
    i18n.t({
      id: "factor.braille",
      message: "Is the student blind or visually impaired, so that Braille must be considered?",
    }),
  communication: () =>
    i18n.t({
      id: "factor.communication",
      message:
        "Does the student have communication needs, for example because they are deaf or hard of hearing?",
    }),
  assistiveTechnology: () =>
    i18n.t({
      id: "factor.assistiveTechnology",
      message: "Does the student need assistive technology devices or services?",
    }),
};

export const factorQuestion = (factor: Factor): string => questions[factor]();
