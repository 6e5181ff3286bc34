import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { addDays, isWithin } from "#convex/dates.ts";
import { type GuardianRight, withRight } from "#convex/guardians/rules.ts";
import type { Child } from "#tests/support/child.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

let world: World;
let child: Child;
let guardian: Person;
beforeEach(async () => {
  world = await aWorld();
  child = await world.aStudent();
  guardian = await child.as.guardian();
});

const around = (who: Person = child.caseManager) =>
  who.query(api.guardians.around.list, { studentId: child.studentId });
const only = async () => {
  const [first] = (await around()).guardians;
  if (!first) throw new Error("No guardian.");
  return first;
};
const setRight = async (right: GuardianRight, isHeld: boolean) => {
  const { guardianshipId } = await only();
  const args = { studentId: child.studentId, guardianshipId, right, isHeld };
  return await child.caseManager.mutation(api.guardians.guardianships.setRight, args);
};
const read = (who: Person = guardian) => who.query(api.students.record.get, { studentId: child.studentId });
const restrict = (more: object = {}) =>
  child.caseManager.mutation(api.guardians.restrictions.record, {
    studentId: child.studentId,
    personId: guardian.personId,
    personName: "Gale Guardian",
    forbids: ["see", "contact"],
    order: "No access to the school record",
    ...more,
  });

describe("a guardian", () => {
  test("begins with every right that a parent has", async () => {
    expect((await only()).rights).toEqual(["see", "sign", "contact"]);
  });

  test("who may no longer see loses the child at once, and the days before stay on record", async () => {
    await read();
    await setRight("see", false);
    await expectRefusal(read(), "not_found");
    expect((await guardian.query(api.people.me.get, {}))?.children).toEqual([]);
    await setRight("see", true);
    expect((await read()).audience).toBe("family");
  });

  test("who may not sign may still see", async () => {
    await setRight("sign", false);
    expect((await read()).abilities).toContain("consent.read");
    expect((await read()).abilities).not.toContain("consent.decide");
  });

  test("has a language, and a custody note that only those who manage guardians read", async () => {
    const { guardianshipId } = await only();
    const more = { language: "es", interpreterNeeded: true, custodyNote: "Every other week" };
    const describe = (change: object) =>
      child.caseManager.mutation(api.guardians.guardianships.describe, {
        studentId: child.studentId,
        guardianshipId,
        ...change,
      });
    await describe(more);
    expect(await only()).toMatchObject(more);
    const [seen] = (await around(await child.as.teacher())).guardians;
    expect(seen).toMatchObject({ language: "es", custodyNote: null });
    await expectRefusal(describe({ language: "not a language" }), "invalid", "language");
    await describe({ custodyNote: "" });
    expect(await only()).toMatchObject({ custodyNote: null });
  });
});

test("the state as guardian sees and is told, and does not sign", async () => {
  const agency = await world.aMember("guardian", { name: "State Agency", studentId: child.studentId });
  const mine = (await around()).guardians.find(({ person }) => person.personId === agency.personId);
  if (!mine) throw new Error("No guardianship.");
  const at = { studentId: child.studentId, guardianshipId: mine.guardianshipId };
  await child.caseManager.mutation(api.guardians.guardianships.end, at);
  const guardianshipId = await child.caseManager.mutation(api.guardians.guardianships.add, {
    studentId: child.studentId,
    personId: agency.personId,
    relationship: "stateAgency",
  });
  expect((await read(agency)).abilities).not.toContain("consent.decide");
  await expectRefusal(
    child.caseManager.mutation(api.guardians.guardianships.setRight, {
      studentId: child.studentId,
      guardianshipId,
      right: "sign",
      isHeld: true,
    }),
    "guardian_cannot_sign",
  );
});

describe("a court order", () => {
  test("takes the child from a guardian at once, and outweighs a right that is given afterwards", async () => {
    await read();
    await restrict();
    await expectRefusal(read(), "not_found");
    await setRight("see", true);
    await expectRefusal(read(), "not_found");
  });

  test("is named for the whole team, said to those who manage guardians, and not shown to the family", async () => {
    await restrict({ forbids: ["contact"] });
    const named = { personName: "Gale Guardian", forbids: ["contact"], isInForce: true };
    expect((await around()).restrictions).toMatchObject([
      { ...named, order: "No access to the school record" },
    ]);
    expect((await around(await child.as.teacher())).restrictions).toMatchObject([{ ...named, order: null }]);
    expect((await around(guardian)).restrictions).toEqual([]);
  });

  test("that is lifted gives back what the guardianship gives, and stays on record", async () => {
    const restrictionId = await restrict();
    const lift = () =>
      child.caseManager.mutation(api.guardians.restrictions.lift, {
        studentId: child.studentId,
        restrictionId,
      });
    await lift();
    expect((await read()).audience).toBe("family");
    expect((await around()).restrictions).toMatchObject([{ isInForce: false }]);
    await expectRefusal(lift(), "restriction_lifted");
  });

  test("may name somebody without an account, and nobody else's guardian", async () => {
    await restrict({ personId: undefined, personName: "Max Mentioned" });
    expect((await read()).audience).toBe("family");
    const stranger: Id<"people"> = (await child.as.guardianElsewhere()).personId;
    await expectRefusal(restrict({ personId: stranger }), "not_found");
  });
});

test("any sequence of giving and taking a right leaves spans that never overlap and end as the last word says", () => {
  const steps = fc.array(fc.record({ after: fc.integer({ min: 0, max: 9 }), isHeld: fc.boolean() }), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(steps, (changes) => {
      let today = "2026-01-01";
      let spans: { startsOn: string; endsOn?: string | undefined }[] = [{ startsOn: "2025-09-01" }];
      const held = new Map<string, boolean>();
      for (const { after, isHeld } of changes) {
        for (let step = 0; step < after; step++) {
          held.set(
            today,
            spans.some((span) => isWithin(today, span)),
          );
          today = addDays(today, 1);
        }
        spans = withRight(spans, isHeld, today, addDays(today, -1));
        expect(spans.some((span) => isWithin(today, span))).toBe(isHeld);
      }
      // What was true on a day that is over stays true of it.
      for (const [day, was] of held) expect(spans.some((span) => isWithin(day, span))).toBe(was);
      for (const day of held.keys())
        expect(spans.filter((span) => isWithin(day, span)).length).toBeLessThan(2);
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 300) },
  );
});
