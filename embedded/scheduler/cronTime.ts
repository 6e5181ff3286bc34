import type { CronSchedule } from "../functions/component.ts";
import { nextCronTime, parseCron } from "./cronExpression.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/**
 * When a job runs next, strictly after `now`; milliseconds since 1970, UTC. Intervals are counted from `last`, the
 * time of the run before, and begin at once without one.
 */
export function nextTime(schedule: CronSchedule, now: number, last?: number): number {
  switch (schedule.type) {
    case "interval": {
      const every =
        (schedule.seconds ?? 0) * SECOND + (schedule.minutes ?? 0) * MINUTE + (schedule.hours ?? 0) * HOUR;
      if (last === undefined) return now;
      return last + every * Math.max(1, Math.floor((now - last) / every) + 1);
    }
    case "hourly":
      return nextCronTime(parseCron(`${schedule.minuteUTC ?? 0} * * * *`), now);
    case "daily":
      return nextCronTime(parseCron(`${schedule.minuteUTC ?? 0} ${schedule.hourUTC} * * *`), now);
    case "weekly": {
      const weekday = WEEKDAYS.indexOf(schedule.dayOfWeek);
      return nextCronTime(parseCron(`${schedule.minuteUTC ?? 0} ${schedule.hourUTC} * * ${weekday}`), now);
    }
    case "monthly":
      return nextCronTime(
        parseCron(`${schedule.minuteUTC ?? 0} ${schedule.hourUTC} ${schedule.day} * *`),
        now,
      );
    case "cron":
      return nextCronTime(parseCron(schedule.cron), now);
  }
}
