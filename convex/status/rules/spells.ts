import type { SenKind } from "../../compliance/rules/pack";
import { type CivilDay, isWithin } from "../../dates";
import type { Episode } from "./episode";
import { follows } from "./spans";

/** From entering a status to leaving it: an episode and the rows that go on from it. */
export type Spell<Row extends Episode = Episode> = {
  kind: SenKind;
  startsOn: CivilDay;
  endsOn: CivilDay | undefined;
  exitReason: string | undefined;
  rows: Row[];
};

/** The spells among episodes that hold at one time, in order. What counts as an entry or an exit is a spell's. */
export function spellsOf<Row extends Episode>(episodes: readonly Row[]): Spell<Row>[] {
  const spells: Spell<Row>[] = [];
  for (const row of [...episodes].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))) {
    const { kind, startsOn, endsOn, exitReason } = row;
    const before = spells.find((spell) => spell.kind === kind && follows(spell, row));
    if (before && row.isContinuation) {
      before.rows.push(row);
      Object.assign(before, { endsOn, exitReason });
    } else spells.push({ kind, startsOn, endsOn, exitReason, rows: [row] });
  }
  return spells;
}

/** Strongest first: a child with two statuses is counted under the first of them. */
const strength: readonly SenKind[] = ["ehcPlan", "ideaEligible", "senSupport", "section504"];

/** The statuses of a day, strongest first. */
export function statusesOn<Row extends Episode>(episodes: readonly Row[], day: CivilDay): Row[] {
  return episodes
    .filter((episode) => isWithin(day, episode))
    .sort((a, b) => strength.indexOf(a.kind) - strength.indexOf(b.kind));
}

/** What is kept on the pupil for lists and filters. */
export type SenStatus = SenKind | "none";

/**
 * Whether a child with this status must have a plan: under IDEA (34 CFR 300.323(a)), and with an EHC plan. SEN
 * support and Section 504 do without one.
 */
export function asksForPlan(status: SenStatus): boolean {
  return status === "ideaEligible" || status === "ehcPlan";
}

export function senStatusOn(episodes: readonly Episode[], day: CivilDay): SenStatus {
  return statusesOn(episodes, day)[0]?.kind ?? "none";
}
