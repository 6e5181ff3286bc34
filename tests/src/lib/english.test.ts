import { readFileSync } from "node:fs";
import { i18n } from "@lingui/core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { adoptEnglish, englandIds, englishWords } from "#src/lib/english.ts";
import { dayPartOrder, format } from "#src/lib/format.ts";
import { localeTag } from "#src/lib/language.ts";

const catalogue = readFileSync("src/app/locales/en.po", "utf8");
const sentences = new Map(
  [...catalogue.matchAll(/^msgid "(.+)"\nmsgstr ((?:".*"\n)+)/gm)].map(([, id = "", lines = ""]) => [
    id,
    lines.replaceAll(/^"|"$/gm, "").replaceAll("\n", ""),
  ]),
);

/** Words that schools in England do not use, or write otherwise. */
const american =
  /\bgrades?\b|enroll(?!ed)|behavior|\bdistricts?\b|disability category|state number|semester/i;

/** Said to people in the United States only, or before anybody knows where; or where it is no school’s grade. */
const americanOnly = [
  "fact.norms",
  "fact.normGrowth",
  "grade.numbered",
  "sample.title",
  "setup.district",
  "setup.name",
  "setup.needName",
  "setup.title",
  "signUp.firstLead",
  "student.stateNumber",
];

beforeEach(() => i18n.loadAndActivate({ locale: "en", messages: {} }));
afterEach(() => adoptEnglish(null));

describe("the English of England", () => {
  test("says otherwise only what is said at all", () => {
    expect(englandIds.filter((id) => !sentences.has(id))).toEqual([]);
  });

  test("leaves no American word over", () => {
    const known = new Set([...englandIds, ...americanOnly]);
    const left = [...sentences].filter(
      ([id, sentence]) => american.test(sentence.replaceAll(/\{\w+[,}]/g, "")) && !known.has(id),
    );
    expect(left).toEqual([]);
  });

  test("writes the day before the month, and its own words", () => {
    adoptEnglish("england");
    i18n.loadAndActivate({ locale: "en", messages: englishWords() });
    expect(format.day("2026-11-21")).toBe("21 November 2026");
    expect(dayPartOrder()).toEqual(["day", "month", "year"]);
    expect(i18n.t({ id: "students.grade", message: "Grade" })).toBe("Year group");
    expect(localeTag()).toBe("en-GB");
  });
});

test("in the United States the month comes first", () => {
  adoptEnglish("us-federal");
  i18n.loadAndActivate({ locale: "en", messages: englishWords() });
  expect(format.day("2026-11-21")).toBe("November 21, 2026");
  expect(dayPartOrder()).toEqual(["month", "day", "year"]);
  expect(i18n.t({ id: "students.grade", message: "Grade" })).toBe("Grade");
});
