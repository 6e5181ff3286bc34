import fc from "fast-check";
import { expect, test } from "vitest";
import type { StagedRow } from "#convex/roster/rules/files.ts";
import { aWorld, type World } from "#tests/support/world.ts";
import { appliedImport, children, studentsOf, undone } from "./importing.ts";

const RUNS = Number(process.env.UNDO_RUNS ?? 6);

/** Children whom the organization knows before: some of them are in the file, some are not. */
const KNOWN = 6;
const known = () => children(...Array.from({ length: KNOWN }, (_, i) => `${i} Child${i} Known${i}`));

const word = fc.constantFrom("Ana", "Bo", "Cy", "=Dee", "Zoë", "O'Neil");
const cells = fc.record(
  {
    givenName: word,
    familyName: word,
    preferredName: word,
    studentNumber: fc.constantFrom("1", "2", "9", "N-9", "77"),
    grade: fc.constantFrom("4", "5", "KG", "27"),
    birthOn: fc.constantFrom("2016-03-09", "2015-01-31", "2016-02-30"),
    homeLanguage: fc.constantFrom("Polish", "Arabic"),
    interpreterNeeded: fc.constantFrom("yes", "no", "perhaps"),
    needPrimary: fc.constantFrom("autism", "AUT", "nothing"),
    school: fc.constantFrom("Test School", "Second School", "Nowhere"),
    status: fc.constant("gone"),
  },
  { requiredKeys: [] },
);
const rows: fc.Arbitrary<StagedRow[]> = fc
  .array(fc.tuple(fc.nat(KNOWN + 3), cells), { maxLength: 8 })
  .map((all) =>
    all.map(([id, said], i) => ({
      kind: "student",
      externalId: String(id),
      file: "students.csv",
      line: i + 2,
      cells: {
        school: "Test School",
        grade: "4",
        birthOn: "2016-03-09",
        givenName: "A",
        familyName: "B",
        ...said,
      },
      problems: [],
    })),
  );

async function begun(): Promise<World> {
  const world = await aWorld();
  await world.aSchool("Second School");
  await appliedImport(world, known(), { mode: "bulk" });
  return world;
}

test("any import, taken back, leaves everybody as they were", {
  timeout: 60_000 + RUNS * 20_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom("bulk" as const, "delta" as const), async (file, mode) => {
      if (file.length === 0) return;
      const world = await begun();
      const before = await studentsOf(world);
      const { importId, students, needsConfirmation } = await appliedImport(world, file, {
        mode,
        confirms: true,
      });
      expect(needsConfirmation).toBe(students.leaving > students.active * 0.2);
      const { status, results } = await undone(world, importId);
      expect([status, results.kept ?? 0]).toEqual(["undone", 0]);
      expect(await studentsOf(world)).toEqual(before);
    }),
    { numRuns: RUNS },
  );
});
