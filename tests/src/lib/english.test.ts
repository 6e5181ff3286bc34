import { readFileSync } from "node:fs";
import { i18n } from "@lingui/core";
import { compileMessage, compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { adoptEnglish, englandIds, englishWords, spell } from "#src/lib/english.ts";
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
  /\bgrades?\b|enroll(?!ed)|behavior|\bdistricts?\b|disability category|state number|semester|\bfull age\b/i;

/** Said to people in the United States only, or before anybody knows where; or where it is no school’s grade. */
const americanOnly = [
  "fact.norms",
  "fact.normGrowth",
  "grade.numbered",
  "majority.ofAge",
  "sample.title",
  "setup.district",
  "setup.name",
  "setup.needName",
  "setup.title",
  "signUp.firstLead",
  "student.stateNumber",
];

/** All that a sentence can say, without its values. */
function said(sentence: string): string {
  const texts: string[] = [];
  compileMessageOrThrow(sentence, (text) => {
    texts.push(spell(text));
    return text;
  });
  return texts.join("");
}

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

  test("says organisation and pupil in every sentence, also where one has several forms", () => {
    adoptEnglish("england");
    const written = [...sentences].map(
      ([id, sentence]) => [id, said(englishWords()[id] ?? sentence)] as const,
    );
    expect(written.filter(([, text]) => /organiza|student/i.test(text))).toEqual([]);
  });

  test("lists no sentence that differs only in how words are written", () => {
    adoptEnglish("england");
    const isListed = ([id, text]: [string, string]) => said(sentences.get(id) ?? "") === said(text);
    expect(Object.entries(englishWords()).filter(isListed)).toEqual([]);
  });

  test("leaves what a sentence is told as it is", () => {
    adoptEnglish("england");
    i18n.setMessagesCompiler((message) => compileMessage(message, spell));
    const message = "{student}: {count, plural, one {# student} other {# students}} of the organization";
    const values = { student: "Student Organization", count: 2 };
    expect(i18n._("a.sentence", values, { message })).toBe(
      "Student Organization: 2 pupils of the organisation",
    );
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
