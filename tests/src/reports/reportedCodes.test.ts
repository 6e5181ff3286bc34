import { i18n } from "@lingui/core";
import { beforeEach, describe, expect, test } from "vitest";
import { packFor } from "#convex/compliance/rules/packs.ts";
import type { Run } from "#src/features/reports/distribution.ts";
import { categoryName, provisionName, reportedName } from "#src/features/reports/reportedCodes.ts";
import { fileOf, tablesOf } from "#src/features/reports/reportFile.ts";
import { bandName, needLabel } from "#src/features/reports/reportWords.ts";

beforeEach(() => i18n.loadAndActivate({ locale: "en", messages: {} }));

const words = { total: "Total" };
const childCount = {
  kind: "childCount",
  counts: { "AUT/9/RC80": 3, "HI/10/SS": 1, "/9/": 2 },
} as unknown as Run;
const census = { kind: "census", counts: { "E/ASD": 2, "K/SEMH": 4, "N/": 1 } } as unknown as Run;

describe("the authority’s codes", () => {
  test("stand beside their names in the child count, page and file", () => {
    const [byEnvironment, byAge] = tablesOf(childCount, words, null);
    expect(byEnvironment?.rows.map(({ label }) => label)).toEqual([
      "Missing",
      "AUT: Autism",
      "HI: Deafness / Hearing impairment",
      "Total",
    ]);
    expect(byEnvironment?.columns).toEqual([
      "Missing",
      "RC80: Regular class, 80% of the day or more",
      "SS: Separate school",
      "Total",
    ]);
    expect(byAge?.columns).toEqual(["9", "10", "Total"]);
    const file = fileOf(childCount, words, null);
    expect(file).toContain("AUT: Autism");
    expect(file).toContain("SS: Separate school");
  });

  test("stand beside their names in the school census", () => {
    const [types] = tablesOf(census, words, null);
    expect(types?.columns).toEqual(["E: EHC plan", "K: SEN support", "N: No SEN provision", "Total"]);
    expect(types?.rows.map(({ label }) => label)).toContain("SEMH: Social, emotional and mental health");
  });

  test("have a name each, as many as there are", () => {
    const federal = packFor("us-federal");
    const codes = federal.needs.flatMap(({ reportingCodes }) => reportingCodes.map(({ code }) => code));
    expect(codes.filter((code) => categoryName(code) === code)).toEqual([]);
    expect(federal.settings.filter(({ key }) => bandName(key) === key)).toEqual([]);
    expect(["E", "K", "N"].filter((code) => provisionName(code) === code)).toEqual([]);
    const types = packFor("england").needs.map(({ key }) => key);
    expect(types.filter((type) => needLabel(type) === type)).toEqual([]);
  });

  test("are named in the check list, several further types too", () => {
    expect(reportedName("SENtypesFurther", "HI VI")).toBe("Hearing impairment and Vision impairment");
    expect(reportedName("EducationalEnvironment", "HH")).toBe("Home or hospital");
  });
});
