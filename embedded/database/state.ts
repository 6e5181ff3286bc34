import type { Key } from "../store/store.ts";
import { CATALOG_INDEX, CATALOG_KEY, type Catalog } from "./catalog.ts";
import type { Timestamp } from "./database.ts";
import { DatabaseError } from "./errors.ts";
import { Layer } from "./layer.ts";
import { Meter } from "./limits.ts";
import { Reads } from "./reads.ts";
import type { Savepoint } from "./transaction.ts";
import { View } from "./view.ts";

/** What one transaction stands on: a state of the data, and who hands out creation times if it may write. */
export type Ground = {
  timestamp: Timestamp;
  catalog: Catalog;
  view: View;
  /** Absent in a read-only transaction. */
  nextCreationTime?: () => number;
  unlimited: boolean;
  release: () => void;
};

type Undo = { index: number; key: Key; before: string | null | undefined };

/** The moving parts of one transaction: what it read, wrote, and has cost. */
export class State {
  readonly reads = new Reads();
  readonly meter: Meter;
  readonly own = new Layer();
  readonly view: View;
  readonly touched: { index: number; key: Key }[] = [];
  catalog: Catalog;
  readonly #undo: Undo[] = [];
  #closed = false;

  constructor(readonly ground: Ground) {
    this.catalog = ground.catalog;
    this.meter = new Meter(ground.unlimited);
    const { snapshot, layers } = ground.view;
    this.view = ground.nextCreationTime ? new View(snapshot, [this.own, ...layers]) : ground.view;
  }

  /** Throws once the transaction is over: what goes on in a stopped function must not reach the data. */
  assertOpen(): void {
    if (this.#closed) throw new DatabaseError("InvalidQuery", "The transaction is over.");
  }

  assertWritable(): void {
    this.assertOpen();
    if (!this.ground.nextCreationTime)
      throw new DatabaseError("InvalidQuery", "This transaction only reads.");
  }

  nextCreationTime(): number {
    return this.ground.nextCreationTime?.() ?? Number.NaN;
  }

  put(index: number, key: Key, value: string | null): void {
    this.#undo.push({ index, key, before: this.own.get(index, key) });
    this.own.set(index, key, value);
    this.touch(index, key);
  }

  /** Tells whoever read this key that its document changed. */
  touch(index: number, key: Key): void {
    this.touched.push({ index, key });
  }

  changeCatalog(catalog: Catalog): void {
    this.assertWritable();
    this.catalog = catalog;
    this.put(CATALOG_INDEX, CATALOG_KEY, catalog.serialize());
  }

  get hasWritten(): boolean {
    return this.#undo.length > 0;
  }

  savepoint(): Savepoint {
    const undone = this.#undo.length;
    const touched = this.touched.length;
    const { catalog } = this;
    return {
      rollback: () => {
        this.assertOpen();
        this.touched.length = Math.min(this.touched.length, touched);
        while (this.#undo.length > undone) {
          const last = this.#undo.pop();
          if (!last) break;
          if (last.before === undefined) this.own.indexes.get(last.index)?.unset(last.key);
          else this.own.set(last.index, last.key, last.before);
        }
        this.catalog = catalog;
      },
    };
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.view.closeScans();
    this.ground.release();
  }
}
