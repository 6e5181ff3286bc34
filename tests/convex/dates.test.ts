import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  civilDayAt,
  daysBetween,
  isCivilDay,
  isSchoolDay,
  isTimeZone,
  isWithin,
  reviewDueOn,
  type SchoolCalendar,
  schoolDaysBetween,
} from "#convex/dates.ts";

describe("a civil day", () => {
  test.each(["2026-02-28", "2024-02-29", "1999-12-31"])("is %s", (day) => {
    expect(isCivilDay(day)).toBe(true);
  });
  test.each(["2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-1", "today", ""])(
    "is not %j",
    (day) => {
      expect(isCivilDay(day)).toBe(false);
    },
  );
});

test("the day at an instant is the one on the wall in the zone", () => {
  const instant = Date.UTC(2026, 2, 1, 3, 0);
  expect(civilDayAt(instant, "America/Chicago")).toBe("2026-02-28");
  expect(civilDayAt(instant, "Europe/London")).toBe("2026-03-01");
});

test("days are counted through changes of clock and leap years", () => {
  expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
  expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  expect(daysBetween("2026-03-07", "2026-03-09")).toBe(2);
  expect(daysBetween("2026-03-09", "2026-03-07")).toBe(-2);
});

test("a year after 29 February is 28 February", () => {
  expect(addYears("2024-02-29", 1)).toBe("2025-02-28");
  expect(addYears("2024-02-29", 4)).toBe("2028-02-29");
});

test("the annual review is due a year after the plan was agreed", () => {
  expect(reviewDueOn("2026-03-09")).toBe("2027-03-09");
});

test("a span holds its first and its last day", () => {
  const span = { startsOn: "2026-03-09", endsOn: "2026-04-30" };
  expect(["2026-03-08", "2026-03-09", "2026-04-30", "2026-05-01"].map((day) => isWithin(day, span))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isWithin("2999-01-01", { startsOn: "2026-03-09" })).toBe(true);
});

test("age changes on the birthday, and on 28 February for who was born on the 29th", () => {
  expect(ageOn("2010-06-15", "2026-06-14")).toBe(15);
  expect(ageOn("2010-06-15", "2026-06-15")).toBe(16);
  expect(ageOn("2012-02-29", "2026-02-27")).toBe(13);
  expect(ageOn("2012-02-29", "2026-02-28")).toBe(14);
});

test("a time zone is one that the runtime knows", () => {
  expect([isTimeZone("America/Chicago"), isTimeZone("Middle/Earth")]).toEqual([true, false]);
});

describe("school days", () => {
  // 2026-09-07 is a Monday, and Labor Day.
  const calendar: SchoolCalendar = {
    weekdays: [1, 2, 3, 4, 5],
    terms: [
      { startsOn: "2026-08-31", endsOn: "2026-12-18" },
      { startsOn: "2027-01-04", endsOn: "2027-06-11" },
    ],
    closures: [{ startsOn: "2026-09-07", endsOn: "2026-09-07", isOpen: false }],
  };

  test("are weekdays of a term that are no holiday", () => {
    const days = ["2026-09-04", "2026-09-05", "2026-09-07", "2026-09-08", "2026-12-22"];
    expect(days.map((day) => isSchoolDay(day, calendar))).toEqual([true, false, false, true, false]);
  });

  test("outside of all terms entered are the weekdays, because nothing else is known", () => {
    expect(isSchoolDay("2028-02-01", calendar)).toBe(true);
    expect(isSchoolDay("2026-08-05", { ...calendar, terms: [] })).toBe(true);
  });

  test("of one school can be kept while the others are closed, and the other way round", () => {
    const open = { startsOn: "2026-09-05", endsOn: "2026-09-07", isOpen: true };
    const own = { ...calendar, closures: [...calendar.closures, open] };
    expect(["2026-09-05", "2026-09-07"].map((day) => isSchoolDay(day, own))).toEqual([true, true]);
  });

  test("are counted after the first day and up to the last, over weekends, holidays and the time between terms", () => {
    expect(schoolDaysBetween("2026-09-03", "2026-09-18", calendar)).toBe(10);
    expect(schoolDaysBetween("2026-12-17", "2027-01-04", calendar)).toBe(2);
    expect(schoolDaysBetween("2026-09-18", "2026-09-03", calendar)).toBe(0);
  });
});

test("a month later is the same date, or the last day of a shorter month", () => {
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2026-11-30", 3)).toBe("2027-02-28");
  expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
  expect(addMonths("2026-03-09", 12)).toBe("2027-03-09");
});

test("a review is due sooner where the organization reviews more often, and never later than after a year", () => {
  expect(reviewDueOn("2026-03-09", 6)).toBe("2026-09-09");
  expect(reviewDueOn("2026-03-09", 24)).toBe("2027-03-09");
});
