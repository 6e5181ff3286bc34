import { afterEach, vi } from "vitest";

/** Stops the clock at noon UTC of a day, for the rest of the test. Only the clock: timers run on. */
export function setToday(day: string): void {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(`${day}T12:00:00Z`) });
}

afterEach(() => {
  vi.useRealTimers();
});
