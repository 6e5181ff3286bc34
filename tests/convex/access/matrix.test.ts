import { ConvexError } from "convex/values";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { Problem } from "#convex/errors.ts";
import {
  forWholeOrganization,
  organizationFunctions,
  studentFunctions,
} from "#tests/convex/expectedDoors.ts";
import { argumentsFor, type Ids } from "#tests/support/arguments.ts";
import { seededChance } from "#tests/support/chance.ts";
import { attempt } from "#tests/support/convexTestBackend.ts";
import {
  aNeighbourhood,
  type ChildName,
  children,
  type Neighbour,
  type Neighbourhood,
  type Standing,
} from "#tests/support/neighbourhood.ts";
import { type PublicFunction, publicFunctions } from "#tests/support/publicFunctions.ts";
import { inEmergency } from "./inEmergency.ts";

/**
 * Every public function, called by everybody about everybody's child and every district, against the policy
 * written down by hand in the domains' `doors.ts`. The nightly run calls every cell; `npm test` all those about one
 * child and about the own district, and a seeded share of the others.
 */
const share = Number(process.env.MATRIX_SHARE ?? 0.25);

type Outcome = "opens" | "not_signed_in" | "not_found" | "not_allowed";

let neighbourhood: Neighbourhood;
beforeAll(async () => {
  neighbourhood = await aNeighbourhood();
  vi.spyOn(console, "warn").mockImplementation(() => {});
  for (const { caller, standsTo } of neighbourhood.neighbours) {
    for (const child of children.filter((name) => standsTo(name) !== null)) {
      await caller.mutation(api.students.record.open, { studentId: studentIn(child) });
    }
  }
}, 60_000);
beforeEach(() => {
  // Refused commands are written to the deployment's log, which a person running tests need not read.
  vi.spyOn(console, "warn").mockImplementation(() => {});
});

const chance = seededChance(`the matrix, ${share} of its cells`);
const always: readonly string[] = ["own", children[0]];
const chosen = (where: string) => always.includes(where) || share >= 1 || chance.next() < share;
const byKind = (kind: string) => publicFunctions.filter(({ door }) => door?.kind === kind);

describe("about every child, as everybody", () => {
  test.each(byKind("student"))("$name", async (fn) => {
    const surprises: string[] = [];
    for (const neighbour of neighbourhood.neighbours) {
      for (const child of children) {
        if (!chosen(child)) continue;
        const expected = aboutChild(fn, neighbour, neighbour.standsTo(child));
        const met = await outcomeOf(fn, neighbour, neighbourhood.ids[child]);
        if (met !== expected) surprises.push(`${neighbour.name}, ${child}: ${met} instead of ${expected}`);
      }
    }
    expect(surprises).toEqual([]);
  });
});

describe("about every district, as everybody", () => {
  test.each(byKind("organization"))("$name", async (fn) => {
    const surprises: string[] = [];
    for (const neighbour of neighbourhood.neighbours) {
      for (const district of ["own", "other"] as const) {
        if (!chosen(district)) continue;
        const expected = aboutDistrict(fn, neighbour, district);
        const organizationId = neighbourhood.districts[district];
        const met = await outcomeOf(fn, neighbour, idsFor(neighbour), { organizationId });
        if (met !== expected)
          surprises.push(`${neighbour.name}, ${district} district: ${met} instead of ${expected}`);
      }
    }
    expect(surprises).toEqual([]);
  });
});

describe("about themselves, without a session", () => {
  test.each(byKind("own"))("$name", async (fn) => {
    for (const neighbour of neighbourhood.neighbours.filter(({ isSignedIn }) => !isSignedIn)) {
      expect(await outcomeOf(fn, neighbour, idsFor(neighbour)), neighbour.name).toBe("not_signed_in");
    }
  });
});

function aboutChild(fn: PublicFunction, { isSignedIn }: Neighbour, standing: Standing): Outcome {
  if (!isSignedIn) return "not_signed_in";
  if (standing === null) return "not_found";
  return mayCall(studentFunctions[fn.name] ?? [], fn, standing) ? "opens" : "not_allowed";
}

function aboutDistrict(fn: PublicFunction, neighbour: Neighbour, district: "own" | "other"): Outcome {
  if (!neighbour.isSignedIn) return "not_signed_in";
  if (neighbour.district !== district || neighbour.part === null) return "not_found";
  return mayCall(organizationFunctions[fn.name] ?? [], fn, neighbour.part) ? "opens" : "not_allowed";
}

function mayCall(row: readonly string[], fn: PublicFunction, standing: Exclude<Standing, null>): boolean {
  if (standing === "emergency") return inEmergency.includes(fn.name);
  if (standing !== "schoolAdministrator") return row.includes(standing);
  return row.includes("administrator") && !forWholeOrganization.includes(fn.name);
}

/** The rows that somebody would name: around a child of theirs, where they have one. */
function idsFor({ name, standsTo }: Neighbour): Ids {
  if (name === "the administrator of another district")
    return neighbourhood.ids["a child of another district"];
  return neighbourhood.ids[children.find((child) => standsTo(child) !== null) ?? "the child"];
}

function studentIn(child: ChildName): Id<"students"> {
  return neighbourhood.ids[child].students as Id<"students">;
}

async function outcomeOf(
  fn: PublicFunction,
  { caller }: Neighbour,
  ids: Ids,
  swapped: object = {},
): Promise<Outcome> {
  const thrown = await attempt(caller, fn, { ...argumentsFor(fn.args, ids), ...swapped });
  if (thrown === undefined) return "opens";
  if (!(thrown instanceof ConvexError)) throw thrown;
  const { code } = thrown.data as Problem;
  return code === "not_signed_in" || code === "not_found" || code === "not_allowed" ? code : "opens";
}
