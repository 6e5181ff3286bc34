import type { Entry, Key, Range, Snapshot, Store, Write } from "./store.ts";

/** Entries of a block, in key order. Never changed once a version holds it. */
type Block = readonly Entry[];
const BLOCK_SIZE = 256;

/**
 * The store's twin without a disk: for tests, and for deployments that may forget. Each commit makes a new version
 * that shares all untouched blocks with the last, so a snapshot is a reference.
 */
export class MemoryStore implements Store {
  #blocks: readonly Block[] = [[]];
  #flushes = 0;
  #closed = false;

  get flushes(): number {
    return this.#flushes;
  }

  snapshot(): Snapshot {
    return new MemorySnapshot(this.#blocks);
  }

  async commit(writes: readonly Write[]): Promise<void> {
    if (this.#closed) throw new Error("The store is closed.");
    const latest = new Map<Key, string | null>();
    for (const { key, value } of writes) latest.set(key, value);
    const sorted = [...latest].sort(([a], [b]) => (a < b ? -1 : 1));
    const blocks: Block[] = [];
    let next = 0;
    for (const [i, block] of this.#blocks.entries()) {
      const upper = this.#blocks[i + 1]?.[0]?.key;
      const first = next;
      while (next < sorted.length && (upper === undefined || (sorted[next]?.[0] ?? "") < upper)) next++;
      if (first === next) blocks.push(block);
      else blocks.push(...split(merge(block, sorted.slice(first, next))));
    }
    this.#blocks = blocks.length > 0 ? blocks : [[]];
    this.#flushes++;
  }

  async close(): Promise<void> {
    this.#closed = true;
  }
}

function merge(block: Block, writes: readonly (readonly [Key, string | null])[]): Entry[] {
  const merged: Entry[] = [];
  let at = 0;
  for (const [key, value] of writes) {
    for (let entry = block[at]; entry && entry.key < key; entry = block[at]) {
      merged.push(entry);
      at++;
    }
    if (block[at]?.key === key) at++;
    if (value !== null) merged.push({ key, value });
  }
  return merged.concat(block.slice(at));
}

function split(entries: readonly Entry[]): Block[] {
  const blocks: Block[] = [];
  for (let i = 0; i < entries.length; i += BLOCK_SIZE) blocks.push(entries.slice(i, i + BLOCK_SIZE));
  return blocks;
}

class MemorySnapshot implements Snapshot {
  constructor(readonly blocks: readonly Block[]) {}

  get(key: Key): string | undefined {
    const { block, entry } = this.#seek(key);
    const found = this.blocks[block]?.[entry];
    return found?.key === key ? found.value : undefined;
  }

  *range({ start, end, reverse }: Range): Generator<Entry> {
    if (reverse) yield* this.#backward(start, end);
    else yield* this.#forward(start, end);
  }

  *#forward(start: Key, end: Key | null): Generator<Entry> {
    let { block, entry } = this.#seek(start);
    for (; block < this.blocks.length; block++, entry = 0) {
      const entries = this.blocks[block] ?? [];
      for (let at = entry; at < entries.length; at++) {
        const found = entries[at];
        if (!found) continue;
        if (end !== null && found.key >= end) return;
        yield found;
      }
    }
  }

  *#backward(start: Key, end: Key | null): Generator<Entry> {
    let { block, entry } = end === null ? { block: this.blocks.length, entry: 0 } : this.#seek(end);
    for (;;) {
      if (--entry < 0) {
        if (--block < 0) return;
        entry = this.blocks[block]?.length ?? 0;
        continue;
      }
      const found = this.blocks[block]?.[entry];
      if (!found) continue;
      if (found.key < start) return;
      yield found;
    }
  }

  /** Where the first entry at or after `key` is or would be. */
  #seek(key: Key): { block: number; entry: number } {
    let low = 0;
    let high = this.blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const first = this.blocks[middle]?.[0];
      if (first && first.key <= key) low = middle;
      else high = middle - 1;
    }
    const entries = this.blocks[low] ?? [];
    let from = 0;
    let to = entries.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((entries[middle]?.key ?? "") < key) from = middle + 1;
      else to = middle;
    }
    return { block: low, entry: from };
  }

  close(): void {}
}
