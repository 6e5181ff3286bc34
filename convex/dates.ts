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

/** What is wrong with a day that somebody typed, or null: a field that is empty is to be filled in. */
export function dayProblem(day: string): "required" | "not_a_day" | null {
  if (day === "") return "required";
  return isCivilDay(day) ? null : "not_a_day";
}

/** The civil day at an instant (ms) in an IANA time zone such as "America/Chicago". */
export function civilDayAt(instant: number, timeZone: string): CivilDay {
  const parts = formatIn(timeZone).formatToParts(instant);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once for each zone: making one takes many times as long as using it, and every call of a function asks. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const made = formats.get(timeZone);
  if (made) return made;
  const options = { timeZone, year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const format = new Intl.DateTimeFormat("en-US", options);
  formats.set(timeZone, format);
  return format;
}

const HOUR_MS = 3_600_000;

/** The last instant (ms) of a civil day in a time zone, on days of 23 and 25 hours too. */
export function endOfDay(day: CivilDay, timeZone: string): number {
  const midnight = requireDayNumber(day) * DAY_MS;
  // No zone is further than 14 hours from UTC on either side; what is looked for lies between.
  let [inside, beyond] = [midnight - 14 * HOUR_MS, midnight + DAY_MS + 14 * HOUR_MS];
  while (beyond - inside > 1) {
    const middle = Math.floor((inside + beyond) / 2);
    if (civilDayAt(middle, timeZone) <= day) inside = middle;
    else beyond = middle;
  }
  return inside;
}

/** Whether the runtime knows the IANA time zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatIn(timeZone);
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

/**
 * Whether a span holds on no day: it was taken back on its first day or before, so that its last day lies before its
 * first. The row stays, for who did that and when; to every list, history and rule it never was.
 */
export function neverHeld({
  startsOn,
  endsOn,
}: {
  startsOn: CivilDay;
  endsOn?: CivilDay | null | undefined;
}): boolean {
  return typeof endsOn === "string" && endsOn < startsOn;
}

/**
 * The last day of a span that ends now: yesterday, days being whole and screens closing at once. What is over already
 * stays as it was.
 */
export function endingNow({ endsOn }: { endsOn?: CivilDay | undefined }, today: CivilDay): CivilDay {
  return endsOn !== undefined && endsOn < today ? endsOn : addDays(today, -1);
}

/** Completed years of age on a day. */
export function ageOn(birthOn: CivilDay, day: CivilDay): number {
  const years = Number(day.slice(0, 4)) - Number(birthOn.slice(0, 4));
  return addYears(birthOn, years) <= day ? years : years - 1;
}

/** The same date a number of months later; where the month is too short, its last day. */
export function addMonths(day: CivilDay, months: number): CivilDay {
  requireDayNumber(day);
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const first = `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
  for (const date of [day.slice(8), "30", "29", "28"]) {
    if (isCivilDay(`${first}-${date}`)) return `${first}-${date}`;
  }
  throw new Error(`Not a month: ${first}`);
}

/**
 * When the next review is due, counted from the day the plan was agreed: after the organization's cycle, and not
 * less than once a year (IDEA, 34 CFR 300.324(b)(1)(i)). Amending a plan never moves this day.
 */
export function reviewDueOn(agreedOn: CivilDay, cycleMonths = 12): CivilDay {
  return addMonths(agreedOn, Math.min(cycleMonths, 12));
}

type Span = { startsOn: CivilDay; endsOn: CivilDay };

/** When school is kept. */
export type SchoolCalendar = {
  /** School days of an ordinary week, Monday is 1. */
  weekdays: readonly number[];
  /** By first day; what lies between two terms is no school. */
  terms: readonly Span[];
  /** Of two that hold the same day the later in the list wins: the district's first, then the school's own. */
  closures: readonly (Span & { isOpen: boolean })[];
};

/**
 * Whether school is kept on a day. Before the first and after the last term entered nothing is known but the days
 * of the week, and those count.
 */
export function isSchoolDay(day: CivilDay, calendar: SchoolCalendar): boolean {
  const own = calendar.closures.findLast((closure) => isWithin(day, closure));
  if (own) return own.isOpen;
  // 1970-01-01 was a Thursday.
  const weekday = ((requireDayNumber(day) + 3) % 7) + 1;
  if (!calendar.weekdays.includes(weekday)) return false;
  const isKnown =
    calendar.terms.some(({ startsOn }) => startsOn <= day) &&
    calendar.terms.some(({ endsOn }) => day <= endsOn);
  return !isKnown || calendar.terms.some((term) => isWithin(day, term));
}

/** How many school days lie after one day and up to another, which counts; 0 when `to` is not later. */
export function schoolDaysBetween(from: CivilDay, to: CivilDay, calendar: SchoolCalendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isSchoolDay(day, calendar)) count++;
  }
  return count;
}
