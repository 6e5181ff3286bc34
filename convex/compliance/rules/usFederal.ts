import type { ExitReason, NeedType, Pack } from "./pack";

/**
 * IDEA, Part B, and Section 504, as federal law has them. States may be stricter: what an organization sets
 * for itself comes before these figures.
 */

const disability = (key: string, code: string, paragraph: number): NeedType => ({
  key,
  reportingCodes: [{ code }],
  source: `34 CFR 300.8(c)(${paragraph}); EDFacts disability category`,
});

const ended: readonly ExitReason[] = [
  { key: "transferred", reportingCode: "MKC", needs: null, source: "34 CFR 300.323(e)-(g)" },
  { key: "died", reportingCode: "D", needs: null, source: "EDFacts exit reason" },
];

export const usFederal: Pack = {
  jurisdiction: "us-federal",
  needs: [
    disability("autism", "AUT", 1),
    disability("deafBlindness", "DB", 2),
    // Deafness is a category of its own and is counted with hearing impairment.
    disability("deafness", "HI", 3),
    disability("emotionalDisturbance", "EMN", 4),
    disability("hearingImpairment", "HI", 5),
    disability("intellectualDisability", "ID", 6),
    disability("multipleDisabilities", "MD", 7),
    disability("orthopedicImpairment", "OI", 8),
    disability("otherHealthImpairment", "OHI", 9),
    disability("specificLearningDisability", "SLD", 10),
    disability("speechOrLanguageImpairment", "SLI", 11),
    disability("traumaticBrainInjury", "TBI", 12),
    disability("visualImpairment", "VI", 13),
    {
      key: "developmentalDelay",
      reportingCodes: [{ code: "DD" }],
      ages: { from: 3, through: 9 },
      source: "34 CFR 300.8(b): ages three through nine, where the state uses it",
    },
  ],
  statuses: [
    {
      kind: "ideaEligible",
      replaces: [],
      besides: ["section504"],
      exits: [
        {
          key: "noLongerEligible",
          reportingCode: "TRAN",
          needs: "exitEvaluation",
          source: "34 CFR 300.305(e)(1)",
        },
        {
          key: "diploma",
          reportingCode: "GHS",
          needs: "summaryOfPerformance",
          source: "34 CFR 300.305(e)(2)",
        },
        {
          key: "agedOut",
          reportingCode: "RMA",
          needs: "summaryOfPerformance",
          source: "34 CFR 300.305(e)(2)",
        },
        {
          key: "consentRevoked",
          reportingCode: "TRAN",
          needs: "servicesWithdrawn",
          source: "34 CFR 300.300(b)(4)",
        },
        ...ended,
      ],
      source: "34 CFR 300.8(a), 300.306",
    },
    {
      kind: "section504",
      replaces: [],
      besides: ["ideaEligible"],
      exits: [
        { key: "noLongerEligible", needs: null, source: "34 CFR 104.35(a),(d)" },
        { key: "eligibleUnderIdea", needs: null, source: "34 CFR 104.33(b)(2)" },
        { key: "diploma", needs: null, source: "34 CFR 104.33" },
        { key: "transferred", needs: null, source: "34 CFR 104.33" },
        { key: "died", needs: null, source: "34 CFR 104.33" },
      ],
      source: "34 CFR 104.33 to 104.36",
    },
  ],
  evaluations: [
    {
      kind: "initial",
      consent: "initialEvaluation",
      clock: { from: "consentReceived", days: 60 },
      source: "34 CFR 300.301(c)(1), 300.300(a)",
    },
    { kind: "reevaluation", consent: "reevaluation", source: "34 CFR 300.303, 300.300(c)" },
    { kind: "exit", consent: "reevaluation", source: "34 CFR 300.305(e)(1), 300.300(c)" },
  ],
  grades: [
    { key: "PK", reportingCode: "PK" },
    { key: "K", reportingCode: "KG" },
    ...Array.from({ length: 12 }, (_, i) => ({
      key: String(i + 1),
      reportingCode: String(i + 1).padStart(2, "0"),
    })),
  ],
  settings: ["RC80", "RC79TO40", "RC39", "SS", "RF", "HH", "CF", "PPPS"].map((key) => ({
    key,
    source: "EDFacts educational environment, school age",
  })),
  transitionAge: 16, // 34 CFR 300.320(b)
  majorityAge: 18, // 34 CFR 300.520; a few states say 19 or 21
  majorityFrom: "birthday",
  parentsReadToAge: null, // 34 CFR 300.625(c): rights to the record pass with the others
  reviewCycleMonths: 12, // 34 CFR 300.324(b)(1)(i)
  reevaluationYears: 3, // 34 CFR 300.303(b)(2)
};
