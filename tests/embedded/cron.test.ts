import { describe, expect, test } from "vitest";
import { nextCronTime, parseCron } from "#embedded/scheduler/cronExpression.ts";
import { nextTime } from "#embedded/scheduler/cronTime.ts";

const at = (text: string) => Date.parse(`${text}Z`);
const after = (expression: string, now: string) =>
  new Date(nextCronTime(parseCron(expression), at(now))).toISOString().slice(0, 16);

describe("cron expressions", () => {
  test.each([
    ["* * * * *", "2026-01-01T10:00:30", "2026-01-01T10:01"],
    ["*/15 * * * *", "2026-01-01T10:46:00", "2026-01-01T11:00"],
    ["30 9-17/4 * * *", "2026-01-01T13:30:00", "2026-01-01T17:30"],
    ["0 0 29 2 *", "2026-03-01T00:00:00", "2028-02-29T00:00"],
    ["5 4 * * sun", "2026-11-20T00:00:00", "2026-11-22T04:05"],
    ["5 4 * * 7", "2026-11-20T00:00:00", "2026-11-22T04:05"],
    ["0 12 1 jan,jul *", "2026-01-01T12:00:00", "2026-07-01T12:00"],
    ["0 0 13 * fri", "2026-11-20T00:00:00", "2026-11-27T00:00"],
  ])("SCHED-03 %s after %s is %s", (expression, now, expected) => {
    expect(after(expression, now)).toBe(expected);
  });

  test.each(["* * * *", "61 * * * *", "* * * * mon-", "*/0 * * * *", "a * * * *"])(
    "%s is refused",
    (text) => {
      expect(() => parseCron(text)).toThrow(/cron expression/);
    },
  );

  test("a day that never comes is refused", () => {
    expect(() => nextCronTime(parseCron("0 0 31 2 *"), at("2026-01-01T00:00"))).toThrow(/no time/);
  });
});

describe("the helpers of crons.ts", () => {
  const now = at("2026-11-20T10:20:30");
  const next = (schedule: Parameters<typeof nextTime>[0]) => new Date(nextTime(schedule, now)).toISOString();

  test("SCHED-03 hourly, daily, weekly and monthly jobs come at their minute in UTC", () => {
    expect(next({ type: "hourly", minuteUTC: 5 })).toBe("2026-11-20T11:05:00.000Z");
    expect(next({ type: "daily", hourUTC: 10, minuteUTC: 20 })).toBe("2026-11-21T10:20:00.000Z");
    expect(next({ type: "weekly", dayOfWeek: "monday", hourUTC: 1 })).toBe("2026-11-23T01:00:00.000Z");
    expect(next({ type: "monthly", day: 31, hourUTC: 0 })).toBe("2026-12-31T00:00:00.000Z");
  });

  test("SCHED-03 an interval is counted from the run before, and missed runs are left out", () => {
    const schedule = { type: "interval", minutes: 10 } as const;
    expect(nextTime(schedule, now)).toBe(now);
    expect(nextTime(schedule, now, now)).toBe(now + 10 * 60_000);
    expect(nextTime(schedule, now, now - 25 * 60_000)).toBe(now + 5 * 60_000);
  });
});
