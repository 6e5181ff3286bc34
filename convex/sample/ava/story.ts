import type { SampleStory } from "../story";

/** Three years: a 504 status that ended, support in class, an evaluation, eligibility. */
export const avaStory: SampleStory = {
  first: {
    kind: "section504",
    term: "temporary",
    reason: "A broken wrist in kindergarten: writing by dictation, no carrying, rest when it hurts.",
    decidedBy: "Section 504 team",
    from: 1065,
    until: 940,
    exitReason: "noLongerEligible",
  },
  evaluation: {
    asked: 640,
    consent: 628,
    completed: 577,
    askedBy: "Yolanda Marchetti",
    reason: "Reading does not come along although she works hard at it, at school and at home.",
    findings:
      "Decoding and word-reading fluency far below grade level; expressive vocabulary below average; reasoning in the average range. Two terms of small-group instruction made little difference.",
  },
  eligible: {
    term: "longTerm",
    reason:
      "Specific learning disability in basic reading, with a language impairment; needs specially designed instruction.",
    decidedBy: "Eligibility team",
    mistaken: 551,
    right: 567,
    correction:
      "The first day was copied from the plan; the team decided at its meeting sixteen days before.",
  },
  meetings: [
    {
      kind: "family",
      title: "Reading at home and at school",
      people: "Yolanda Marchetti, kindergarten teacher",
      outcome: "Small-group reading from next week; we look at it together after two terms.",
      sharedWithFamily: true,
      daysAgo: 905,
    },
    {
      kind: "eligibility",
      title: "Is Ava eligible?",
      people: "Both parents, Ms Hawthorne, Mr Okafor, Ms Lindqvist, school psychologist",
      outcome: "Eligible under two categories. The plan is written within thirty days.",
      sharedWithFamily: true,
      daysAgo: 567,
    },
    {
      kind: "family",
      title: "Half a year with the plan",
      people: "Yolanda Marchetti, Ms Hawthorne",
      outcome: "Ava reads to her brother. Homework with audio works; twenty minutes are enough.",
      sharedWithFamily: true,
      daysAgo: 48,
    },
  ],
  interventions: [
    {
      kind: "academic",
      title: "Small-group phonics, four times a week",
      people: "Reading interventionist",
      outcome: "From 9 to 14 words a minute in two terms; the group’s median went from 10 to 31.",
      sharedWithFamily: true,
      from: 898,
      until: 650,
    },
  ],
};
