import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#convex/dates.ts";
import type { SampleChild } from "#convex/sample/child.ts";
import { sampleChildren } from "#convex/sample/district.ts";
import { firstPlanIn, formerPlan } from "#convex/sample/former.ts";
import {
  closuresAround,
  groups,
  placementOf,
  roster,
  termsAround,
  yearBeganOn,
} from "#convex/sample/year.ts";
import { overlaps } from "#convex/status/rules/spans.ts";

const aDay = fc.nat(3000).map((n) => addDays("2024-01-01", n));
const numbers = sampleChildren.map(({ number }) => number);

test("on whatever day one loads it, the school year has begun, and its terms follow one another", () => {
  fc.assert(
    fc.property(aDay, (today) => {
      const terms = termsAround(today);
      expect(new Set(terms.map(({ name }) => name)).size).toBe(4);
      for (const [i, term] of terms.entries()) {
        expect(term.startsOn < term.endsOn).toBe(true);
        expect(terms.slice(i + 1).some((other) => overlaps(term, other))).toBe(false);
      }
      for (const { startsOn, endsOn } of closuresAround(today)) {
        expect(terms.some((term) => term.startsOn <= startsOn && endsOn <= term.endsOn)).toBe(true);
      }
      expect(terms.map(({ startsOn }) => startsOn)).toContain(yearBeganOn(today));
    }),
    { numRuns: 50 },
  );
});

test("groups, roster and placements name children that there are", () => {
  const named = [...groups.flatMap(({ students }) => students), ...roster.students];
  expect(named.filter((number) => !numbers.includes(number))).toEqual([]);
  expect(numbers).not.toContain(roster.mistake.externalId);
  expect(new Set(numbers.map(placementOf)).size).toBeGreaterThan(2);
});

test("on whatever day one loads it, last year's child count has a dozen, and nearly all had a plan", () => {
  for (let day = -366; day < 0; day++) {
    const counted = sampleChildren.filter((child) => isEligibleOn(child, day));
    expect(counted.length).toBeGreaterThanOrEqual(12);
    const planned = counted.filter((child) => hasPlanOn(child, day));
    expect(counted.length - planned.length).toBeLessThanOrEqual(1);
  }
});

const isEligibleOn = (child: SampleChild, day: number) => (eligibleIn(child) ?? 1) <= day;
const eligibleIn = (child: SampleChild) => (child.story ? -child.story.eligible.right : firstPlanIn(child));
const hasPlanOn = (child: SampleChild, day: number) => {
  const former = formerPlan(child);
  const plans = child.plans.filter(({ status }) => status === "inEffect");
  return [...(former ? [former] : []), ...plans].some(
    ({ startsIn }) => startsIn <= day && day < startsIn + 365,
  );
};
