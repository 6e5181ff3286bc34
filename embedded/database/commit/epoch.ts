import type { Snapshot } from "../../store/store.ts";
import type { Catalog } from "../catalog.ts";
import type { Timestamp } from "../database.ts";

/** A durable state, shared by all transactions that began in it and let go with the last. */
export class Epoch {
  #users = 1;

  constructor(
    readonly snapshot: Snapshot,
    readonly catalog: Catalog,
    readonly timestamp: Timestamp,
  ) {}

  retain(): this {
    this.#users++;
    return this;
  }

  release(): void {
    this.#users--;
    if (this.#users === 0) this.snapshot.close();
  }
}
