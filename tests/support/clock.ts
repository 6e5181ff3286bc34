import { TestRunner, vi } from "vitest";
import { runsEmbedded } from "./backend.ts";

/**
 * Stops the clock at noon UTC of a day, for the rest of the test (cleanSlate.ts starts it again). Only the clock:
 * timers run on. A deployment in a process of its own keeps its own time, so there the test is skipped.
 */
export function setToday(day: string): void {
  if (runsEmbedded) TestRunner.getCurrentTest()?.context.skip("The embedded deployment keeps its own time.");
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(`${day}T12:00:00Z`) });
}
