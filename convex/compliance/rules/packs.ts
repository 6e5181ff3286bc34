import { type CivilDay, isWithin } from "../../dates";
import { england } from "./england";
import type { Dated, EvaluationRule, NeedType, Pack, SenKind, StatusKind } from "./pack";
import { usFederal } from "./usFederal";

/** When rights pass to a student. */
export type MajorityRule = Pick<Pack, "majorityAge" | "majorityFrom" | "parentsReadToAge">;

const packs: Record<Pack["jurisdiction"], Pack> = { "us-federal": usFederal, england };

/** What an organization sets for itself, where its state is stricter or its schools differ. */
export type PackOverrides = {
  /** Keys of need types that this organization does not use, such as developmental delay. */
  unusedNeeds?: readonly string[] | undefined;
  /** Days for an initial evaluation, where the state has its own limit (34 CFR 300.301(c)(1)(ii)). */
  evaluationDays?: number | undefined;
  transitionAge?: number | undefined;
  majorityAge?: number | undefined;
  /** Whether parents read on until the age that the pack says; an academy in England may decide that they do not. */
  parentsReadOn?: boolean | undefined;
  reviewCycleMonths?: number | undefined;
};

/** When rights pass to a student: asked at every call of a family, so nothing else of the pack is made for it. */
export function majorityRuleFor(
  jurisdiction: Pack["jurisdiction"],
  { majorityAge, parentsReadOn = true }: Pick<PackOverrides, "majorityAge" | "parentsReadOn"> = {},
): MajorityRule {
  const { majorityAge: usual, majorityFrom, parentsReadToAge } = packs[jurisdiction];
  return {
    majorityFrom,
    // The end of compulsory school age is the law's; a state's age of majority is for the organization to say.
    majorityAge: majorityFrom === "birthday" ? (majorityAge ?? usual) : usual,
    parentsReadToAge: parentsReadOn ? parentsReadToAge : null,
  };
}

/** The pack of a jurisdiction, with what an organization has set for itself. */
export function packFor(jurisdiction: Pack["jurisdiction"], overrides: PackOverrides = {}): Pack {
  const pack = packs[jurisdiction];
  const { unusedNeeds = [], evaluationDays, ...figures } = overrides;
  return {
    ...pack,
    needs: pack.needs.filter(({ key }) => !unusedNeeds.includes(key)),
    evaluations: pack.evaluations.map((rule) =>
      rule.kind === "initial" && rule.clock && evaluationDays
        ? { ...rule, clock: { ...rule.clock, days: evaluationDays } }
        : rule,
    ),
    transitionAge: figures.transitionAge ?? pack.transitionAge,
    ...majorityRuleFor(jurisdiction, figures),
    reviewCycleMonths: figures.reviewCycleMonths ?? pack.reviewCycleMonths,
  };
}

const BEFORE_ALL_DAYS = "0001-01-01";

export function holdsOn({ from, until }: Dated, day: CivilDay): boolean {
  return isWithin(day, { startsOn: from ?? BEFORE_ALL_DAYS, endsOn: until });
}

/** A need type by its key, or null when the pack does not know it. */
export function findNeed(pack: Pack, key: string): NeedType | null {
  return pack.needs.find((need) => need.key === key) ?? null;
}

/** The code that a need is reported with on a day, or null when there is none then. */
export function reportingCodeOn(need: NeedType, day: CivilDay): string | null {
  return need.reportingCodes.find((code) => holdsOn(code, day))?.code ?? null;
}

/** What the pack says about a status, or null when this jurisdiction does not know it. */
export function findStatus(pack: Pack, kind: SenKind): StatusKind | null {
  return pack.statuses.find((status) => status.kind === kind) ?? null;
}

export function findEvaluationRule(pack: Pack, kind: EvaluationRule["kind"]): EvaluationRule | null {
  return pack.evaluations.find((rule) => rule.kind === kind) ?? null;
}
