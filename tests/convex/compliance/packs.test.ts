import { describe, expect, test } from "vitest";
import type { Pack } from "#convex/compliance/rules/pack.ts";
import { findNeed, packFor, reportingCodeOn } from "#convex/compliance/rules/packs.ts";

const us = packFor("us-federal");
const england = packFor("england");

function codeOf(pack: Pack, key: string, day: string): string | null {
  const need = findNeed(pack, key);
  return need && reportingCodeOn(need, day);
}

describe.each([us, england])("the pack of $jurisdiction", (pack) => {
  test("names everything once, with its source", () => {
    for (const keys of [pack.needs, pack.grades, pack.settings].map((list) => list.map(({ key }) => key))) {
      expect(new Set(keys).size).toBe(keys.length);
    }
    for (const { source } of [...pack.needs, ...pack.statuses, ...pack.evaluations]) {
      expect(source).not.toBe("");
    }
  });

  test("lets a status be replaced, or stand beside another, only by one that it knows", () => {
    const kinds = pack.statuses.map(({ kind }) => kind);
    for (const { kind, replaces, besides } of pack.statuses) {
      expect(kinds).toEqual(expect.arrayContaining([...replaces, ...besides]));
      expect(replaces).not.toContain(kind);
    }
  });
});

test("IDEA has thirteen disabilities and developmental delay; deafness counts as hearing impairment", () => {
  expect(us.needs).toHaveLength(14);
  expect(findNeed(us, "developmentalDelay")?.ages).toEqual({ from: 3, through: 9 });
  const code = (key: string) => codeOf(us, key, "2026-11-21");
  expect([code("deafness"), code("hearingImpairment"), code("autism")]).toEqual(["HI", "HI", "AUT"]);
});

test("leaving IDEA asks for an evaluation, but for those whom the law lets go without (34 CFR 300.305(e))", () => {
  const exits = us.statuses.find(({ kind }) => kind === "ideaEligible")?.exits ?? [];
  expect(Object.fromEntries(exits.map(({ key, needs }) => [key, needs]))).toEqual({
    noLongerEligible: "exitEvaluation",
    diploma: "summaryOfPerformance",
    agedOut: "summaryOfPerformance",
    consentRevoked: "servicesWithdrawn",
    transferred: null,
    died: null,
  });
});

test("England's census knows K and E, and Down syndrome since January 2025", () => {
  expect(england.statuses.map(({ reportingCode }) => reportingCode)).toEqual(["K", "E"]);
  expect(codeOf(england, "DS", "2024-12-31")).toBeNull();
  expect(codeOf(england, "DS", "2025-01-01")).toBe("DS");
});

test("no key means one thing in one pack and another in the next", () => {
  const grades = us.grades.map(({ key }) => key);
  expect(england.grades.filter(({ key }) => grades.includes(key))).toEqual([]);
});

test("what an organization sets for itself comes first", () => {
  const own = packFor("us-federal", {
    unusedNeeds: ["developmentalDelay"],
    evaluationDays: 45,
    transitionAge: 14,
  });
  expect(own.needs).toHaveLength(13);
  expect(own.evaluations.find(({ kind }) => kind === "initial")?.clock?.days).toBe(45);
  expect(own).toMatchObject({ transitionAge: 14, majorityAge: 18 });
});
