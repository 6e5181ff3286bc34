import { createHash } from "node:crypto";
import type { Entry, Key, Range, Write } from "./store.ts";

/**
 * LMDB takes keys of at most 1978 bytes. A longer one is stored under its beginning and a digest of the whole; its
 * rest goes into the value. So keys with one beginning lie together, as a run, in no useful order: readers take the
 * run whole and sort it.
 */
export const LONGEST = 1900;
const DIGEST_LENGTH = 16;
const ABOVE_ALL_DIGESTS = "\xff".repeat(DIGEST_LENGTH + 1);

export function isLong(key: Key): boolean {
  return key.length > LONGEST;
}

/** The key that stands for `key` in the engine. */
export function shorten(key: Key): Key {
  if (!isLong(key)) return key;
  const digest = createHash("sha256").update(key, "latin1").digest().toString("latin1", 0, DIGEST_LENGTH);
  return key.slice(0, LONGEST) + digest;
}

export function shortenWrite(write: Write): Write {
  if (!isLong(write.key)) return write;
  const rest = write.key.slice(LONGEST);
  return {
    key: shorten(write.key),
    value: write.value === null ? null : `${rest.length}:${rest}${write.value}`,
  };
}

/** The entry as it was written. */
export function restore(entry: Entry): Entry {
  if (!isLong(entry.key)) return entry;
  const colon = entry.value.indexOf(":");
  const end = colon + 1 + Number(entry.value.slice(0, colon));
  return {
    key: entry.key.slice(0, LONGEST) + entry.value.slice(colon + 1, end),
    value: entry.value.slice(end),
  };
}

/** An upper bound in the engine that lets the whole run through in which `end` lies. */
export function lastOfRun(end: Key): Key {
  return isLong(end) ? end.slice(0, LONGEST) + ABOVE_ALL_DIGESTS : end;
}

/** Entries as the engine gives them, put into the order of their true keys and cut to the range. */
export function* inKeyOrder(entries: Iterable<Entry>, { start, end, reverse }: Range): Generator<Entry> {
  let run: Entry[] = [];
  const isInside = ({ key }: Entry) => key >= start && (end === null || key < end);
  for (const entry of entries) {
    if (run[0] && !isSameRun(run[0], entry)) {
      yield* sorted(run, reverse).filter(isInside);
      run = [];
    }
    if (isLong(entry.key)) run.push(restore(entry));
    else if (isInside(entry)) yield entry;
  }
  yield* sorted(run, reverse).filter(isInside);
}

function isSameRun(a: Entry, b: Entry): boolean {
  return isLong(b.key) && a.key.slice(0, LONGEST) === b.key.slice(0, LONGEST);
}

function sorted(run: Entry[], reverse = false): Entry[] {
  const sign = reverse ? -1 : 1;
  return run.sort((a, b) => (a.key < b.key ? -sign : sign));
}
