/** A cron expression (minute, hour, day of month, month, day of week; UTC) as the sets of numbers that it allows. */
export type CronExpression = {
  minutes: ReadonlySet<number>;
  hours: ReadonlySet<number>;
  days: ReadonlySet<number>;
  months: ReadonlySet<number>;
  weekdays: ReadonlySet<number>;
  /** As in Vixie cron: if both days are restricted, either suffices. */
  eitherDay: boolean;
};

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** Reads lists, ranges, steps and names of months and weekdays. Throws an `Error` that says what it cannot read. */
export function parseCron(text: string): CronExpression {
  const fields = text.trim().split(/\s+/);
  const [minute, hour, day, month, weekday] = fields;
  if (
    fields.length !== 5 ||
    minute === undefined ||
    hour === undefined ||
    day === undefined ||
    month === undefined ||
    weekday === undefined
  ) {
    throw new Error(`The cron expression "${text}" needs five fields: minute, hour, day, month, weekday.`);
  }
  const weekdays = numbers(weekday, 0, 7, DAYS, 0);
  return {
    minutes: numbers(minute, 0, 59),
    hours: numbers(hour, 0, 23),
    days: numbers(day, 1, 31),
    months: numbers(month, 1, 12, MONTHS, 1),
    // Sunday is 0 and 7.
    weekdays: new Set([...weekdays].map((number) => number % 7)),
    eitherDay: !day.startsWith("*") && !weekday.startsWith("*"),
  };
}

function numbers(
  field: string,
  min: number,
  max: number,
  names: readonly string[] = [],
  first = 0,
): Set<number> {
  const number = (text: string): number => {
    const named = names.indexOf(text.toLowerCase());
    const value = named >= 0 ? named + first : Number(text);
    if (text === "" || !Number.isInteger(value) || value < min || value > max) {
      throw new Error(`"${text}" in a cron expression is not a number from ${min} to ${max}.`);
    }
    return value;
  };
  const allowed = new Set<number>();
  for (const part of field.split(",")) {
    const [range = "", stepText] = part.split("/");
    const step = stepText === undefined ? 1 : Number(stepText);
    if (!Number.isInteger(step) || step < 1)
      throw new Error(`"${part}" in a cron expression has no valid step.`);
    const [from = "", to] = range.split("-");
    const start = range === "*" ? min : number(from);
    let end = start;
    if (to !== undefined) end = number(to);
    else if (range === "*" || stepText !== undefined) end = max;
    for (let value = start; value <= end; value += step) allowed.add(value);
  }
  return allowed;
}

const MINUTE = 60_000;
const HORIZON_DAYS = 366 * 8;

/** The first minute after `now` that the expression allows. Throws if none comes within eight years. */
export function nextCronTime(cron: CronExpression, now: number): number {
  const time = new Date(Math.floor(now / MINUTE) * MINUTE + MINUTE);
  for (let days = 0; days <= HORIZON_DAYS; days++) {
    if (allowsDay(cron, time)) {
      for (const day = time.getUTCDate(); time.getUTCDate() === day; time.setTime(time.getTime() + MINUTE)) {
        if (cron.hours.has(time.getUTCHours()) && cron.minutes.has(time.getUTCMinutes()))
          return time.getTime();
      }
    } else {
      time.setUTCHours(24, 0, 0, 0);
    }
  }
  throw new Error("The cron expression allows no time within eight years.");
}

function allowsDay(cron: CronExpression, time: Date): boolean {
  if (!cron.months.has(time.getUTCMonth() + 1)) return false;
  const day = cron.days.has(time.getUTCDate());
  const weekday = cron.weekdays.has(time.getUTCDay());
  return cron.eitherDay ? day || weekday : day && weekday;
}
