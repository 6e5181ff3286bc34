import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { api, internal } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { addDays, isWithin } from "#convex/dates.ts";
import { lastDay, type Span } from "#convex/status/rules/spans.ts";
import { cutTo, daysLeft, isWhole } from "#convex/students/rules/weaving.ts";
import { type Chance, seededChance } from "#tests/support/chance.ts";
import type { Child } from "#tests/support/child.ts";
import { setToday } from "#tests/support/clock.ts";
import { unless } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

const FIRST_DAY = "2025-01-01";
const DAYS = 60;
const dayAt = (n: number) => addDays(FIRST_DAY, n);

const aSpan = fc.tuple(fc.nat(DAYS), fc.nat(DAYS), fc.boolean()).map(([from, length, isOpen]): Span => {
  const startsOn = dayAt(from);
  return isOpen ? { startsOn } : { startsOn, endsOn: addDays(startsOn, length) };
});

describe("the days of two records as one line", () => {
  test("each day counts once: the kept record's, and the other's where that one is silent", () => {
    fc.assert(
      fc.property(aSpan, fc.array(aSpan, { maxLength: 6 }), (fact, kept) => {
        const left = daysLeft(fact, kept);
        const on = Array.from({ length: 3 * DAYS }, (_, n) => dayAt(n));
        const counts = on.map((day) => left.filter((span) => isWithin(day, span)).length);
        const isSilent = (day: string) => !kept.some((span) => isWithin(day, span));
        expect(counts).toEqual(on.map((day) => (isWithin(day, fact) && isSilent(day) ? 1 : 0)));
        expect(isWhole(fact, left)).toBe(!kept.some((span) => touches(fact, span)));
      }),
      { numRuns: 100 },
    );
  });

  test("a spell keeps the reason of an edge that stays", () => {
    const spell = { startsOn: dayAt(0), endsOn: dayAt(9), entryReason: "enrolled", exitReason: "graduated" };
    expect(cutTo(spell, { startsOn: dayAt(0), endsOn: dayAt(4) })).toMatchObject({
      entryReason: "enrolled",
      exitReason: "movedWithinDistrict",
    });
    const end = cutTo(spell, { startsOn: dayAt(5), endsOn: dayAt(9) });
    expect(end).toMatchObject({ exitReason: "graduated" });
    expect(end).not.toHaveProperty("entryReason");
  });
});

const touches = (a: Span, b: Span) => a.startsOn <= lastDay(b) && b.startsOn <= lastDay(a);

let world: World;
let colleagues: Person[];
beforeEach(async () => {
  setToday(FIRST_DAY);
  world = await aWorld();
  colleagues = [await world.aMember("teacher"), await world.aMember("specialist")];
});

/** How many pairs of records are joined and taken apart; the nightly run asks for more. */
const PAIRS = Number(process.env.JOINED_PAIRS ?? 2);
const STEPS = 6;
const grades = ["2", "3", "4", "5"];
const needs = ["autism", "deafness", "specificLearningDisability", "emotionalDisturbance"];

test("joined, every day and every change of both is readable; taken apart, both are as they were", async () => {
  const chance = seededChance("joined whole");
  for (let pair = 0; pair < PAIRS; pair++) {
    const [kept, other] = await twoHistories(chance);
    const before = [await everythingOf(kept), await everythingOf(other)] as const;
    const mergeId = await world.administrator.mutation(api.students.merges.start, {
      organizationId: world.organizationId,
      ...{ keptId: kept.studentId, otherId: other.studentId, take: [] },
    });
    await run("proceed", mergeId);
    isWholeNow(await everythingOf(kept), before, other.studentNumber);
    await world.administrator.mutation(api.students.merges.undo, {
      organizationId: world.organizationId,
      mergeId,
    });
    await run("retrace", mergeId);
    expect(await everythingOf(kept)).toEqual(before[0]);
    expect(await everythingOf(other)).toEqual(before[1]);
  }
}, 900_000);

type Everything = Awaited<ReturnType<typeof everythingOf>>;

function isWholeNow(joined: Everything, [kept, other]: readonly [Everything, Everything], from: string) {
  for (const [i, { enrolment, needs: named, identity }] of joined.days.entries()) {
    const [ours, theirs] = [kept.days[i], other.days[i]];
    const said = <T extends object>(own: T | null | undefined, came: T | null | undefined) =>
      own ?? (came ? { ...came, from } : null);
    expect(enrolment).toEqual(said(ours?.enrolment, theirs?.enrolment));
    expect(identity).toEqual(said(ours?.identity, theirs?.identity));
    expect(named).toEqual(ours?.needs.length ? ours.needs : theirs?.needs);
  }
  const came = <T extends object>(rows: readonly T[]) => rows.map((row) => ({ ...row, from }));
  expect(joined.changes).toEqual(expect.arrayContaining([...kept.changes, ...came(other.changes)]));
  expect(joined.changes).toHaveLength(kept.changes.length + other.changes.length);
  expect(joined.openings).toEqual(
    expect.arrayContaining([...kept.openings, ...came(other.openings)] as object[]),
  );
  expect(joined.openings).toHaveLength(kept.openings.length + other.openings.length);
  const times = joined.openings.map(({ at }) => at);
  expect(times).toEqual([...times].sort((a, b) => b - a));
  expect(joined.disclosures).toEqual(
    expect.arrayContaining([...kept.disclosures, ...came(other.disclosures)] as object[]),
  );
  expect(joined.disclosures).toHaveLength(kept.disclosures.length + other.disclosures.length);
  const onEither = [...kept.team, ...other.team];
  expect(new Set(joined.team.map(partOf)).size).toBe(joined.team.length);
  expect(new Set(joined.team.map(partOf))).toEqual(new Set(onEither.map(partOf)));
  for (const spell of joined.team) {
    const told = onEither.filter((one) => partOf(one) === partOf(spell));
    expect(spell.startsOn).toBe(told.map(({ startsOn }) => startsOn).sort()[0]);
  }
  const ids = joined.spells.map(({ enrolmentId }) => enrolmentId);
  expect(ids).toEqual(
    expect.arrayContaining([...kept.spells, ...other.spells].map(({ enrolmentId }) => enrolmentId)),
  );
  const held = joined.spells.filter(({ isSuperseded }) => !isSuperseded);
  for (const spell of held) {
    const days = { startsOn: spell.startsOn, endsOn: spell.endsOn ?? undefined };
    const beside = held.filter(({ startsOn, endsOn }) =>
      touches(days, { startsOn, endsOn: endsOn ?? undefined }),
    );
    expect(beside).toEqual([spell]);
  }
}

const partOf = ({ person, teamRole }: Everything["team"][number]) => `${person.personId} ${teamRole}`;

/** Two records of one child, written to in turn over two months. */
async function twoHistories(chance: Chance): Promise<[Child, Child]> {
  setToday(dayAt(DAYS));
  const begun = () => ({ startsOn: dayAt(chance.below(DAYS)), gradeLevel: chance.pick(grades) });
  const pair: [Child, Child] = [await world.aStudent(begun()), await world.aStudent(begun())];
  for (let step = 0; step < STEPS; step++) {
    const child = chance.pick(pair);
    const { caseManager, studentId } = child;
    const on = dayAt(chance.below(DAYS));
    if (chance.next() < 0.4) {
      const place = { schoolId: world.schoolId, gradeLevel: chance.pick(grades) };
      const moved = caseManager.mutation(api.students.enrolments.move, { studentId, ...place, startsOn: on });
      // Who is drawn to where they are already stays there.
      await moved.catch(unless("nothing_moves"));
    } else if (chance.next() < 0.6) {
      const until = chance.next() < 0.5 ? { until: addDays(on, chance.below(30)) } : {};
      const named = needs.slice(chance.below(needs.length));
      const correction = { from: on, ...until, needs: named, correctionReason: "Read again" };
      await caseManager.mutation(api.status.needs.correct, { studentId, ...correction });
    } else {
      await lookedAt(child, chance);
      const lastName = chance.pick(["Example", "Exemple", "Exampel"]);
      await caseManager.mutation(api.students.record.edit, { studentId, lastName });
    }
  }
  return pair;
}

/** Somebody of both teams looks, and something of the record goes outside. */
async function lookedAt(child: Child, chance: Chance) {
  const { caseManager, studentId } = child;
  const teacher = chance.pick(colleagues);
  const isNew = !(await everybodyOn(child)).includes(teacher.personId);
  if (isNew) await child.join(teacher);
  await teacher.mutation(api.students.record.open, { studentId });
  await caseManager.mutation(api.disclosures.disclosures.record, {
    ...{ studentId, recipient: "Another school", purpose: "Enrolment", ground: "transfer" },
    ...{ authority: "Letter of enrolment", recordTypes: ["plan"], disclosedOn: dayAt(chance.below(DAYS)) },
  });
}

async function everybodyOn({ studentId }: Child): Promise<string[]> {
  const { team } = await world.administrator.query(api.students.record.get, { studentId });
  return team.map(({ person }) => person.personId);
}

/** All that people read of a record's past. */
async function everythingOf({ studentId }: Child) {
  const { administrator } = world;
  await administrator.mutation(api.students.record.open, { studentId });
  const days = [];
  for (let n = 0; n <= DAYS; n += 6) {
    const stood = { studentId, on: dayAt(n), view: "now" as const };
    days.push(await administrator.query(api.history.asItStood.get, stood));
  }
  const paginationOpts = { numItems: 100, cursor: null };
  const changes = await administrator.query(api.students.history.list, { studentId, paginationOpts });
  const line = await administrator.query(api.history.timeline.list, { studentId, paginationOpts });
  const openings = await administrator.query(api.access.openings.list, { studentId, paginationOpts });
  const disclosed = await administrator.query(api.disclosures.disclosures.list, {
    studentId,
    paginationOpts,
  });
  const { team } = await administrator.query(api.students.record.get, { studentId });
  return {
    days,
    openings: openings.page,
    disclosures: disclosed.page,
    team,
    changes: changes.page,
    line: line.page,
    spells: await administrator.query(api.students.enrolments.list, { studentId }),
    status: await administrator.query(api.status.overview.get, { studentId }),
  };
}

/** Batch after batch, as the scheduler would. */
async function run(step: "proceed" | "retrace", mergeId: Id<"merges">) {
  for (let batch = 0; batch < 120; batch++) {
    await world.backend.operator.mutation(internal.students.merging[step], { mergeId });
    const merges = await world.administrator.query(api.students.merges.list, {
      organizationId: world.organizationId,
    });
    const state = merges.find((merge) => merge.mergeId === mergeId)?.state ?? "";
    if (["done", "undone"].includes(state)) return;
  }
  throw new Error("The merge does not come to its end.");
}
