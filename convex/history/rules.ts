import type { CivilDay } from "../dates";

/** The groups by which a timeline is filtered, in the order in which they are offered. */
export const groups = [
  "status",
  "needs",
  "plans",
  "evaluations",
  "meetings",
  "interventions",
  "consents",
  "documents",
  "enrolment",
  "people",
  "record",
] as const;
export type Group = (typeof groups)[number];

/**
 * Where an event stands on the line: by day, and within a day by kind of event and then by when it was written;
 * the key tells apart what one command wrote. The newest comes first.
 */
export type Place = { on: CivilDay; rank: number; written: number; key: string };

/** Whether a place comes after another one, reading from the newest backwards. */
export function isAfter(place: Place, other: Place): boolean {
  if (place.on !== other.on) return place.on < other.on;
  if (place.rank !== other.rank) return place.rank > other.rank;
  if (place.written !== other.written) return place.written < other.written;
  return place.key > other.key;
}

export const inOrder = (a: Place, b: Place): number => (isAfter(b, a) ? -1 : isAfter(a, b) ? 1 : 0);

type Spell = { startsOn: CivilDay; endsOn?: CivilDay | undefined; endLearnedAt?: number | undefined };

/** The days of a spell as the record knew them at an instant (null: now): an end that was learned later was none yet. */
export function spellKnownAt(spell: Spell, instant: number | null): Pick<Spell, "startsOn" | "endsOn"> {
  const { startsOn, endsOn, endLearnedAt } = spell;
  const wasUnknown = instant !== null && endLearnedAt !== undefined && endLearnedAt > instant;
  return wasUnknown ? { startsOn } : { startsOn, endsOn };
}

const SHAPE = /^(\d{4}-\d{2}-\d{2})\|(\d+)\|(\d+(?:\.\d+)?)\|(.+)$/;

export const writeCursor = ({ on, rank, written, key }: Place): string => `${on}|${rank}|${written}|${key}`;

/** The place that a cursor names, or null when it names none. */
export function readCursor(cursor: string): Place | null {
  const [, on, rank, written, key] = SHAPE.exec(cursor) ?? [];
  if (on === undefined || key === undefined) return null;
  return { on, rank: Number(rank), written: Number(written), key };
}
