import type { Key } from "../store/store.ts";
import { afterKey } from "../values/key.ts";
import type { Interval, ReadSet } from "./readSet.ts";

/** Collects what one transaction looks at. Mutations never ask for it, so nothing is made of it before somebody does. */
export class Reads implements ReadSet {
  readonly #points = new Map<number, Set<Key>>();
  readonly #stretches: Interval[] = [];

  get intervals(): readonly Interval[] {
    const intervals = [...this.#stretches];
    for (const [index, keys] of this.#points) {
      for (const key of keys) intervals.push({ index, start: key, end: afterKey(key) });
    }
    return intervals;
  }

  point(index: number, key: Key): void {
    let keys = this.#points.get(index);
    if (!keys) {
      keys = new Set();
      this.#points.set(index, keys);
    }
    keys.add(key);
  }

  /** A stretch that the caller widens as its scan goes on. */
  stretch(index: number, start: Key, end: Key | null): Interval {
    const interval = { index, start, end };
    this.#stretches.push(interval);
    return interval;
  }
}
