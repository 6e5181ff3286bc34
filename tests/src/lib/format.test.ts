import { i18n } from "@lingui/core";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { format } from "#src/lib/format.ts";

afterAll(() => i18n.loadAndActivate({ locale: "en", messages: {} }));

describe("a day", () => {
  beforeEach(() => i18n.loadAndActivate({ locale: "en", messages: {} }));

  test("is written as it is read, with nothing around it", () => {
    expect(format.day("2026-11-15")).toBe("November 15, 2026");
  });

  test("in Arabic stays whole after a name in Latin letters", () => {
    i18n.loadAndActivate({ locale: "ar", messages: {} });
    const sentence = `Yolanda Marchetti، ${format.day("2026-11-15")}`;
    expect(sentence).toMatch(/^Yolanda Marchetti، \u2067.*15.*2026\u2069$/);
    expect(format.shortDay("2026-11-15")).toMatch(/^\u2067.*\u2069$/);
    expect(format.instant(Date.UTC(2026, 10, 15))).toMatch(/^\u2067.*\u2069$/);
  });
});
