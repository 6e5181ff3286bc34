import type { ExitReason, Pack, SenKind } from "../../compliance/rules/pack";
import { findStatus } from "../../compliance/rules/packs";
import type { CivilDay } from "../../dates";
import type { ErrorCode } from "../../errors";
import type { Episode } from "./episode";

/** What of an evaluation decides whether a status may end with it. */
export type Finding = {
  kind: "initial" | "reevaluation" | "exit" | "ehcAssessment";
  completedOn?: CivilDay | undefined;
  conclusion?: "eligible" | "notEligible" | undefined;
};

export function exitsOf(pack: Pack, kind: SenKind): readonly ExitReason[] {
  return findStatus(pack, kind)?.exits ?? [];
}

/**
 * Whether a status of this kind ends only with a ground that the law knows, so that a last day alone, planned
 * from the start, is not enough: eligibility under IDEA does (34 CFR 300.305(e)).
 */
export function endsOnlyWithGround(pack: Pack, kind: SenKind): boolean {
  return exitsOf(pack, kind).some(({ needs }) => needs !== null);
}

/** Whether an evaluation found, not later than the status ends, that the child is no longer eligible. */
export function supportsExit(finding: Finding, endsOn: CivilDay): boolean {
  return (
    (finding.kind === "exit" || finding.kind === "reevaluation") &&
    finding.conclusion === "notEligible" &&
    finding.completedOn !== undefined &&
    finding.completedOn <= endsOn
  );
}

/** What the record holds that an exit can rest on. */
export type Grounds = {
  /** The evaluation that the exit names, when there is one. */
  finding: Finding | null;
  /** Whether the family's withdrawal of services stood on a day (34 CFR 300.300(b)(4)). */
  areServicesWithdrawnOn: (day: CivilDay) => boolean;
};

/** What is missing before an episode may end as it says, or null. */
export function missingGround(pack: Pack, episode: Episode, grounds: Grounds): ErrorCode | null {
  const { endsOn, exitReason, kind } = episode;
  if (endsOn === undefined) return exitReason === undefined ? null : "invalid";
  if (exitReason === undefined) return endsOnlyWithGround(pack, kind) ? "exit_ground_needed" : null;
  const exit = exitsOf(pack, kind).find(({ key }) => key === exitReason);
  if (!exit) return "exit_ground_needed";
  if (exit.needs === "servicesWithdrawn") {
    return grounds.areServicesWithdrawnOn(endsOn) ? null : "exit_withdrawal_needed";
  }
  if (exit.needs !== "exitEvaluation") return null;
  const { finding } = grounds;
  const isNamed = episode.exitEvaluationId !== undefined;
  return isNamed && finding && supportsExit(finding, endsOn) ? null : "exit_evaluation_needed";
}

/** Whether a summary of performance is owed: the status ended by diploma or age, and none was given. */
export function owesSummary(pack: Pack, episode: Episode): boolean {
  const exit = exitsOf(pack, episode.kind).find(({ key }) => key === episode.exitReason);
  return exit?.needs === "summaryOfPerformance" && episode.summaryGivenOn === undefined;
}
