import type { Key } from "../store/store.ts";
import { afterKey } from "../values/key.ts";
import type { Interval, ReadSet } from "./readSet.ts";

/** Collects what one transaction looks at. */
export class Reads implements ReadSet {
  readonly intervals: Interval[] = [];
  readonly #points = new Map<number, Set<Key>>();

  point(index: number, key: Key): void {
    let seen = this.#points.get(index);
    if (!seen) {
      seen = new Set();
      this.#points.set(index, seen);
    }
    if (seen.has(key)) return;
    seen.add(key);
    this.intervals.push({ index, start: key, end: afterKey(key) });
  }

  /** A stretch that the caller widens as its scan goes on. */
  stretch(index: number, start: Key, end: Key | null): Interval {
    const interval = { index, start, end };
    this.intervals.push(interval);
    return interval;
  }
}
