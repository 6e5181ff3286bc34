import { ConvexError } from "convex/values";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { api } from "#convex/_generated/api.js";
import type { Problem } from "#convex/errors.ts";
import { argumentsFor, type Ids, idArguments } from "#tests/support/arguments.ts";
import { attempt } from "#tests/support/convexTestBackend.ts";
import { aCrowd, type Crowd } from "#tests/support/crowd.ts";
import { type PublicFunction, publicFunctions } from "#tests/support/publicFunctions.ts";
import { openFunctions, organizationFunctions, ownFunctions, studentFunctions } from "./expectedDoors.ts";
import { insiders } from "./insiders.ts";

type Outcome = "opens" | "not_signed_in" | "not_found" | "not_allowed" | "lease_needed";
type Somebody = keyof Crowd["people"];

let crowd: Crowd;
beforeAll(async () => {
  crowd = await aCrowd();
}, 30_000);

/** Whoever has opened the record; everybody else has not, or no longer. */
async function openedOnlyBy(...people: readonly Somebody[]): Promise<void> {
  await crowd.closeRecords();
  const { studentId } = crowd.child;
  for (const who of people) {
    await crowd.people[who].mutation(api.students.record.open, { studentId });
  }
}
// Refused commands are written to the deployment's log, which a person running tests need not read.
beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
});

const byKind = (kind: string) => publicFunctions.filter(({ door }) => door?.kind === kind);

describe("every public function", () => {
  test("is built in functions.ts and says who may call it", () => {
    expect(publicFunctions.filter(({ door }) => door === null).map(({ name }) => name)).toEqual([]);
  });

  test.each([
    ["student", Object.keys(studentFunctions)],
    ["organization", Object.keys(organizationFunctions)],
    ["own", ownFunctions],
    ["open", openFunctions],
  ] as const)("of the %s kind is in the written expectation", (kind, expected) => {
    expect(
      byKind(kind)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...expected].sort());
  });

  test.each(publicFunctions)("refuses a field it does not name: $name", async (fn) => {
    const args = { ...argumentsFor(fn.args, allIds()), organisationRole: "administrator" };
    const thrown = await attempt(crowd.people.administrator, fn, args);
    expect(thrown).toBeInstanceOf(Error);
    expect(thrown).not.toBeInstanceOf(ConvexError);
  });
});

const studentQueries = byKind("student").filter(({ kind }) => kind === "query");
describe.each(studentQueries)("$name, while nobody but the case manager has opened the record", (fn) => {
  beforeAll(() => openedOnlyBy("caseManager"));

  const allowed = insiders.filter((who) => studentFunctions[fn.name]?.includes(who));
  test.each(allowed)("for the %s", async (who) => {
    expect(await outcomeOf(fn, who)).toBe(who === "caseManager" ? "opens" : "lease_needed");
  });

  test.each(["a teacher of other children", "a guardian of another child"] as const)(
    "for %s",
    async (who) => {
      expect(await outcomeOf(fn, who)).toBe("not_found");
    },
  );
});

/** Who may call what is the matrix's (access/matrix.test.ts); here, with one id exchanged. */
const foreignTo = (fn: PublicFunction) =>
  idArguments(fn.args).filter(({ table }) => table !== "students" && table !== "people");
const naming = byKind("student").filter((fn) => foreignTo(fn).length > 0);
describe.each(naming)("$name", (fn) => {
  beforeAll(() => openedOnlyBy(...insiders));

  test.each(foreignTo(fn))(
    "does not find another compartment's $table in $argument",
    async ({ argument, table }) => {
      const swapped = { [argument]: crowd.foreignIds[table] };
      expect(await outcomeOf(fn, "administrator", swapped)).toMatch(/^not_(found|allowed)$/);
      expect(await outcomeOf(fn, "caseManager", swapped)).toMatch(/^not_(found|allowed)$/);
    },
  );
});

const refusals = ["not_signed_in", "not_found", "not_allowed", "lease_needed"] as const;

function allIds(): Ids {
  return crowd.ids;
}

/** What somebody meets who calls the function about the child, with one argument exchanged perhaps. */
async function outcomeOf(fn: PublicFunction, who: Somebody, swapped: object = {}): Promise<Outcome> {
  const args = { ...argumentsFor(fn.args, allIds()), ...swapped };
  const thrown = await attempt(crowd.people[who], fn, args);
  if (thrown === undefined) return "opens";
  if (!(thrown instanceof ConvexError)) throw thrown;
  const { code } = thrown.data as Problem;
  return refusals.find((refusal) => refusal === code) ?? "opens";
}
