import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";

/** Lets others go first, as much as `niceness` says, where a thread has a priority of its own (Linux). */
export function stepBack(niceness: number): void {
  try {
    setPriority(Number(readlinkSync("/proc/thread-self").split("/").at(-1)), niceness);
  } catch {
    // Elsewhere all are equal.
  }
}
