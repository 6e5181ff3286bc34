import type { Pack } from "../../compliance/rules/pack";
import { findStatus } from "../../compliance/rules/packs";
import { addDays, type CivilDay, daysBetween } from "../../dates";
import { problem } from "../../errors";
import type { Episode, Held, Step } from "./episode";
import { type Grounds, missingGround } from "./exits";
import { follows, lastDay, newGap, overlaps } from "./spans";

/**
 * What may happen to a child's episodes. Each command takes the episodes that hold and answers which of them
 * hold no longer and which are new; nothing is ever rewritten. All of them end in `settled`, which refuses what
 * must never be: two of a kind on one day, kinds that exclude each other, days silently left without a status.
 */
export type Situation = Grounds & {
  pack: Pack;
  today: CivilDay;
  held: readonly Held[];
  /** The caller said that the days left without a status are right. */
  gapIsRight: boolean;
};

/** Decisions are recorded ahead, for a school year that is coming; not for the one after. */
const FURTHEST_AHEAD_DAYS = 400;

/** A status begins. One that it replaces ends on the day before (an EHC plan ends SEN support). */
export function enter(now: Situation, entry: Episode): Step {
  const status = requireKind(now, entry);
  const supersede: string[] = [];
  const insert: Step["insert"] = [];
  for (const row of now.held) {
    if (!status.replaces.includes(row.kind) || !overlaps(row, entry)) continue;
    if (row.startsOn >= entry.startsOn) throw excluded(row);
    supersede.push(row._id);
    const exitReason = findStatus(now.pack, row.kind)?.exits.find(({ key }) => key === "ehcPlanMade")?.key;
    insert.push({ ...valuesOf(row), endsOn: addDays(entry.startsOn, -1), exitReason, replacesId: row._id });
  }
  return settled(now, { supersede, insert: [...insert, entry] });
}

/** From a day on, another term or reason; the status goes on in a row of its own. */
export function change(
  now: Situation,
  episodeId: string,
  {
    from,
    ...next
  }: { from: CivilDay } & Pick<Episode, "term" | "reason" | "decidedBy" | "evidenceDocumentIds">,
): Step {
  const row = requireHeld(now, episodeId);
  requireLast(now, row);
  if (from <= row.startsOn || from > lastDay(row)) throw problem("out_of_range", { field: "from" });
  const { endsOn: _endsOn, exitReason: _exitReason, summaryGivenOn: _summary, ...begun } = valuesOf(row);
  delete begun.exitEvaluationId;
  return settled(now, {
    supersede: [row._id],
    insert: [
      { ...begun, endsOn: addDays(from, -1), replacesId: row._id },
      { ...valuesOf(row), ...next, startsOn: from, isContinuation: true },
    ],
  });
}

export type Leaving = Required<Pick<Episode, "endsOn" | "exitReason">> &
  Pick<Episode, "exitEvaluationId" | "summaryGivenOn">;

/** A status ends, with its last day and the reason. Throws when the law wants a ground that is not there. */
export function leave(now: Situation, episodeId: string, leaving: Leaving): Step {
  const row = requireHeld(now, episodeId);
  requireLast(now, row);
  if (row.exitReason !== undefined) throw problem("episode_ended");
  return settled(now, {
    supersede: [row._id],
    insert: [{ ...valuesOf(row), ...leaving, replacesId: row._id }],
  });
}

/** A planned last day moves, or goes away. An episode that has been left is corrected instead. */
export function extend(now: Situation, episodeId: string, endsOn: CivilDay | undefined): Step {
  const row = requireHeld(now, episodeId);
  requireLast(now, row);
  if (row.endsOn === undefined || row.exitReason !== undefined) throw problem("episode_ended");
  if (endsOn !== undefined && endsOn <= row.endsOn) throw problem("days_out_of_order", { field: "endsOn" });
  return settled(now, {
    supersede: [row._id],
    insert: [{ ...valuesOf(row), endsOn, replacesId: row._id }],
  });
}

export type Correction = Omit<Episode, "kind" | "isContinuation" | "confirmsGap">;

/**
 * What was recorded was wrong, and this is right. The first day of a continuation is also the last day of the
 * row before it, and both move together.
 */
export function correct(now: Situation, episodeId: string, right: Correction): Step {
  const row = requireHeld(now, episodeId);
  if (continuationOf(now.held, row) && right.endsOn !== row.endsOn) throw problem("episode_followed");
  const before = row.isContinuation ? predecessorOf(now.held, row) : undefined;
  const moved = before && right.startsOn !== row.startsOn;
  if (moved && right.startsOn <= before.startsOn) throw problem("out_of_range", { field: "startsOn" });
  const { kind, isContinuation, confirmsGap } = row;
  return settled(now, {
    supersede: [row._id, ...(moved ? [before._id] : [])],
    insert: [
      ...(moved
        ? [{ ...valuesOf(before), endsOn: addDays(right.startsOn, -1), replacesId: before._id }]
        : []),
      { ...right, kind, isContinuation, confirmsGap, replacesId: row._id },
    ],
  });
}

/** It never was so. Taking back a continuation lets the row before it go on as if nothing had changed. */
export function retract(now: Situation, episodeId: string): Step {
  const row = requireHeld(now, episodeId);
  requireLast(now, row);
  const before = row.isContinuation ? predecessorOf(now.held, row) : undefined;
  if (!before) return settled(now, { supersede: [row._id], insert: [] });
  const { endsOn, exitReason, exitEvaluationId, summaryGivenOn } = row;
  const whole = { ...valuesOf(before), endsOn, exitReason, exitEvaluationId, summaryGivenOn };
  return settled(now, {
    supersede: [row._id, before._id],
    insert: [{ ...whole, replacesId: before._id }],
  });
}

/** Refuses a step after which the record would hold what must never be. */
function settled(now: Situation, step: Step): Step {
  const { held, pack, today } = now;
  const stays = held.filter(({ _id }) => !step.supersede.includes(_id));
  for (const [i, row] of step.insert.entries()) {
    if (row.endsOn !== undefined && row.endsOn < row.startsOn) {
      throw problem("days_out_of_order", { field: "endsOn" });
    }
    if (daysBetween(today, row.startsOn) > FURTHEST_AHEAD_DAYS) {
      throw problem("out_of_range", { field: "startsOn" });
    }
    const others = [...stays, ...step.insert.slice(i + 1)];
    for (const other of others) requireApart(pack, row, other);
    const goesOn = [...stays, ...step.insert].some(
      (next) => next.isContinuation && next.kind === row.kind && follows(row, next),
    );
    const missing = goesOn ? null : missingGround(pack, row, now);
    if (missing) throw problem(missing, { field: "exitReason" });
  }
  const gap = newGap(held, [...stays, ...step.insert]);
  if (gap && !now.gapIsRight) throw problem("episode_gap", { field: "gapIsRight", params: gap });
  if (!gap) return step;
  return { ...step, insert: step.insert.map((row) => ({ ...row, confirmsGap: true })) };
}

function requireApart(pack: Pack, row: Episode, other: Episode): void {
  if (!overlaps(row, other)) return;
  if (row.kind === other.kind) {
    const params = { startsOn: other.startsOn, endsOn: other.endsOn ?? null };
    throw problem("episode_overlap", { field: "startsOn", params });
  }
  if (!findStatus(pack, row.kind)?.besides.includes(other.kind)) throw excluded(other);
}

function excluded({ kind, startsOn }: Episode) {
  return problem("episode_excluded", { field: "startsOn", params: { kind, startsOn } });
}

function requireKind({ pack }: Situation, { kind }: Episode) {
  const status = findStatus(pack, kind);
  if (!status) throw problem("invalid", { field: "kind" });
  return status;
}

function requireHeld({ held }: Situation, episodeId: string): Held {
  const row = held.find(({ _id }) => _id === episodeId);
  if (!row) throw problem("conflict");
  return row;
}

/** A row that goes on in another one ends where that one starts: what happens now happens to the later one. */
function requireLast({ held }: Situation, row: Held): void {
  if (continuationOf(held, row)) throw problem("episode_followed");
}

export function continuationOf<Row extends Episode>(held: readonly Row[], row: Episode): Row | undefined {
  return held.find((next) => next.isContinuation && next.kind === row.kind && follows(row, next));
}

function predecessorOf(held: readonly Held[], row: Episode): Held | undefined {
  return held.find((before) => before.kind === row.kind && follows(before, row));
}

/** Only what the episode says: a stored row carries more, and a new row gets its own. */
function valuesOf(row: Held): Episode {
  const { kind, startsOn, endsOn, term, reason, decidedBy, evidenceDocumentIds } = row;
  const { exitReason, exitEvaluationId, summaryGivenOn, isContinuation, confirmsGap } = row;
  return {
    ...{ kind, startsOn, endsOn, term, reason, decidedBy, evidenceDocumentIds },
    ...{ exitReason, exitEvaluationId, summaryGivenOn, isContinuation, confirmsGap },
  };
}
