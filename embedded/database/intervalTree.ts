import type { Key } from "../store/store.ts";

/** One stretch of keys and all who registered exactly it. */
export type Stretch<T> = {
  readonly start: Key;
  readonly end: Key | null;
  readonly owners: Set<T>;
  priority: number;
  left: Stretch<T> | null;
  right: Stretch<T> | null;
  /** The furthest end in this subtree; null: the end of the index. */
  furthest: Key | null;
};

/**
 * Stretches of one index, found by a key that lies in them, without looking at the others: a treap ordered by start
 * (then end) in which each node knows the furthest end below it. Random priorities keep it balanced.
 */
export class IntervalTree<T> {
  #root: Stretch<T> | null = null;

  get isEmpty(): boolean {
    return this.#root === null;
  }

  add(start: Key, end: Key | null, owner: T): void {
    let node = this.#find(start, end);
    if (!node) {
      node = {
        start,
        end,
        owners: new Set(),
        priority: Math.random(),
        left: null,
        right: null,
        furthest: end,
      };
      this.#root = insert(this.#root, node);
    }
    node.owners.add(owner);
  }

  remove(start: Key, end: Key | null, owner: T): void {
    const node = this.#find(start, end);
    if (!node) return;
    node.owners.delete(owner);
    if (node.owners.size === 0) this.#root = without(this.#root, node);
  }

  /** Adds to `found` the owners of all stretches with `start <= key < end`. */
  collect(key: Key, found: Set<T>): void {
    collect(this.#root, key, found);
  }

  #find(start: Key, end: Key | null): Stretch<T> | null {
    let node = this.#root;
    while (node) {
      const order = compare(start, end, node);
      if (order === 0) return node;
      node = order < 0 ? node.left : node.right;
    }
    return null;
  }
}

function collect<T>(node: Stretch<T> | null, key: Key, found: Set<T>): void {
  for (let at = node; at; ) {
    if (at.furthest !== null && at.furthest <= key) return;
    if (key < at.start) {
      at = at.left;
      continue;
    }
    if (at.end === null || key < at.end) for (const owner of at.owners) found.add(owner);
    collect(at.left, key, found);
    at = at.right;
  }
}

function insert<T>(node: Stretch<T> | null, added: Stretch<T>): Stretch<T> {
  if (!node) return added;
  if (added.priority > node.priority) {
    [added.left, added.right] = split(node, added);
    return measured(added);
  }
  if (compare(added.start, added.end, node) < 0) node.left = insert(node.left, added);
  else node.right = insert(node.right, added);
  return measured(node);
}

/** The nodes before `at` and those after it. */
function split<T>(node: Stretch<T> | null, at: Stretch<T>): [Stretch<T> | null, Stretch<T> | null] {
  if (!node) return [null, null];
  if (compare(at.start, at.end, node) < 0) {
    const [before, after] = split(node.left, at);
    node.left = after;
    return [before, measured(node)];
  }
  const [before, after] = split(node.right, at);
  node.right = before;
  return [measured(node), after];
}

function without<T>(node: Stretch<T> | null, gone: Stretch<T>): Stretch<T> | null {
  if (!node) return null;
  if (node === gone) return join(node.left, node.right);
  if (compare(gone.start, gone.end, node) < 0) node.left = without(node.left, gone);
  else node.right = without(node.right, gone);
  return measured(node);
}

/** One tree of two, of which the first lies wholly before the second. */
function join<T>(first: Stretch<T> | null, second: Stretch<T> | null): Stretch<T> | null {
  if (!first) return second;
  if (!second) return first;
  if (first.priority > second.priority) {
    first.right = join(first.right, second);
    return measured(first);
  }
  second.left = join(first, second.left);
  return measured(second);
}

function measured<T>(node: Stretch<T>): Stretch<T> {
  node.furthest = further(
    node.end,
    further(node.left ? node.left.furthest : "", node.right ? node.right.furthest : ""),
  );
  return node;
}

function further(a: Key | null, b: Key | null): Key | null {
  if (a === null || b === null) return null;
  return a > b ? a : b;
}

function compare<T>(start: Key, end: Key | null, node: Stretch<T>): number {
  if (start !== node.start) return start < node.start ? -1 : 1;
  if (end === node.end) return 0;
  if (end === null) return 1;
  if (node.end === null) return -1;
  return end < node.end ? -1 : 1;
}
