import { findNeed, packFor, reportingCodeOn } from "../../compliance/rules/packs";
import { ageOn, type CivilDay, isWithin } from "../../dates";
import type { Span } from "./spans";
import { type Facts, hasPlanOn, statusOn } from "./tallies";

/** What must be put right before a child can be counted. The sentences are the client's. */
export const rowProblems = [
  "missingNumber",
  "missingType",
  "typeWithoutProvision",
  "unknownType",
  "onlyWithSupport",
  "rankGap",
  "missingCategory",
  "missingSetting",
  "delayAge",
  "ageOutOfRange",
  "missingPlan",
] as const;
export type RowProblem = (typeof rowProblems)[number];

export type ListFacts = Facts & {
  /** Whether the national number that the authority asks for (UPN, state number) is recorded. */
  hasNumber: boolean;
  birthOn: CivilDay | null;
  placements: readonly (Span & { band: string })[];
};

/** What is kept of a child on a list: neither the number nor the age, which are sealed. */
export type Line = { codes: string[]; problems: RowProblem[] };

/** Codes of the check list for England after the UPN, in the census's own names. */
export const censusColumns = ["SENprovision", "SENtype1", "SENtype2", "SENtypesFurther"] as const;
const PROVISION: Record<string, string> = { ehcPlan: "E", senSupport: "K" };

const needsOn = (facts: ListFacts, day: CivilDay) =>
  facts.needs.filter((need) => isWithin(day, need)).sort((a, b) => a.rank - b.rank);

/** One pupil for the school census (SEN provision and ranked SEN types) on a day. */
export function censusLine(facts: ListFacts, day: CivilDay): Line {
  const provision = PROVISION[statusOn(facts, day)] ?? "N";
  const needs = needsOn(facts, day);
  const problems = new Set<RowProblem>();
  const pack = packFor("england");
  const types = needs.map(({ code }) => {
    const need = findNeed(pack, code);
    const reported = need && reportingCodeOn(need, day);
    if (!reported) problems.add("unknownType");
    const only = need?.onlyWith;
    if (only && provision !== "N" && !only.some((kind) => PROVISION[kind] === provision))
      problems.add("onlyWithSupport");
    return reported ?? "";
  });
  if (!facts.hasNumber && provision !== "N") problems.add("missingNumber");
  if (provision !== "N" && types.length === 0) problems.add("missingType");
  if (provision === "N" && types.length > 0) problems.add("typeWithoutProvision");
  if (needs.some(({ rank }, i) => rank !== i + 1)) problems.add("rankGap");
  const [first = "", second = "", ...further] = types;
  return {
    codes: [provision, first, second, further.join(" ")],
    problems: [...problems],
  };
}

/** Codes of the child count after the state number and the age. */
export const childCountColumns = ["DisabilityCategory", "EducationalEnvironment"] as const;

/** Federal law serves children from three through twenty-one (34 CFR 300.101). */
const SERVED = { from: 3, through: 21 };

/** One child for the count of IDEA section 618 on a day; null when they are not counted. */
export function childCountLine(facts: ListFacts, day: CivilDay): (Line & { age: number | null }) | null {
  const isEligible = facts.episodes.some((row) => row.kind === "ideaEligible" && isWithin(day, row));
  if (!isEligible) return null;
  const [primary] = needsOn(facts, day);
  const need = primary && findNeed(packFor("us-federal"), primary.code);
  const category = need ? reportingCodeOn(need, day) : null;
  const band = facts.placements.find((placement) => isWithin(day, placement))?.band ?? null;
  const age = facts.birthOn === null ? null : ageOn(facts.birthOn, day);
  const isOutside = (ages: { from: number; through: number } | undefined) =>
    ages !== undefined && age !== null && (age < ages.from || age > ages.through);
  const problems: RowProblem[] = [];
  if (!facts.hasNumber) problems.push("missingNumber");
  if (category === null) problems.push("missingCategory");
  if (primary && primary.rank !== 1) problems.push("rankGap");
  if (band === null) problems.push("missingSetting");
  if (isOutside(need?.ages)) problems.push("delayAge");
  if (age === null || isOutside(SERVED)) problems.push("ageOutOfRange");
  if (!hasPlanOn(facts, day)) problems.push("missingPlan");
  return { codes: [category ?? "", band ?? ""], problems, age };
}
