import { ConvexError } from "convex/values";
import { beforeAll, expect, test, vi } from "vitest";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { compartmentTables, plantCanaries } from "#tests/support/canaries.ts";
import { type Chance, seededChance } from "#tests/support/chance.ts";
import { rehearse } from "#tests/support/convexTestBackend.ts";
import {
  aNeighbourhood,
  type ChildName,
  canaryOf,
  children,
  type Neighbour,
  type Neighbourhood,
} from "#tests/support/neighbourhood.ts";
import { type PublicFunction, publicFunctions } from "#tests/support/publicFunctions.ts";
import { randomArguments } from "#tests/support/randomArguments.ts";

/**
 * Calls with ids, cursors and districts of other people's children mixed in wherever an argument takes one: no
 * command succeeds with them, and no answer, refusals included, holds a word about a child who is not the caller's.
 */
const calls = Number(process.env.FOREIGN_CALLS ?? 2000);

/** Commands that answer instead of refusing, so that the refusal stays on record. */
const answering = ["students/record:open"];

/** Answers that hold words about a child no longer theirs, because the caller wrote them: why they had to look. */
const ownWords = new Set(["access/emergencyReviews:listMine as a teacher whose emergency is over"]);

let neighbourhood: Neighbourhood;
let planted = 0;
beforeAll(async () => {
  neighbourhood = await aNeighbourhood();
  vi.spyOn(console, "warn").mockImplementation(() => {});
  for (const { caller, standsTo } of neighbourhood.neighbours) {
    for (const child of children.filter((name) => standsTo(name) !== null)) {
      const studentId = neighbourhood.ids[child].students as Id<"students">;
      await caller.mutation(api.students.record.open, { studentId });
    }
  }
  planted = await plantCanaries(neighbourhood);
}, 60_000);

test("the words around every child are marked", () => {
  expect(planted).toBeGreaterThan(40);
});

test(`${calls} calls with foreign ids reach nothing`, { timeout: 3_600_000 }, async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const chance = seededChance(`${calls} calls with foreign ids`);
  const callable = publicFunctions.filter(({ name }) => name !== "ieps/editors:leave");
  const cursors: string[] = [];
  const found: string[] = [];
  let answered = 0;
  let refused = 0;
  for (let i = 0; i < calls && found.length < 20; i++) {
    const fn = chance.pick(callable);
    const neighbour = chance.pick(neighbourhood.neighbours);
    const { args, isForeign } = mixed(fn, neighbour, chance, cursors);
    const { value, thrown } = await rehearse(neighbour.caller, fn, args);
    const said = JSON.stringify(thrown instanceof ConvexError ? thrown.data : (value ?? null), plainly);
    const where = `${fn.name} as ${neighbour.name} with ${JSON.stringify(args, plainly)}`;
    for (const child of ownWords.has(`${fn.name} as ${neighbour.name}`) ? [] : children) {
      if (neighbour.standsTo(child) === null && said.includes(canaryOf(child))) {
        found.push(`${where} told of ${child}`);
      }
    }
    if (thrown !== undefined) refused++;
    else answered++;
    if (thrown === undefined && isForeign && fn.kind === "mutation" && !answering.includes(fn.name)) {
      found.push(`${where} succeeded`);
    }
    const cursor = (value as { continueCursor?: unknown } | null | undefined)?.continueCursor;
    if (typeof cursor === "string" && cursor !== "" && cursors.length < 500) cursors.push(cursor);
  }
  expect(found).toEqual([]);
  // Neither everything closed nor everything open: the calls did reach the functions.
  expect(answered).toBeGreaterThan(calls / 50);
  expect(refused).toBeGreaterThan(calls / 4);
});

/** Arguments of which each id is, by chance, of the child in question or of somebody else's. */
function mixed(fn: PublicFunction, neighbour: Neighbour, chance: Chance, cursors: string[]) {
  const home = children.find((child) => neighbour.standsTo(child) !== null) ?? chance.pick(children);
  const subject = chance.next() < 0.7 ? home : chance.pick(children);
  let isForeign = fn.door?.kind === "student" && neighbour.standsTo(subject) === null;
  const idOf = (table: string): string => {
    if (table === "students" && fn.door?.kind === "student") return neighbourhood.ids[subject].students ?? "";
    const from = chance.next() < 0.5 ? subject : chance.pick(children);
    const id = neighbourhood.ids[from][table];
    // A table that no row around a child belongs to: any id of another table is refused as no id of it.
    if (id === undefined) return neighbourhood.ids[from].students ?? "";
    if (belongsElsewhere(fn, table, from, subject, neighbour)) isForeign = true;
    return id;
  };
  const { organizationId: _, ...named } = fn.args.value;
  const args = randomArguments({ ...fn.args, value: named }, chance, idOf);
  if (fn.door?.kind === "organization") {
    const district =
      chance.next() < 0.8 ? (neighbour.district ?? "own") : chance.pick(["own", "other"] as const);
    args.organizationId = neighbourhood.districts[district];
    if (district !== neighbour.district) isForeign = true;
  }
  if ("paginationOpts" in args) {
    const cursor = cursors.length > 0 && chance.next() < 0.5 ? chance.pick(cursors) : null;
    args.paginationOpts = { numItems: 1 + chance.below(10), cursor };
  }
  return { args, isForeign };
}

function belongsElsewhere(
  fn: PublicFunction,
  table: string,
  from: ChildName,
  subject: ChildName,
  neighbour: Neighbour,
): boolean {
  const isAboutOneChild = compartmentTables.includes(table) || table === "students";
  if (fn.door?.kind === "student" && isAboutOneChild && table !== "students") return from !== subject;
  // What is left of a child who is no more, such as a place in a group, is the school's to tidy up.
  const isLeftOver = from === "a child who is no more" && neighbour.district === "own";
  if (isAboutOneChild) return neighbour.standsTo(from) === null && !isLeftOver;
  const district = from === "a child of another district" ? "other" : "own";
  return neighbour.district !== district;
}

const plainly = (_key: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);
