/**
 * Civil days are text "YYYY-MM-DD": a birthday or a review date is a day on a wall calendar, not an instant,
 * and must not shift when someone opens it in another time zone. Text order is date order.
 */
export type CivilDay = string;

const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01, or null when the text is not a day that exists (2026-02-30, "soon"). */
function dayNumber(day: string): number | null {
  const match = SHAPE.exec(day);
  if (!match) return null;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const instant = Date.UTC(year, month - 1, date);
  const read = new Date(instant);
  const exists =
    read.getUTCFullYear() === year && read.getUTCMonth() === month - 1 && read.getUTCDate() === date;
  return exists ? instant / DAY_MS : null;
}

function requireDayNumber(day: string): number {
  const number = dayNumber(day);
  if (number === null) throw new Error(`Not a civil day: ${day}`);
  return number;
}

/** Whether the text is a day of the calendar, written YYYY-MM-DD. */
export function isCivilDay(day: string): boolean {
  return dayNumber(day) !== null;
}

/** The civil day at an instant (ms) in an IANA time zone such as "America/Chicago". */
export function civilDayAt(instant: number, timeZone: string): CivilDay {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(instant);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** Whether the runtime knows the IANA time zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone });
    return true;
  } catch {
    return false;
  }
}

/** The day a number of days later (earlier when negative). */
export function addDays(day: CivilDay, days: number): CivilDay {
  return new Date((requireDayNumber(day) + days) * DAY_MS).toISOString().slice(0, 10);
}

/** Calendar days from one day to another: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: CivilDay, to: CivilDay): number {
  return requireDayNumber(to) - requireDayNumber(from);
}

/** The same date a number of years later; 29 February becomes 28 February in a common year. */
export function addYears(day: CivilDay, years: number): CivilDay {
  requireDayNumber(day);
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, "0");
  const moved = `${year}${day.slice(4)}`;
  return isCivilDay(moved) ? moved : `${year}-02-28`;
}

/** Whether a day lies in a span whose last day is included; an absent end means "until further notice". */
export function isWithin(
  day: CivilDay,
  span: { startsOn: CivilDay; endsOn?: CivilDay | undefined },
): boolean {
  return span.startsOn <= day && (span.endsOn === undefined || day <= span.endsOn);
}

/** Completed years of age on a day. */
export function ageOn(birthOn: CivilDay, day: CivilDay): number {
  const years = Number(day.slice(0, 4)) - Number(birthOn.slice(0, 4));
  return addYears(birthOn, years) <= day ? years : years - 1;
}

/**
 * When the next annual review is due, counted from the day the plan was agreed: not less than once a year
 * (IDEA, 34 CFR 300.324(b)(1)(i)). Amending a plan never moves this day.
 */
export function annualReviewDueOn(agreedOn: CivilDay): CivilDay {
  return addYears(agreedOn, 1);
}
