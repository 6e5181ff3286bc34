import { describe, expect, test } from "vitest";
import { proseSchema } from "#convex/editorSchema.ts";
import { needsTransition } from "#convex/ieps/rules/lifecycle.ts";
import { canBeInState } from "#convex/ieps/rules/sections.ts";
import { ava } from "#convex/sample/ava/ava.ts";
import { sampleChildren } from "#convex/sample/district.ts";
import { emailOf, samplePeople } from "#convex/sample/people.ts";
import { presentSample } from "#convex/sample/present.ts";

const plans = sampleChildren.flatMap(({ plans: own }) => own);
const goals = plans.flatMap(({ goals: own }) => own);

describe("the sample district", () => {
  test("holds two dozen children, one of them twice, with numbers and names of their own", () => {
    expect(sampleChildren).toHaveLength(25);
    expect(new Set(sampleChildren.map(({ number }) => number)).size).toBe(25);
    expect(new Set(sampleChildren.map(({ firstName, lastName }) => `${firstName} ${lastName}`)).size).toBe(
      25,
    );
  });

  test("has plans in effect, drafts, and children with none", () => {
    expect(plans.filter(({ status }) => status === "inEffect").length).toBeGreaterThanOrEqual(12);
    expect(plans.filter(({ status }) => status === "draft").length).toBeGreaterThanOrEqual(5);
    expect(sampleChildren.some(({ plans: own }) => own.length === 0)).toBe(true);
  });

  test("has goals of every length of series: none, too few for a trend, provisional, firm", () => {
    const lengths = goals.map(({ series }) => series.length);
    expect(lengths).toEqual(expect.arrayContaining([0, 11]));
    expect(lengths.some((length) => length > 0 && length < 5)).toBe(true);
    expect(lengths.some((length) => length >= 5 && length < 10)).toBe(true);
  });

  test("has reviews that are overdue, that are due soon, and that are far away", () => {
    const daysLeft = plans
      .filter(({ status }) => status === "inEffect")
      .map(({ meetingIn, startsIn }) => 365 + (meetingIn ?? startsIn));
    expect(daysLeft.some((days) => days < 0)).toBe(true);
    expect(daysLeft.some((days) => days >= 0 && days <= 30)).toBe(true);
    expect(daysLeft.some((days) => days > 100)).toBe(true);
  });

  test("names only people it has, at addresses that no mail can reach", () => {
    const keys = new Set<string>(samplePeople.map(({ key }) => key));
    const named = sampleChildren.flatMap(({ caseManager, team, guardians, plans: own }) => [
      caseManager,
      ...team,
      ...(guardians ?? []).map(({ key }) => key),
      ...own.flatMap((plan) => plan.goals.flatMap(({ measuredBy }) => measuredBy ?? [])),
    ]);
    expect(named.filter((key) => !keys.has(key))).toEqual([]);
    for (const { key } of samplePeople) expect(emailOf(key)).toMatch(/@sample\.example$/);
  });

  test("offers somebody of every part to sign in as, and one teacher who is not on the first child's team", () => {
    const offered = presentSample().people;
    const parts = ["administrator", "caseManager", "teacher", "specialist", "guardian"];
    expect(new Set(offered.map(({ role }) => role))).toEqual(new Set(parts));
    const team: readonly string[] = ava.team;
    const outsiders = offered.filter(
      ({ role, email }) => role === "teacher" && !team.some((key) => email.startsWith(key)),
    );
    expect(outsiders).not.toEqual([]);
  });
});

describe("every sample plan", () => {
  test("has texts that the schema of a section takes", () => {
    for (const plan of plans) {
      for (const section of Object.values(plan.sections)) {
        if (section.text) proseSchema.nodeFromJSON({ type: "doc", content: section.text }).check();
      }
    }
  });

  test("is complete when it is in effect, with transition where the law asks for it", () => {
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
    for (const { age, lastName, plans: own } of sampleChildren) {
      for (const plan of own.filter(({ status }) => status === "inEffect")) {
        expect(
          Object.values(plan.sections).every(({ state }) => state === "ready" || state === "notNeeded"),
          lastName,
        ).toBe(true);
        expect(
          [plan.goals.length > 0, plan.services.length > 0, Object.keys(plan.factors).length],
          lastName,
        ).toEqual([true, true, 5]);
        const birthOn = day(-Math.round(age[0] * 365.25) - age[1]);
        if (needsTransition(birthOn, day(plan.startsIn + 364))) {
          expect(plan.sections.transition?.state, lastName).toBe("ready");
        }
      }
    }
  });

  test("leaves out only what may be left out", () => {
    for (const plan of plans) {
      for (const [kind, { state }] of Object.entries(plan.sections)) {
        expect(canBeInState(kind as Parameters<typeof canBeInState>[0], state), kind).toBe(true);
      }
    }
  });

  test("measures after the goal's baseline or in the phase before it, and never ahead of today", () => {
    for (const { series } of goals) {
      const days = series.map(({ daysAgo }) => daysAgo);
      expect(days).toEqual([...days].sort((a, b) => b - a));
      expect(Math.min(0, ...days)).toBe(0);
    }
  });
});

describe("the plan that is written out in full", () => {
  const [full] = ava.plans;

  test("is long: four thousand words of prose, six goals, six services, eight accommodations", () => {
    const words = Object.values(full?.sections ?? {})
      .flatMap(({ text }) => text ?? [])
      .map((block) =>
        proseSchema.nodeFromJSON(block).textBetween(0, proseSchema.nodeFromJSON(block).content.size, " "),
      )
      .join(" ")
      .split(/\s+/).length;
    expect(words).toBeGreaterThan(3_500);
    expect([full?.goals.length, full?.services.length, full?.accommodations.length]).toEqual([6, 6, 8]);
  });

  test("holds the published reading series, week by week", () => {
    const series = full?.goals[0]?.series ?? [];
    const first = series[0]?.daysAgo ?? 0;
    expect(series.map(({ daysAgo }) => (first - daysAgo) / 7 + 1)).toEqual([
      1, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18,
    ]);
    expect(series.map(({ value }) => value)).toEqual([41, 62, 63, 75, 64, 80, 83, 83, 56, 104, 74]);
  });
});

test("Sami's goal holds the published single-case series, the baseline ending with its sixth session", () => {
  const goal = sampleChildren.find(({ firstName }) => firstName === "Sami")?.plans[0]?.goals[0];
  const phase = (isBefore: boolean) =>
    goal?.series
      .filter(({ daysAgo }) => daysAgo >= goal.baseline.daysAgo === isBefore)
      .map(({ value }) => value);
  expect(phase(true)).toEqual([20, 20, 26, 25, 22, 23]);
  expect(phase(false)).toEqual([28, 25, 24, 27, 30, 30, 29]);
});
