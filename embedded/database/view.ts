import type { Entry, Key, Snapshot } from "../store/store.ts";
import type { IndexLayer, Layer } from "./layer.ts";

/** Index numbers prefix the store's keys, so that one map holds all indexes side by side. */
export function storeKey(index: number, key: Key): Key {
  return indexPrefix(index) + key;
}

function indexPrefix(index: number): Key {
  return String.fromCharCode(index >>> 24, (index >>> 16) & 0xff, (index >>> 8) & 0xff, index & 0xff);
}

const PREFIX_LENGTH = 4;

export type KeyRange = { start: Key; end: Key | null };

/** One state of all indexes: a snapshot of the store under layers of newer writes, the newest first. */
export class View {
  readonly #open = new Set<Scan>();

  constructor(
    readonly snapshot: Snapshot,
    readonly layers: readonly Layer[],
  ) {}

  get(index: number, key: Key): string | undefined {
    for (const layer of this.layers) {
      const value = layer.get(index, key);
      if (value !== undefined) return value ?? undefined;
    }
    return this.snapshot.get(storeKey(index, key));
  }

  /** Reads lazily, and sees writes made ahead of it while it runs. Close it, or exhaust it. */
  scan(index: number, range: KeyRange, reverse: boolean): Scan {
    const scan = new Scan(this, index, range, reverse, () => this.#open.delete(scan));
    this.#open.add(scan);
    return scan;
  }

  /** Lets go of scans that nobody finished. */
  closeScans(): void {
    for (const scan of [...this.#open]) scan.close();
  }
}

/** Merges the layers over the store's entries of one index range. */
export class Scan {
  readonly #stored: Iterator<Entry>;
  readonly #prefixed: KeyRange;
  #storedNext: Entry | undefined;
  #storedDone = false;
  readonly #cursors: LayerCursor[];
  #closed = false;
  /** The last key that was given out: everything up to it is past. */
  last: Key | undefined;

  constructor(
    readonly view: View,
    readonly index: number,
    readonly range: KeyRange,
    readonly reverse: boolean,
    readonly onClose: () => void,
  ) {
    const start = storeKey(index, range.start);
    const end = range.end === null ? indexPrefix(index + 1) : storeKey(index, range.end);
    this.#prefixed = { start, end };
    const isEmpty = range.end !== null && range.end <= range.start;
    this.#storedDone = isEmpty;
    this.#stored = isEmpty
      ? [][Symbol.iterator]()
      : view.snapshot.range({ ...this.#prefixed, reverse })[Symbol.iterator]();
    this.#cursors = isEmpty
      ? []
      : view.layers.map((layer) => new LayerCursor(this, () => layer.indexes.get(index)));
  }

  /** The next entry, or undefined at the end of the range. */
  next(): Entry | undefined {
    if (this.#closed) return undefined;
    for (;;) {
      const stored = this.#peekStored();
      let best = stored?.key;
      for (const cursor of this.#cursors) {
        const key = cursor.peek();
        if (key !== undefined && (best === undefined || (this.reverse ? key > best : key < best))) best = key;
      }
      if (best === undefined) {
        this.close();
        return undefined;
      }
      let value: string | null | undefined;
      for (const cursor of this.#cursors) {
        if (cursor.peek() !== best) continue;
        const own = cursor.take();
        if (value === undefined) value = own;
      }
      this.last = best;
      if (stored?.key === best) {
        this.#storedNext = undefined;
        if (value === undefined) value = stored.value;
      }
      if (value !== null && value !== undefined) return { key: best, value };
    }
  }

  #peekStored(): Entry | undefined {
    if (this.#storedNext || this.#storedDone) return this.#storedNext;
    const result = this.#stored.next();
    if (result.done) this.#storedDone = true;
    else this.#storedNext = { key: result.value.key.slice(PREFIX_LENGTH), value: result.value.value };
    return this.#storedNext;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#stored.return?.();
    this.onClose();
  }
}

/** A place in one layer that survives writes to the layer. */
class LayerCursor {
  #layer: IndexLayer | undefined;
  #version = -1;
  #at = 0;

  constructor(
    readonly scan: Scan,
    readonly find: () => IndexLayer | undefined,
  ) {}

  peek(): Key | undefined {
    this.#layer ??= this.find();
    if (!this.#layer) return undefined;
    if (this.#layer.version !== this.#version) this.#seek(this.#layer);
    const key = this.#layer.keys[this.#at];
    if (key === undefined) return undefined;
    const { start, end } = this.scan.range;
    return key >= start && (end === null || key < end) ? key : undefined;
  }

  take(): string | null | undefined {
    const key = this.peek();
    this.#at += this.scan.reverse ? -1 : 1;
    return key === undefined ? undefined : this.#layer?.get(key);
  }

  /** Keys may have come and gone on either side of the scan; those that it has passed stay passed. */
  #seek(layer: IndexLayer): void {
    const { range, reverse, last } = this.scan;
    if (reverse) {
      const bound = last ?? range.end;
      this.#at = (bound === null ? layer.keys.length : layer.position(bound)) - 1;
    } else {
      const at = layer.position(last ?? range.start);
      this.#at = last !== undefined && layer.keys[at] === last ? at + 1 : at;
    }
    this.#version = layer.version;
  }
}
