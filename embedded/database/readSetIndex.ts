import type { Key } from "../store/store.ts";
import { afterKey } from "../values/key.ts";
import { IntervalTree } from "./intervalTree.ts";
import type { Commit, Interval, ReadSet, ReadSetIndex } from "./readSet.ts";

export function createReadSetIndex<T>(): ReadSetIndex<T> {
  return new Registry<T>();
}

/** Single keys, which are most of what queries read, are looked up at once; wider stretches in a tree per index. */
class Registry<T> implements ReadSetIndex<T> {
  readonly #readSets = new Map<T, readonly Interval[]>();
  readonly #points = new Map<number, Map<Key, Set<T>>>();
  readonly #stretches = new Map<number, IntervalTree<T>>();

  add(owner: T, readSet: ReadSet): void {
    this.remove(owner);
    // A copy: the transaction may still be reading.
    const intervals = readSet.intervals.map((interval) => ({ ...interval }));
    this.#readSets.set(owner, intervals);
    for (const interval of intervals) {
      if (isPoint(interval))
        entry(entry(this.#points, interval.index, newMap<Key, Set<T>>), interval.start, newSet<T>).add(owner);
      else entry(this.#stretches, interval.index, newTree<T>).add(interval.start, interval.end, owner);
    }
  }

  remove(owner: T): void {
    for (const interval of this.#readSets.get(owner) ?? []) {
      if (isPoint(interval)) this.#removePoint(interval, owner);
      else this.#removeStretch(interval, owner);
    }
    this.#readSets.delete(owner);
  }

  touchedBy(commit: Commit): Set<T> {
    const touched = new Set<T>();
    for (const { index, key } of commit.keys) {
      for (const owner of this.#points.get(index)?.get(key) ?? []) touched.add(owner);
      this.#stretches.get(index)?.collect(key, touched);
    }
    return touched;
  }

  #removePoint({ index, start }: Interval, owner: T): void {
    const keys = this.#points.get(index);
    const owners = keys?.get(start);
    if (!keys || !owners) return;
    owners.delete(owner);
    if (owners.size === 0) keys.delete(start);
    if (keys.size === 0) this.#points.delete(index);
  }

  #removeStretch({ index, start, end }: Interval, owner: T): void {
    const tree = this.#stretches.get(index);
    tree?.remove(start, end, owner);
    if (tree?.isEmpty) this.#stretches.delete(index);
  }
}

function isPoint({ start, end }: Interval): boolean {
  return end !== null && end.length === start.length + 1 && end === afterKey(start);
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

function newMap<K, V>(): Map<K, V> {
  return new Map();
}

function newSet<T>(): Set<T> {
  return new Set();
}

function newTree<T>(): IntervalTree<T> {
  return new IntervalTree();
}
