import type { Key } from "../store/store.ts";

/** Writes to one index that are not in the store yet. A null value hides the store's entry. */
export class IndexLayer {
  readonly #values = new Map<Key, string | null>();
  #sorted: Key[] = [];
  #unsorted: Key[] = [];
  /** Rises when keys come or go, so that a scan under way finds its place again. */
  version = 0;

  get(key: Key): string | null | undefined {
    return this.#values.get(key);
  }

  set(key: Key, value: string | null): void {
    if (!this.#values.has(key)) {
      this.#unsorted.push(key);
      this.version++;
    }
    this.#values.set(key, value);
  }

  /** Forgets the write, as if it had never been made. */
  unset(key: Key): void {
    if (!this.#values.delete(key)) return;
    this.#sort();
    this.#sorted.splice(this.position(key), 1);
    this.version++;
  }

  /** Keys in order. Valid until `version` changes. */
  get keys(): readonly Key[] {
    this.#sort();
    return this.#sorted;
  }

  entries(): IterableIterator<[Key, string | null]> {
    return this.#values.entries();
  }

  /** Where the first key at or after `key` is or would be in `keys`. */
  position(key: Key): number {
    this.#sort();
    let from = 0;
    let to = this.#sorted.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#sorted[middle] ?? "") < key) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** Sorting waits until somebody scans: a bulk insert that nobody scans never pays. */
  #sort(): void {
    if (this.#unsorted.length === 0) return;
    this.#sorted = mergeSorted(this.#sorted, this.#unsorted.sort(byBytes));
    this.#unsorted = [];
  }
}

/** Writes that are not in the store yet, by index. */
export class Layer {
  readonly indexes = new Map<number, IndexLayer>();

  get(index: number, key: Key): string | null | undefined {
    return this.indexes.get(index)?.get(key);
  }

  set(index: number, key: Key, value: string | null): void {
    let layer = this.indexes.get(index);
    if (!layer) {
      layer = new IndexLayer();
      this.indexes.set(index, layer);
    }
    layer.set(key, value);
  }

  /** Puts `newer` on top of this layer. */
  absorb(newer: Layer): void {
    for (const [index, layer] of newer.indexes) {
      if (!this.indexes.has(index)) this.indexes.set(index, layer);
      else for (const [key, value] of layer.entries()) this.set(index, key, value);
    }
  }

  get isEmpty(): boolean {
    return this.indexes.size === 0;
  }
}

function byBytes(a: Key, b: Key): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function mergeSorted(a: readonly Key[], b: readonly Key[]): Key[] {
  if (a.length === 0) return [...b];
  const merged: Key[] = [];
  let i = 0;
  for (const key of b) {
    for (let other = a[i]; other !== undefined && other < key; other = a[++i]) merged.push(other);
    merged.push(key);
  }
  for (; i < a.length; i++) merged.push(a[i] ?? "");
  return merged;
}
