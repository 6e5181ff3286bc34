import { describe, expect, test } from "vitest";
import { filterOf, mayHold } from "#convex/people/commonPasswords/filter.ts";
import { deviceName } from "#convex/people/deviceNames.ts";
import { weaknessOf } from "#convex/people/passwordRules.ts";

describe("what a browser says about itself", () => {
  test.each([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64) Chrome/141.0 Safari/537.36 Edg/141.0",
      "Edge",
      "Windows",
      "computer",
    ],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 14_1) Version/18.0 Safari/605.1", "Safari", "macOS", "computer"],
    ["Mozilla/5.0 (X11; CrOS x86_64 14541) Chrome/141.0 Safari/537.36", "Chrome", "ChromeOS", "computer"],
    ["Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0", "Firefox", "Android", "phone"],
    ["Mozilla/5.0 (Linux; Android 14; SM-X200) Chrome/140.0 Safari/537.36", "Chrome", "Android", "tablet"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) CriOS/141.0 Safari/604.1", "Chrome", "iPhone", "phone"],
    ["curl/8.5.0", null, null, "computer"],
    ["", null, null, "computer"],
  ])("%s", (userAgent, browser, system, kind) => {
    expect(deviceName(userAgent)).toEqual({ browser, system, kind });
  });
});

describe("the list of common passwords", () => {
  const listed = Array.from({ length: 20_000 }, (_, n) => `listed password ${n}`);
  const filter = filterOf(listed);

  test("forgets none that is on it", () => {
    expect(listed.filter((text) => !mayHold(filter, text))).toEqual([]);
  });

  test("refuses less than one of ten thousand that are not", () => {
    const wrong = Array.from({ length: 50_000 }, (_, n) => `own words ${n}`).filter((text) =>
      mayHold(filter, text),
    );
    expect(wrong.length).toBeLessThan(5);
  });
});

describe("a weak password", () => {
  const isCommon = (text: string) => ["monkey", "letmein"].includes(text);
  test.each([
    ["monkey123456!", "common"],
    ["MonkeyMonkey", "common"],
    ["letmein!!!!!!", "common"],
    ["000000000000", "common"],
    ["grace hopper", "personal"],
    ["Hopper.Grace.1906", "personal"],
    ["grace of the harbour", null],
    ["monkey business as usual", null],
  ] as const)("%s: %s", (password, weakness) => {
    expect(weaknessOf(password, ["Grace Hopper", "g.hopper@navy.example"], isCommon)).toBe(weakness);
  });
});
