import { i18n } from "@lingui/core";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { adoptDays, format, today } from "#src/lib/format.ts";

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

describe("today", () => {
  afterAll(() => {
    adoptDays(null);
    vi.useRealTimers();
  });

  test("is the day of the organization, also on a screen where tomorrow has begun", () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 22, 0, 30) });
    adoptDays({ timeZone: "America/Chicago" });
    expect(today()).toBe("2026-11-21");
    adoptDays({ timeZone: "Europe/London" });
    expect(today()).toBe("2026-11-22");
  });
});
