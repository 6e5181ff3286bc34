import { FunctionFailure } from "../failure.ts";
import type { ActionFrame } from "../frame.ts";
import type { CarriedResponse } from "./http.ts";
import type { Outcome } from "./messages.ts";

/** A call that runs in a thread, as the deployment waits for it. */
export class PendingCall {
  readonly frame: ActionFrame;
  /** The route that answers a request, or null if none does. */
  readonly route: Promise<string | null>;
  /** What it answers. Rejects with a `FunctionFailure`. */
  readonly value: Promise<string | CarriedResponse>;
  /** Tells the function that whoever sent its request has gone. */
  readonly leave: () => void;
  #isSettled = false;
  #settle!: (value: string | CarriedResponse) => void;
  #fail!: (failure: FunctionFailure) => void;
  #found!: (route: string | null) => void;
  #lost!: (failure: FunctionFailure) => void;

  constructor(frame: ActionFrame, leave: () => void) {
    this.frame = frame;
    this.leave = leave;
    this.value = new Promise((resolve, reject) => {
      this.#settle = resolve;
      this.#fail = reject;
    });
    this.route = new Promise((resolve, reject) => {
      this.#found = resolve;
      this.#lost = reject;
    });
    // Whoever waits sees the failure; nobody waits for both.
    this.value.catch(() => undefined);
    this.route.catch(() => undefined);
  }

  get isSettled(): boolean {
    return this.#isSettled;
  }

  routed(route: string | null): void {
    if (route !== null) this.frame.path = `http.js:${route}`;
    this.#found(route);
  }

  done(outcome: Outcome): void {
    if (outcome.ok) {
      this.#isSettled = true;
      this.#settle(outcome.value);
    } else {
      this.failed(new FunctionFailure(outcome.message, outcome));
    }
  }

  failed(failure: FunctionFailure): void {
    this.#isSettled = true;
    this.#fail(failure);
    this.#lost(failure);
  }
}
