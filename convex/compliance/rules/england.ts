import type { BroadArea, NeedType, Pack } from "./pack";

/** England: Children and Families Act 2014, SEND Regulations 2014, SEND Code of Practice 2015, school census. */

const CENSUS = "School census, SEN type";

const needType = (key: string, area?: BroadArea): NeedType => ({
  key,
  reportingCodes: [{ code: key }],
  ...(area && { area }),
  source: CENSUS,
});

/** Nursery and reception, then the years of the national curriculum. */
const YEARS = 14;

export const england: Pack = {
  jurisdiction: "england",
  needs: [
    needType("SPLD", "cognition"),
    needType("MLD", "cognition"),
    needType("SLD", "cognition"),
    needType("PMLD", "cognition"),
    needType("SEMH", "socialEmotional"),
    needType("SLCN", "communication"),
    needType("ASD", "communication"),
    needType("HI", "sensoryPhysical"),
    needType("VI", "sensoryPhysical"),
    needType("MSI", "sensoryPhysical"),
    needType("PD", "sensoryPhysical"),
    {
      key: "DS",
      reportingCodes: [{ code: "DS", from: "2025-01-01" }],
      from: "2025-01-01",
      isUnconfirmed: true,
      source: `${CENSUS}: Down syndrome, announced for January 2025`,
    },
    needType("OTH"),
    { ...needType("NSA"), onlyWith: ["senSupport"] },
  ],
  statuses: [
    {
      kind: "senSupport",
      reportingCode: "K",
      replaces: [],
      besides: [],
      exits: [
        { key: "needsMet", needs: null, source: "SEND Code of Practice 2015, 6.55" },
        { key: "ehcPlanMade", needs: null, source: "SEND Regulations 2014, reg 13" },
        { key: "transferred", needs: null, source: "SEND Code of Practice 2015, 6.57" },
        { key: "leftSchool", needs: null, source: "SEND Code of Practice 2015, 6.57" },
        { key: "died", needs: null, source: CENSUS },
      ],
      source: "SEND Code of Practice 2015, 6.44 to 6.56",
    },
    {
      kind: "ehcPlan",
      reportingCode: "E",
      replaces: ["senSupport"],
      besides: [],
      exits: [
        { key: "planNotNecessary", needs: null, source: "Children and Families Act 2014, s.45(1)(b)" },
        { key: "authorityNotResponsible", needs: null, source: "Children and Families Act 2014, s.45(1)(a)" },
        { key: "agedOut", needs: null, source: "Children and Families Act 2014, s.46" },
        { key: "transferred", needs: null, source: "SEND Regulations 2014, reg 15" },
        { key: "died", needs: null, source: CENSUS },
      ],
      source: "Children and Families Act 2014, s.37",
    },
  ],
  evaluations: [
    {
      kind: "ehcAssessment",
      consent: null,
      // Twenty weeks from the request to the final plan.
      clock: { from: "asked", days: 140 },
      source: "SEND Regulations 2014, reg 5, 10 and 13",
    },
  ],
  grades: [
    { key: "N1", reportingCode: "N1" },
    { key: "N2", reportingCode: "N2" },
    { key: "R", reportingCode: "R" },
    ...Array.from({ length: YEARS }, (_, i) => ({ key: `Y${i + 1}`, reportingCode: String(i + 1) })),
  ],
  settings: [],
  transitionAge: 14, // Code of Practice 8.9: from year 9 at the latest, the year of the 14th birthday
  majorityAge: 16,
  majorityFrom: "compulsorySchoolAge", // Children and Families Act 2014, s.83(2); Education Act 1996, s.8
  // Education (Pupil Information) (England) Regulations 2005, reg 5: a parent's right to the educational record at a
  // maintained school. A parent is one of a child or of a young person, who is under 18 (Education Act 1996, s.576, 579).
  parentsReadToAge: 18,
  reviewCycleMonths: 12, // Children and Families Act 2014, s.44
  reevaluationYears: null,
};
