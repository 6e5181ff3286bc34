import { i18n } from "@lingui/core";
import type { ConsentKind } from "#convex/consent/rules/kinds.ts";

type Meaning = {
  /** What saying yes means. */
  means: () => string;
  /** What happens after taking it back. */
  afterwards: () => string;
};

/** What each consent means for a family, in everyday words, and what follows when they take it back. */
const meanings: Record<ConsentKind, Meaning> = {
  initialEvaluation: {
    means: () =>
      i18n.t({
        id: "meaning.initialEvaluation",
        message:
          "The school may test and observe your child to find out whether your child needs special education. It is not a yes to special education itself.",
      }),
    afterwards: () =>
      i18n.t({
        id: "afterwards.initialEvaluation",
        message: "The school stops the evaluation. What was found before stays in the record.",
      }),
  },
  initialServices: {
    means: () =>
      i18n.t({
        id: "meaning.initialServices",
        message:
          "The school may begin the special teaching and help that the plan describes. You can take this back at any time.",
      }),
    afterwards: () =>
      i18n.t({
        id: "afterwards.initialServices",
        message:
          "The school sends you a written notice. After it, all special education and help from the plan stops, and the plan ends. The record of the years before stays. You can ask for a new evaluation later.",
      }),
  },
  reevaluation: {
    means: () =>
      i18n.t({
        id: "meaning.reevaluation",
        message: "The school may test your child again, to see what has changed and what help is needed now.",
      }),
    afterwards: () =>
      i18n.t({
        id: "afterwards.reevaluation",
        message: "The school stops this evaluation. The plan goes on as it is.",
      }),
  },
  views: {
    means: () =>
      i18n.t({
        id: "meaning.views",
        message: "The school may write down what you and your child say, and use it for the plan.",
      }),
    afterwards: () =>
      i18n.t({ id: "afterwards.views", message: "The school no longer uses what you told it in new plans." }),
  },
  assessmentAgreement: {
    means: () =>
      i18n.t({
        id: "meaning.assessmentAgreement",
        message:
          "The local authority may ask teachers, doctors and others what help your child needs, to decide about an EHC plan.",
      }),
    afterwards: () =>
      i18n.t({
        id: "afterwards.assessmentAgreement",
        message: "No new advice is asked for. Advice that has arrived stays in the record.",
      }),
  },
  dataSharing: {
    means: () =>
      i18n.t({
        id: "meaning.dataSharing",
        message: "The school may tell the named person or office what is described here, and nothing else.",
      }),
    afterwards: () =>
      i18n.t({
        id: "afterwards.dataSharing",
        message: "Nothing more is told to them. What was told before cannot be called back.",
      }),
  },
  electronicDelivery: {
    means: () =>
      i18n.t({
        id: "meaning.electronicDelivery",
        message: "Notices and copies of the plan come by e-mail instead of on paper.",
      }),
    afterwards: () =>
      i18n.t({ id: "afterwards.electronicDelivery", message: "Notices come on paper from now on." }),
  },
  media: {
    means: () =>
      i18n.t({
        id: "meaning.media",
        message:
          "The school may take photos, video or sound of your child for their work with your child, and keep them in the record.",
      }),
    afterwards: () =>
      i18n.t({
        id: "afterwards.media",
        message: "No new photos, video or sound are kept. Ask the school about those that are there.",
      }),
  },
  under13Use: {
    means: () =>
      i18n.t({
        id: "meaning.under13Use",
        message:
          "Your child may have an account here, with name and e-mail address, and read what is shared with the family.",
      }),
    afterwards: () =>
      i18n.t({ id: "afterwards.under13Use", message: "Your child can no longer open this record, at once." }),
  },
};

export const meaningOf = (kind: ConsentKind): string => meanings[kind].means();
export const afterwardsOf = (kind: ConsentKind): string => meanings[kind].afterwards();
