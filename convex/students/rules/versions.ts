import type { CivilDay } from "../../dates";

/** A part of the record as it was, field by field. */
export type Snapshot = Record<string, unknown>;

/** What one change left behind; `fields` names those it changed, all of them in the first version. */
export type Version = {
  snapshot: Snapshot;
  fields: readonly string[];
  /** The day from which the changed fields are true. */
  holdsFrom: CivilDay;
  /** When it was written down, in ms. */
  recordedAt: number;
};

/** The part as it was believed to be at an instant: the last thing written by then. Versions in order of writing. */
export function asKnownAt(versions: readonly Version[], instant: number): Snapshot | null {
  return versions.findLast(({ recordedAt }) => recordedAt <= instant)?.snapshot ?? null;
}

/**
 * The part as it stood on a day, by all that is known now: of each field, what was written last among what is true
 * from that day or before. A correction is true from when the mistake was, so it takes the mistake's place; a
 * change is true from its own day, so the days before keep what they had.
 */
export function asStoodOn(versions: readonly Version[], day: CivilDay): Snapshot | null {
  const [first] = versions;
  if (!first || day < first.holdsFrom) return null;
  const stood: Snapshot = {};
  for (const { snapshot, fields, holdsFrom } of versions) {
    if (holdsFrom > day) continue;
    for (const field of fields) {
      if (field in snapshot) stood[field] = snapshot[field];
      else delete stood[field];
    }
  }
  return stood;
}

/** The names of the fields that differ, in the order of the later one. */
export function changedFields(before: Snapshot, after: Snapshot): string[] {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
