import type { Key, Snapshot } from "../../store/store.ts";
import { CATALOG_INDEX } from "../catalog.ts";
import type { Timestamp } from "../database.ts";
import { storeKey } from "../view.ts";

const CLOCK_KEY: Key = storeKey(CATALOG_INDEX, "clock");

/**
 * Commit timestamps and creation times, both strictly rising over restarts and whatever the wall clock does: the last
 * of each is stored with every flush.
 */
export class Clock {
  readonly #now: () => number;
  #timestamp: Timestamp = 0;
  #creationTime = 0;

  constructor(now: () => number, snapshot: Snapshot) {
    this.#now = now;
    const stored = snapshot.get(CLOCK_KEY);
    if (stored === undefined) return;
    const { timestamp, creationTime } = JSON.parse(stored) as { timestamp: number; creationTime: number };
    this.#timestamp = timestamp;
    this.#creationTime = creationTime;
  }

  /** The last timestamp that was handed out. */
  get timestamp(): Timestamp {
    return this.#timestamp;
  }

  nextTimestamp(): Timestamp {
    this.#timestamp = Math.max(this.#timestamp + 1, Math.floor(this.#now() * 1000));
    return this.#timestamp;
  }

  nextCreationTime(): number {
    // The next double up, or the one after: the smallest step there is, in any century.
    this.#creationTime = Math.max(this.#creationTime * (1 + Number.EPSILON), this.#now());
    return this.#creationTime;
  }

  write(): { key: Key; value: string } {
    return {
      key: CLOCK_KEY,
      value: JSON.stringify({ timestamp: this.#timestamp, creationTime: this.#creationTime }),
    };
  }
}
