import type { CivilDay } from "../../dates";

/**
 * A rule pack: what one jurisdiction calls things, which codes it reports, and which conditions its law ties to
 * them. Pure data with its sources; the engine and the screens read it and hold no law of their own. Keys are
 * ours and never change; reporting codes are attributes that a year may change.
 */

/** From when to when something holds; both days included, and an absent one means "always". */
export type Dated = { from?: CivilDay; until?: CivilDay };

/** What a child's special-educational status can be, in whichever jurisdictions know it. */
export const senKinds = ["senSupport", "ehcPlan", "ideaEligible", "section504"] as const;
export type SenKind = (typeof senKinds)[number];

export type ReportingCode = Dated & { code: string };

/** England's four broad areas of need (SEND Code of Practice 2015, 6.28 to 6.35). */
export type BroadArea = "communication" | "cognition" | "socialEmotional" | "sensoryPhysical";

export type NeedType = Dated & {
  key: string;
  reportingCodes: readonly ReportingCode[];
  area?: BroadArea;
  /** Completed years of age between which the law knows this type; both included. */
  ages?: { from: number; through: number };
  /** May only be recorded while the child has one of these statuses. */
  onlyWith?: readonly SenKind[];
  /** Announced or remembered, not yet read in its source: check before reporting with it. */
  isUnconfirmed?: true;
  source: string;
};

export type StatusKind = {
  kind: SenKind;
  /** The code of the school census, where there is one. */
  reportingCode?: string;
  /** Statuses that this one replaces: they end on the day before it starts, and never overlap with it. */
  replaces: readonly SenKind[];
  /** Other statuses that lawfully run beside this one, though people ask whether they do. */
  besides: readonly SenKind[];
  exits: readonly ExitReason[];
  source: string;
};

export type ExitReason = {
  key: string;
  reportingCode?: string;
  /**
   * What the law wants before the status may end for this reason: an evaluation that found the child not
   * eligible, the family's withdrawal of services, or, for those that end without either, a summary of
   * performance afterwards.
   */
  needs: "exitEvaluation" | "servicesWithdrawn" | "summaryOfPerformance" | null;
  source: string;
};

export type EvaluationKind = "initial" | "reevaluation" | "exit" | "ehcAssessment";

export type EvaluationRule = {
  kind: EvaluationKind;
  /** Which consent must stand before it begins; null where the law asks for none. */
  consent: "initialEvaluation" | "reevaluation" | null;
  /** When the clock starts, and how many days it runs; absent where the law sets no limit of its own. */
  clock?: { from: "asked" | "consentReceived"; days: number };
  source: string;
};

export type Grade = { key: string; reportingCode: string };

/** Where a child is taught, in the bands of the federal child count. */
export type SettingBand = { key: string; source: string };

export type Pack = {
  jurisdiction: "us-federal" | "england";
  needs: readonly NeedType[];
  statuses: readonly StatusKind[];
  evaluations: readonly EvaluationRule[];
  /** In school order, youngest first. */
  grades: readonly Grade[];
  settings: readonly SettingBand[];
  /** The age at which a plan must look beyond school, in completed years. */
  transitionAge: number;
  /** The age at which rights pass to the student, in completed years. */
  majorityAge: number;
  /** Whether they pass on that birthday, or when compulsory school age ends in the school year of it. */
  majorityFrom: "birthday" | "compulsorySchoolAge";
  /**
   * The age, in completed years, until which parents go on reading the record though the student decides already; null
   * where reading passes with deciding.
   */
  parentsReadToAge: number | null;
  reviewCycleMonths: number;
  /** How often eligibility is looked at anew, in years; null where the annual review does it. */
  reevaluationYears: number | null;
};
