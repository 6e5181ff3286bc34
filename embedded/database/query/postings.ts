import type { Key } from "../../store/store.ts";
import type { InternalId } from "../../values/id.ts";
import { afterKey } from "../../values/key.ts";
import { internalIdOf } from "../indexKeys.ts";
import type { State } from "../state.ts";
import type { Scan } from "../view.ts";

/** One document that holds a word: how often, and how many words it has. */
export type Posting = { internal: InternalId; count: number; length: number };

/** From a word on, up to another; the same in every section of a search index. */
export type WordRange = { start: Key; end: Key };

/** So many entries on the way to a place are walked over; a farther one is looked up. */
const NEAR = 8;

/**
 * The documents that stand in all of the sections with a word of the range, in the order of the words, then of
 * creation. The sections are walked side by side and each skips to where the others are, so the rarest condition
 * says how much is read, and at most `most` entries are.
 */
export function postingsIn(
  state: State,
  index: number,
  sections: readonly Key[],
  { start, end }: WordRange,
  most: number,
): Posting[] {
  state.meter.query();
  const [first = ""] = sections;
  // A document that comes into the result, leaves it or changes has its entry in the first section, too.
  const seen = state.reads.stretch(index, first + start, first + end);
  const until = state.meter.postings + most;
  const walks = sections.map((section) => new Walk(state, index, section, end));
  const found: Posting[] = [];
  try {
    for (let place = start; ; ) {
      let entry: { place: Key; value: string } | null = null;
      let agreeing = 0;
      for (let i = 0; agreeing < walks.length; i = (i + 1) % walks.length) {
        if (state.meter.postings >= until) {
          seen.end = first + place;
          return found;
        }
        entry = walks[i]?.seek(place) ?? null;
        if (!entry) return found;
        agreeing = entry.place === place ? agreeing + 1 : 1;
        place = entry.place;
      }
      if (!entry) return found;
      const [count = "0", length = "0"] = entry.value.split(" ");
      found.push({ internal: internalIdOf(place), count: Number(count), length: Number(length) });
      place = afterKey(place);
    }
  } finally {
    for (const walk of walks) walk.close();
  }
}

/** Goes forward through one section. */
class Walk {
  #scan: Scan | null = null;
  #at: { place: Key; value: string } | null = null;

  constructor(
    readonly state: State,
    readonly index: number,
    readonly section: Key,
    readonly end: Key,
  ) {}

  /** The first entry at or behind the place; null when there is none. */
  seek(place: Key): { place: Key; value: string } | null {
    for (let steps = 0; this.#scan && this.#at && this.#at.place < place; steps++) {
      if (steps === NEAR) this.close();
      else this.#step(this.#scan);
    }
    if (!this.#scan) {
      const range = { start: this.section + place, end: this.section + this.end };
      this.#scan = this.state.view.scan(this.index, range, false);
      this.#step(this.#scan);
    }
    return this.#at;
  }

  #step(scan: Scan): void {
    this.state.meter.postings++;
    const entry = scan.next();
    this.#at = entry ? { place: entry.key.slice(this.section.length), value: entry.value } : null;
  }

  close(): void {
    this.#scan?.close();
    this.#scan = null;
  }
}
