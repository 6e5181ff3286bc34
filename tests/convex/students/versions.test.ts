import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#convex/dates.ts";
import {
  asKnownAt,
  asStoodOn,
  changedFields,
  type Snapshot,
  type Version,
} from "#convex/students/rules/versions.ts";

const FIRST_DAY = "2026-01-05";
const fields = ["firstName", "lastName", "pronouns"] as const;

type Edit = { field: (typeof fields)[number]; value: string; daysLater: number; isCorrection: boolean };
const anEdit = fc.record<Edit>({
  field: fc.constantFrom(...fields),
  value: fc.constantFrom("a", "b", "c", "d"),
  daysLater: fc.nat(5),
  isCorrection: fc.boolean(),
});

/** Writes down a history as registering.ts does; a correction is true from the beginning. */
function written(edits: readonly Edit[]) {
  let day = FIRST_DAY;
  let now: Snapshot = { firstName: "x", lastName: "y" };
  const versions: Version[] = [{ snapshot: now, fields: [...fields], holdsFrom: day, recordedAt: 0 }];
  const believed: { at: number; snapshot: Snapshot }[] = [{ at: 0, snapshot: now }];
  edits.forEach(({ field, value, daysLater, isCorrection }, i) => {
    day = addDays(day, daysLater);
    const next = { ...now, [field]: value };
    const changed = changedFields(now, next);
    if (changed.length === 0) return;
    now = next;
    const holdsFrom = isCorrection ? FIRST_DAY : day;
    versions.push({ snapshot: now, fields: changed, holdsFrom, recordedAt: i + 1 });
    believed.push({ at: i + 1, snapshot: now });
  });
  return { versions, believed, lastDay: day };
}

describe("the history of a part", () => {
  test("answers for every moment what was believed then, whatever was written later", () => {
    fc.assert(
      fc.property(fc.array(anEdit, { maxLength: 25 }), (edits) => {
        const { versions, believed } = written(edits);
        for (const { at, snapshot } of believed) expect(asKnownAt(versions, at)).toEqual(snapshot);
        expect(asKnownAt(versions, -1)).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  test("stands on the last day as it is now", () => {
    fc.assert(
      fc.property(fc.array(anEdit, { maxLength: 25 }), (edits) => {
        const { versions, believed, lastDay } = written(edits);
        expect(asStoodOn(versions, lastDay)).toEqual(believed.at(-1)?.snapshot);
      }),
      { numRuns: 200 },
    );
  });

  test("lets no change reach back: a day in the past changes by corrections only", () => {
    fc.assert(
      fc.property(fc.array(anEdit, { maxLength: 25 }), anEdit, (edits, last) => {
        const { versions, lastDay } = written(edits);
        const yesterday = asStoodOn(versions, lastDay);
        const change = { ...last, isCorrection: false, daysLater: Math.max(1, last.daysLater) };
        expect(asStoodOn(written([...edits, change]).versions, lastDay)).toEqual(yesterday);
        const correction = { ...last, isCorrection: true };
        const corrected = written([...edits, correction]).versions;
        if (corrected.length > versions.length) {
          expect(asStoodOn(corrected, FIRST_DAY)).toMatchObject({ [last.field]: last.value });
        }
      }),
      { numRuns: 200 },
    );
  });

  test("is empty before the first day", () => {
    expect(asStoodOn(written([]).versions, "2026-01-04")).toBeNull();
  });
});
