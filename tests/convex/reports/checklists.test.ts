import { describe, expect, test } from "vitest";
import { censusLine, childCountLine, type ListFacts } from "#convex/reports/rules/checklists.ts";
import { lastDayOf, planIs } from "#convex/reports/rules/tallies.ts";

const DAY = "2026-01-15";
const since = { startsOn: "2024-09-02" };

const facts = (more: Partial<ListFacts>): ListFacts => ({
  episodes: [],
  needs: [],
  plans: [],
  placements: [],
  hasNumber: true,
  birthOn: "2016-03-09",
  ...more,
});

describe("the school census of England", () => {
  test("reports provision and ranked types", () => {
    const line = censusLine(
      facts({
        episodes: [{ kind: "ehcPlan", ...since }],
        needs: [
          { code: "SLCN", rank: 2, ...since },
          { code: "ASD", rank: 1, ...since },
        ],
      }),
      DAY,
    );
    expect(line).toEqual({ codes: ["E", "ASD", "SLCN", ""], problems: [] });
  });

  test.each([
    ["a plan without a type", { episodes: [{ kind: "ehcPlan", ...since }] }, "missingType"],
    [
      "NSA with an EHC plan",
      { episodes: [{ kind: "ehcPlan", ...since }], needs: [{ code: "NSA", rank: 1, ...since }] },
      "onlyWithSupport",
    ],
    [
      "a rank that is left out",
      { episodes: [{ kind: "senSupport", ...since }], needs: [{ code: "MLD", rank: 2, ...since }] },
      "rankGap",
    ],
    ["a type without provision", { needs: [{ code: "MLD", rank: 1, ...since }] }, "typeWithoutProvision"],
    [
      "no UPN",
      {
        hasNumber: false,
        episodes: [{ kind: "senSupport", ...since }],
        needs: [{ code: "MLD", rank: 1, ...since }],
      },
      "missingNumber",
    ],
  ])("finds %s", (_, more, problem) => {
    expect(censusLine(facts(more), DAY).problems).toEqual([problem]);
  });

  test("does not know Down syndrome before its year", () => {
    const child = facts({
      episodes: [{ kind: "senSupport", ...since }],
      needs: [{ code: "DS", rank: 1, ...since }],
    });
    expect(censusLine(child, "2024-10-03").problems).toEqual(["unknownType"]);
    expect(censusLine(child, DAY).problems).toEqual([]);
  });
});

describe("the federal child count", () => {
  const served = {
    episodes: [{ kind: "ideaEligible", ...since }],
    needs: [{ code: "deafness", rank: 1, ...since }],
    placements: [{ band: "RC80", ...since }],
    plans: [{ startsOn: "2025-09-01", endsOn: "2026-08-31", isAmended: false }],
  };

  test("counts a child by category, age and environment", () => {
    expect(childCountLine(facts(served), DAY)).toEqual({ codes: ["HI", "RC80"], problems: [], age: 9 });
  });

  test("leaves out whoever is only under Section 504", () => {
    expect(childCountLine(facts({ episodes: [{ kind: "section504", ...since }] }), DAY)).toBeNull();
  });

  test.each([
    ["no environment", { placements: [] }, "missingSetting"],
    ["no plan in effect", { plans: [] }, "missingPlan"],
    ["no category", { needs: [] }, "missingCategory"],
    [
      "developmental delay at ten",
      { birthOn: "2015-01-01", needs: [{ code: "developmentalDelay", rank: 1, ...since }] },
      "delayAge",
    ],
    ["an adult of twenty-two", { birthOn: "2003-01-01" }, "ageOutOfRange"],
  ])("finds %s", (_, more, problem) => {
    expect(childCountLine(facts({ ...served, ...more }), DAY)?.problems).toContain(problem);
  });
});

describe("a plan in the progress summary", () => {
  const plan = { startsOn: "2025-01-06", endsOn: "2026-01-05" };
  const span = { from: "2025-08-01", to: "2026-02-01" };

  test("is active on the last day, closed within the span, or neither", () => {
    expect(planIs({ ...plan, endsOn: "2026-05-01", isAmended: false }, span)).toBe("active");
    expect(planIs({ ...plan, isAmended: false }, span)).toBe("closed");
    expect(planIs({ ...plan, endsOn: "2025-06-01", isAmended: false }, span)).toBeNull();
  });

  test("is not closed by its own amendment, and ends before the next one takes over", () => {
    expect(planIs({ ...plan, isAmended: true }, span)).toBeNull();
    expect(lastDayOf({ ...plan, supersededOn: "2025-10-01" })).toBe("2025-09-30");
    expect(lastDayOf({ ...plan, supersededOn: "2027-10-01" })).toBe("2026-01-05");
  });
});
