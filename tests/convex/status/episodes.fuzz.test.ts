import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packFor } from "#convex/compliance/rules/packs.ts";
import { addDays, daysBetween } from "#convex/dates.ts";
import { believedAt } from "#convex/status/rules/belief.ts";
import type { Episode, Held, Step } from "#convex/status/rules/episode.ts";
import * as rules from "#convex/status/rules/episodes.ts";
import { spellsOf, statusesOn } from "#convex/status/rules/spells.ts";

/**
 * Any sequence of enter, change, leave, extend, correct and retract, on any days, against a model that is as
 * simple as can be: a calendar with one square per kind and day. Figures: EPISODE_RUNS sequences.
 *
 * Caught at the usual figures, each planted once: a corrected continuation that leaves the row before it as it was
 * (the calendar differs) or standing beside its new version (nothing is ever moved); a continuation taken back
 * whose days are lost.
 */
const runs = Number(process.env.EPISODE_RUNS ?? 300);

const FIRST = "2025-01-01";
const DAYS = 40;
const today = addDays(FIRST, 20);
const dayAt = (i: number) => addDays(FIRST, i);

type Row = Held & { recordedAt: number; supersededAt?: number };
const day = fc.integer({ min: 0, max: DAYS - 1 });
const maybeDay = fc.option(day, { nil: undefined });
const reason = fc.string({ minLength: 1, maxLength: 4 });

const command = (kinds: readonly Episode["kind"][], exits: readonly string[]) =>
  fc.oneof(
    fc.record({
      do: fc.constant("enter" as const),
      kind: fc.constantFrom(...kinds),
      from: day,
      until: maybeDay,
      reason,
      exit: fc.option(fc.constantFrom(...exits), { nil: undefined }),
    }),
    fc.record({ do: fc.constant("change" as const), pick: fc.nat(), from: day, aims: fc.boolean(), reason }),
    fc.record({
      do: fc.constant("leave" as const),
      pick: fc.nat(),
      until: day,
      exit: fc.constantFrom(...exits),
    }),
    fc.record({ do: fc.constant("extend" as const), pick: fc.nat(), until: maybeDay }),
    fc.record({
      do: fc.constant("correct" as const),
      pick: fc.nat(),
      aims: fc.boolean(),
      from: day,
      until: maybeDay,
      reason,
      exit: fc.option(fc.constantFrom(...exits), { nil: undefined }),
    }),
    fc.record({ do: fc.constant("retract" as const), pick: fc.nat(), aims: fc.boolean() }),
  );
type Command = ReturnType<typeof command> extends fc.Arbitrary<infer Value> ? Value : never;

/** Any commands, behind three that make a row which goes on from another and correct where it begins. */
const sequence = (kinds: readonly Episode["kind"][], exits: readonly string[]) =>
  fc
    .tuple(
      fc.record({ kind: fc.constantFrom(...kinds), from: fc.nat(9), reason }),
      fc.record({ from: day, reason }),
      fc.record({ from: day, reason }),
      fc.array(command(kinds, exits), { maxLength: 25 }),
    )
    .map(([entry, change, correction, rest]): Command[] => [
      { do: "enter", ...entry, until: undefined, exit: undefined },
      { do: "change", ...change, pick: 0, aims: true },
      { do: "correct", ...correction, pick: 0, aims: true, until: undefined, exit: undefined },
      ...rest,
    ]);

/** The record: rows that are only ever added to and marked, as the functions do. */
class Register {
  rows: Row[] = [];
  clock = 1000;
  held = () => this.rows.filter((row) => row.supersededAt === undefined);
  apply(step: Step): void {
    this.clock += 7;
    for (const row of this.rows) if (step.supersede.includes(row._id)) row.supersededAt = this.clock;
    for (const episode of step.insert) {
      this.rows.push({ ...episode, _id: `row${this.rows.length}`, recordedAt: this.clock });
    }
  }
}

const episode = (
  kind: Episode["kind"],
  from: number,
  until: number | undefined,
  why: string,
  exit: string | undefined,
): Episode => ({
  kind,
  startsOn: dayAt(from),
  ...(until !== undefined && { endsOn: dayAt(until) }),
  ...(until !== undefined && exit !== undefined && { exitReason: exit }),
  term: "longTerm",
  reason: why,
  decidedBy: "The team",
  evidenceDocumentIds: [],
});

/** The row that a command is about: any that holds; for one that aims, a row that goes on from another, if it can. */
function pickOf(held: readonly Row[], wanted: Command): Row | undefined {
  if (!("pick" in wanted)) return undefined;
  const aims = wanted.do !== "change" && "aims" in wanted && wanted.aims;
  const goingOn = aims ? held.filter((row) => row.isContinuation) : [];
  const pool = goingOn.length > 0 ? goingOn : held;
  return pool[wanted.pick % Math.max(pool.length, 1)];
}

/**
 * Random days seldom fall where a command is lawful. One that aims changes a row within its days, and corrects the
 * first day of a row by a few days, keeping its end and exit.
 */
function aimed(held: readonly Row[], wanted: Command): Command {
  const picked = pickOf(held, wanted);
  if (!picked || !("aims" in wanted) || !wanted.aims || wanted.do === "retract") return wanted;
  const first = daysBetween(FIRST, picked.startsOn);
  const last = picked.endsOn === undefined ? undefined : daysBetween(FIRST, picked.endsOn);
  if (wanted.do === "change") {
    const length = Math.max((last ?? DAYS - 1) - first, 1);
    return { ...wanted, from: first + 1 + (wanted.from % length) };
  }
  const from = Math.min(Math.max(first + (wanted.from % 9) - 4, 0), DAYS - 1);
  return { ...wanted, from, until: last, exit: picked.exitReason as never };
}

/** What the record says of each day, read from rows. */
function calendarOf(rows: readonly Row[]): string[][] {
  return Array.from({ length: DAYS + 1 }, (_, i) =>
    statusesOn(rows, dayAt(i)).map(({ kind, reason: why }) => `${kind}: ${why}`),
  );
}

describe.each([
  { jurisdiction: "us-federal", kinds: ["ideaEligible", "section504"], exits: ["diploma", "transferred"] },
  { jurisdiction: "england", kinds: ["senSupport", "ehcPlan"], exits: ["transferred", "died"] },
] as const)("episodes of $jurisdiction", ({ jurisdiction, kinds, exits }) => {
  const pack = packFor(jurisdiction);

  function step(record: Register, wanted: Command): Step | null {
    const held = record.held();
    const now: rules.Situation = {
      ...{ pack, today, held, gapIsRight: true, finding: null },
      areServicesWithdrawnOn: () => true,
    };
    const picked = pickOf(held, wanted);
    if (wanted.do !== "enter" && !picked) return null;
    const id = picked?._id ?? "";
    try {
      switch (wanted.do) {
        case "enter":
          return rules.enter(
            now,
            episode(wanted.kind, wanted.from, wanted.until, wanted.reason, wanted.exit),
          );
        case "change": {
          const next = { term: "temporary" as const, decidedBy: "The team", evidenceDocumentIds: [] };
          return rules.change(now, id, { ...next, from: dayAt(wanted.from), reason: wanted.reason });
        }
        case "leave":
          return rules.leave(now, id, { endsOn: dayAt(wanted.until), exitReason: wanted.exit });
        case "extend":
          return rules.extend(now, id, wanted.until === undefined ? undefined : dayAt(wanted.until));
        case "correct": {
          const { kind: _kind, ...right } = episode(
            "section504",
            wanted.from,
            wanted.until,
            wanted.reason,
            wanted.exit,
          );
          return rules.correct(now, id, right);
        }
        case "retract":
          return rules.retract(now, id);
      }
    } catch (refusal) {
      // Refusals are answers with a code; anything else is a bug and fails the test.
      expect(refusal).toMatchObject({ data: { code: expect.any(String) } });
    }
    return null;
  }

  /** The naive model: what a command does to the squares, from the command alone. */
  function painted(known: readonly string[][], record: Register, wanted: Command): string[][] {
    const squares = known.map((names) => [...names]);
    const held = record.held();
    const picked = pickOf(held, wanted);
    const name = (kind: string, why: string) => `${kind}: ${why}`;
    const erase = (i: number, kind: string) => {
      squares[i] = (squares[i] ?? []).filter((one) => !one.startsWith(`${kind}:`));
    };
    const paint = (i: number, kind: string, why: string) => {
      erase(i, kind);
      squares[i]?.push(name(kind, why));
    };
    const each = (from: number, until: number | undefined, visit: (i: number) => void) => {
      for (let i = from; i <= (until ?? DAYS); i++) visit(i);
    };
    const covers = (row: Row, i: number) =>
      row.startsOn <= dayAt(i) && (row.endsOn === undefined || dayAt(i) <= row.endsOn);
    switch (wanted.do) {
      case "enter":
        each(wanted.from, wanted.until, (i) => paint(i, wanted.kind, wanted.reason));
        // An EHC plan ends SEN support for good, not only while it lasts.
        if (wanted.kind === "ehcPlan") {
          const replaced = held.filter(
            (row) =>
              row.kind === "senSupport" &&
              [...squares.keys()].some((i) => {
                const isPlan = i >= wanted.from && i <= (wanted.until ?? DAYS);
                return isPlan && covers(row, i);
              }),
          );
          for (const row of replaced) {
            for (const i of squares.keys()) if (i >= wanted.from && covers(row, i)) erase(i, "senSupport");
          }
        }
        break;
      case "change":
        if (picked) {
          for (const i of squares.keys()) {
            if (i >= wanted.from && covers(picked, i)) paint(i, picked.kind, wanted.reason);
          }
        }
        break;
      case "leave":
        if (picked)
          for (const i of squares.keys()) {
            if (covers(picked, i)) erase(i, picked.kind);
            if (dayAt(i) >= picked.startsOn && i <= wanted.until) paint(i, picked.kind, picked.reason);
          }
        break;
      case "extend":
        if (picked)
          each(0, wanted.until, (i) => {
            if (dayAt(i) >= picked.startsOn) paint(i, picked.kind, picked.reason);
          });
        break;
      case "correct":
        if (picked) {
          const before = held.find(
            (row) =>
              picked.isContinuation &&
              row.kind === picked.kind &&
              row.endsOn === addDays(picked.startsOn, -1),
          );
          for (const i of squares.keys()) if (covers(picked, i)) erase(i, picked.kind);
          if (before) {
            for (const i of squares.keys()) if (covers(before, i)) erase(i, picked.kind);
            for (const i of squares.keys()) {
              if (dayAt(i) >= before.startsOn && i < wanted.from) paint(i, picked.kind, before.reason);
            }
          }
          each(wanted.from, wanted.until, (i) => paint(i, picked.kind, wanted.reason));
        }
        break;
      case "retract":
        if (picked) {
          const before = held.find(
            (row) =>
              picked.isContinuation &&
              row.kind === picked.kind &&
              row.endsOn === addDays(picked.startsOn, -1),
          );
          for (const i of squares.keys()) {
            if (!covers(picked, i)) continue;
            if (before) paint(i, picked.kind, before.reason);
            else erase(i, picked.kind);
          }
        }
        break;
    }
    return squares;
  }

  const sorted = (squares: readonly string[][]) => squares.map((names) => [...names].sort());

  /** A continuation gets another first day, so that the row before it gets another last one. */
  const movesContinuation = (record: Register, wanted: Command) => {
    const picked = pickOf(record.held(), wanted);
    if (wanted.do !== "correct" || !picked?.isContinuation) return false;
    return picked.startsOn !== dayAt(wanted.from);
  };

  test("no two of a kind on a day, the calendar is right on every day, and no belief is ever lost", () => {
    let moved = 0;
    fc.assert(
      fc.property(sequence(kinds, exits), (commands) => {
        const record = new Register();
        const beliefs: { at: number; squares: string[][] }[] = [];
        let squares: string[][] = Array.from({ length: DAYS + 1 }, () => []);
        for (const command of commands) {
          const wanted = aimed(record.held(), command);
          const next = step(record, wanted);
          if (!next) continue;
          if (movesContinuation(record, wanted)) moved++;
          squares = painted(squares, record, wanted);
          record.apply(next);
          expect(sorted(calendarOf(record.held()))).toEqual(sorted(squares));
          beliefs.push({ at: record.clock, squares });
        }
        for (const i of squares.keys()) {
          const kindsOfDay = statusesOn(record.held(), dayAt(i)).map(({ kind }) => kind);
          expect(new Set(kindsOfDay).size).toBe(kindsOfDay.length);
        }
        for (const { at, squares: then } of beliefs) {
          expect(sorted(calendarOf(believedAt(record.rows, at)))).toEqual(sorted(then));
          expect(sorted(calendarOf(believedAt(record.rows, at + 6)))).toEqual(sorted(then));
        }
        for (const spell of spellsOf(record.held())) {
          // Nobody leaves IDEA without a ground, by whatever way the rows came about.
          if (spell.kind === "ideaEligible" && spell.endsOn !== undefined) {
            expect(spell.exitReason).toBeDefined();
          }
        }
      }),
      { numRuns: runs },
    );
    // Or else the sequences no longer reach what they are there for, or what is lawful is refused.
    expect(moved).toBeGreaterThan(runs / 3);
  });

  test("days are never left without a status unless somebody says so", () => {
    fc.assert(
      fc.property(fc.array(command(kinds, exits), { maxLength: 15 }), (commands) => {
        const record = new Register();
        for (const command of commands) {
          const wanted = aimed(record.held(), command);
          const next = step(record, wanted);
          if (!next) continue;
          const held = record.held();
          const bare = (rows: readonly Row[]) => {
            const days = [...Array(DAYS).keys()].filter((i) => statusesOn(rows, dayAt(i)).length > 0);
            const [first = 0, last = -1] = [days[0], days.at(-1)];
            return [...Array(DAYS).keys()].filter((i) => i > first && i < last && !days.includes(i));
          };
          const before = bare(held);
          record.apply(next);
          const fresh = bare(record.held()).filter((i) => !before.includes(i));
          if (fresh.length > 0) expect(next.insert.every(({ confirmsGap }) => confirmsGap)).toBe(true);
        }
      }),
      { numRuns: runs },
    );
  });
});
