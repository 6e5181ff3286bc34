import * as z from "zod/mini";
import type { NeedType, Pack } from "../../compliance/rules/pack";
import { findNeed, holdsOn } from "../../compliance/rules/packs";
import { ageOn, type CivilDay, isWithin } from "../../dates";
import { problem } from "../../errors";
import { day, requiredText } from "../../typed";
import type { Episode } from "./episode";
import { lastDay, merged, type Span, without } from "./spans";
import { statusesOn } from "./spells";

export type Need = Span & { code: string; rank: number };
export type HeldNeed = Need & { _id: string };

/** Rows that no longer hold, and rows that do from now on. */
export type NeedStep = { supersede: string[]; insert: Need[] };

/** Census and child count ask for a primary and a few more; a longer list says nothing. */
const MOST_NEEDS = 10;

export const needsInput = z.object({
  from: day,
  until: z.optional(day),
  /** Ranked: the first is the primary one. */
  needs: z.array(requiredText(60)).check(z.maxLength(MOST_NEEDS, "too_large")),
});
export const needsCorrection = z.object({ correctionReason: requiredText(1000) });

/** The needs of a day by rank, as they are kept on the pupil and shown. */
export function needsOn(needs: readonly Need[], day: CivilDay): { code: string; rank: number }[] {
  return needs
    .filter((need) => isWithin(day, need))
    .map(({ code, rank }) => ({ code, rank }))
    .sort((a, b) => a.rank - b.rank);
}

/** The first day after which nothing is recorded to change: from there on a new list is news, not a correction. */
export function lastChangeOn(needs: readonly Need[]): CivilDay | null {
  const days = needs.flatMap(({ startsOn, endsOn }) =>
    endsOn === undefined ? [startsOn] : [startsOn, endsOn],
  );
  return days.sort().at(-1) ?? null;
}

/** Makes the ranked list hold on the days from `cut.startsOn` to `cut.endsOn`, and nothing else on them. */
export function assign(held: readonly HeldNeed[], cut: Span, codes: readonly string[]): NeedStep {
  const step: NeedStep = { supersede: [], insert: [] };
  const wanted = codes.map((code, i) => ({ code, rank: i + 1 }));
  const lines = new Map([...held, ...wanted].map(({ code, rank }) => [`${rank} ${code}`, { code, rank }]));
  for (const { code, rank } of lines.values()) {
    const rows = held.filter((row) => row.code === code && row.rank === rank);
    const isWanted = wanted.some((need) => need.code === code && need.rank === rank);
    const rest = rows.flatMap((row) => without(row, cut));
    const spans = merged(isWanted ? [...rest, cut] : rest);
    const isSame = (row: Span, span: Span) =>
      row.startsOn === span.startsOn && lastDay(row) === lastDay(span);
    step.supersede.push(
      ...rows.filter((row) => !spans.some((span) => isSame(row, span))).map(({ _id }) => _id),
    );
    step.insert.push(
      ...spans
        .filter((span) => !rows.some((row) => isSame(row, span)))
        .map((span) => ({ ...span, code, rank })),
    );
  }
  return step;
}

/**
 * Throws unless the pack knows every need on the first day of the list, each is named once, and those that go
 * only with certain statuses (NSA: SEN support) find one of them on that day.
 */
export function requireLawful(
  pack: Pack,
  codes: readonly string[],
  from: CivilDay,
  episodes: readonly Episode[],
): void {
  const kinds = statusesOn(episodes, from).map(({ kind }) => kind);
  for (const [i, code] of codes.entries()) {
    const need = findNeed(pack, code);
    if (!need || !holdsOn(need, from)) throw problem("need_unknown", { field: "needs", params: { code } });
    if (codes.indexOf(code) !== i) throw problem("need_twice", { field: "needs", params: { code } });
    if (need.onlyWith && !need.onlyWith.some((kind) => kinds.includes(kind))) {
      throw problem("need_not_with_status", { field: "needs", params: { code } });
    }
  }
}

/** The needs of a day that the law does not know at the child's age on that day (DD: three to nine). */
export function needsOutOfAge(
  pack: Pack,
  codes: readonly string[],
  birthOn: CivilDay,
  on: CivilDay,
): NeedType[] {
  const age = ageOn(birthOn, on);
  return codes.flatMap((code) => {
    const need = findNeed(pack, code);
    const fits = !need?.ages || (need.ages.from <= age && age <= need.ages.through);
    return need && !fits ? [need] : [];
  });
}

/** Needs that go on although the status they go with does not: an EHC plan names the need that NSA left open. */
export function needsLeftBehind(
  pack: Pack,
  needs: readonly Need[],
  episodes: readonly Episode[],
  on: CivilDay,
) {
  const kinds = statusesOn(episodes, on).map(({ kind }) => kind);
  return needsOn(needs, on).filter(({ code }) => {
    const onlyWith = findNeed(pack, code)?.onlyWith;
    return onlyWith !== undefined && !onlyWith.some((kind) => kinds.includes(kind));
  });
}
