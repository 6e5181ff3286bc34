import type { Key } from "../store/store.ts";
import type { Timestamp } from "./database.ts";

/** A stretch of one index: `start <= key < end` (`end` null: to the end of the index). */
export type Interval = { index: number; start: Key; end: Key | null };

/** The stretches of indexes that a transaction looked at, absent rows included, so that phantoms count. */
export interface ReadSet {
  readonly intervals: readonly Interval[];
}

/** A durable commit: every index key that appeared, went, or whose document changed. */
export type Commit = {
  timestamp: Timestamp;
  keys: readonly { index: number; key: Key }[];
};

/** Finds which registered read sets a commit touches, without looking at the others (interval tree per index). */
export interface ReadSetIndex<T> {
  /** Registers what `owner` read, in place of what it registered before. */
  add(owner: T, readSet: ReadSet): void;
  remove(owner: T): void;
  touchedBy(commit: Commit): Set<T>;
}
