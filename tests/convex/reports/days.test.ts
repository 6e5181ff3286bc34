import { expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { addDays } from "#convex/dates.ts";
import { daysProblem } from "#convex/reports/rules/periods.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld } from "#tests/support/world.ts";

const today = "2026-03-02";
const wrong = (from: string, to: string) => {
  const { code, field } = daysProblem(from, to, today) ?? {};
  return code && `${field}: ${code}`;
};

test("days that have not come are blamed on the field in which they stand", () => {
  expect(wrong("2025-08-01", today)).toBeUndefined();
  expect(wrong("2025-08-01", "2026-03-03")).toBe("to: day_in_future");
  expect(wrong("2026-03-03", "2026-03-04")).toBe("from: day_in_future");
  expect(wrong("2026-03-03", "2026-03-03"), "a report on one day has one field").toBe("to: day_in_future");
});

test("days in the wrong order, too far apart, or none at all are blamed too", () => {
  expect(wrong(today, "2026-03-01")).toBe("to: days_out_of_order");
  expect(wrong("1999-01-01", today)).toBe("to: days_too_far_apart");
  expect(wrong("2026-02-30", today)).toBe("from: not_a_day");
  expect(wrong("2026-02-01", "")).toBe("to: required");
});

test("nothing is counted on a day that has not come where the organization is", async () => {
  const { administrator, organizationId } = await aWorld();
  const day = (await administrator.query(api.organizations.organizations.get, { organizationId })).today;
  const count = (from: string, to: string) =>
    administrator.mutation(api.reports.runs.start, { organizationId, kind: "childCount", from, to });
  await expectRefusal(count(addDays(day, 1), addDays(day, 1)), "day_in_future", "to");
  expect(await administrator.query(api.reports.runs.list, { organizationId })).toEqual([]);
  await count(day, day);
});
