import type { Id } from "#convex/_generated/dataModel.js";
import type { MeasureUnit } from "#src/lib/words.ts";

/** A measurement on its way to the server, with what its line in the queue says. */
export interface Waiting {
  /** Made once, on this device: sent twice it still counts once. */
  readonly clientKey: string;
  readonly personId: string;
  readonly studentId: Id<"students">;
  readonly goalId: Id<"goals">;
  readonly observedOn: string;
  readonly value: number;
  readonly unit: MeasureUnit;
  readonly trials?: { readonly correct: number; readonly total: number };
  readonly note?: string;
  readonly studentName: string;
  readonly goalNumber: number;
  /** Instant, ms. */
  readonly loggedAt: number;
  /** Why the server will not take it; it stays until the person has seen it. */
  readonly refusal?: string;
}

/** Where measurements wait on the device. */
export interface WaitingStore {
  all(personId: string): Promise<Waiting[]>;
  put(waiting: Waiting): Promise<void>;
  remove(clientKey: string): Promise<void>;
}

/** The server's side of the outbox. */
export interface Recorder {
  log(waiting: Waiting): Promise<Id<"observations">>;
  retract(waiting: Waiting, observationId: Id<"observations">): Promise<void>;
}
