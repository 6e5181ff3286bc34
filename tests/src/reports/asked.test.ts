import { expect, test } from "vitest";
import { askedIn, runOf } from "#src/features/reports/asked.ts";

const today = "2026-11-22";
const asked = (search: object) => askedIn(search, "us-federal", today);
const run = (kind: "movement" | "childCount", from: string, to: string) => ({ kind, from, to });

test("days that are out of order stay as they were typed, to be put right", () => {
  const typed = { report: "movement", from: "2026-12-01", to: "2026-01-01" };
  expect(asked(typed)).toMatchObject({ from: "2026-12-01", to: "2026-01-01" });
});

test("days that are none are the usual ones", () => {
  expect(asked({ report: "movement", from: "2026-02-31", to: "abc" })).toMatchObject({
    from: "2023-08-01",
    to: today,
  });
});

test("a count of one day is never shown for more days that end on it", () => {
  const oneDay = run("movement", today, today);
  const whole = run("movement", "2026-08-01", today);
  const wanted = asked({ report: "movement", from: "2026-08-01", to: today });
  expect(runOf([oneDay], wanted)).toBeUndefined();
  expect(runOf([oneDay, whole], wanted)).toBe(whole);
});

test("a count on a day is found by that day", () => {
  const counted = run("childCount", "2025-12-01", "2025-12-01");
  expect(runOf([counted], asked({ report: "childCount" }))).toBe(counted);
});
