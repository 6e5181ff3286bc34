import { setImmediate } from "node:timers/promises";
import type { Transaction } from "../database/database.ts";
import type { Component } from "./component.ts";
import { addLogLine } from "./logLines.ts";
import type { Run } from "./run.ts";
import type { FunctionKind } from "./runtime.ts";
import { immediateOperations, transactionOperations } from "./syscalls/transactionOperations.ts";
import type { LogLevel } from "./world/console.ts";
import { type Operations, outsideOperations } from "./world/convex.ts";
import { freshRandom } from "./world/random.ts";
import { type Environment, outsideWorlds, type World } from "./world.ts";

/** So long a query or mutation works before whoever else waits for the process may go first. */
const LONGEST_HOLD_MS = 15;

/** A function while it runs, as the operations that it asks for know it. */
export type AnyFrame = {
  readonly run: Run;
  readonly component: Component;
  /** Canonical. */
  readonly path: string;
  readonly kind: FunctionKind;
};

/** An action or HTTP action: in the real world, without a transaction. It runs in a thread of its own (`thread/`). */
export type ActionFrame = AnyFrame & { readonly kind: "action" | "httpAction"; path: string };

/** A query or mutation, perhaps nested in another and sharing its transaction: its world, and the door out of it. */
export class TransactionFrame implements AnyFrame, World, Operations {
  readonly deterministic = true;
  readonly environment: Environment;
  readonly now: number;
  readonly random = freshRandom();
  readonly run: Run;
  readonly component: Component;
  readonly path: string;
  readonly kind: FunctionKind;
  readonly transaction: Transaction;
  /** Whether another function's transaction is shared. */
  readonly nested: boolean;
  /** Open `for await` loops over queries. */
  readonly streams = new Map<number, Iterator<string, undefined>>();
  paginated = false;
  #child: Promise<unknown> | null = null;
  #heldSince = performance.now();
  #pause: Promise<void> | null = null;
  #over = false;

  constructor(
    run: Run,
    component: Component,
    path: string,
    kind: FunctionKind,
    transaction: Transaction,
    parent: TransactionFrame | null,
  ) {
    this.run = run;
    this.component = component;
    this.path = path;
    this.kind = kind;
    this.environment = component.modules.environment;
    this.now = parent?.now ?? Date.now();
    this.transaction = transaction;
    this.nested = parent !== null;
  }

  /** A function that is over can ask for nothing more, whatever it left running. */
  get operations(): Operations {
    return this.#over ? outsideOperations : this;
  }

  log(level: LogLevel, values: readonly unknown[]): void {
    addLogLine(this.run.logLines, level, values);
  }

  syscall(name: string, args: string): string {
    const operation = immediateOperations[name];
    if (operation === undefined) throw new Error(`Unknown operation ${name}`);
    return outsideWorlds(() => operation(this, args));
  }

  async asyncSyscall(name: string, args: string): Promise<string> {
    const operation = transactionOperations[name];
    if (operation === undefined) throw new Error(`Unknown async operation ${name}`);
    if (this.#pause !== null || performance.now() - this.#heldSince > LONGEST_HOLD_MS) {
      await this.#letOthersGo();
    }
    // While a nested mutation runs nothing else may write: its rollback would take those writes along.
    while (this.#child !== null) await this.#child;
    return await outsideWorlds(() => operation(this, args));
  }

  /** Answers from memory follow each other without the event loop turning once: nobody else would be heard. */
  #letOthersGo(): Promise<void> {
    this.#pause ??= setImmediate().then(() => {
      this.#pause = null;
      this.#heldSince = performance.now();
    });
    return this.#pause;
  }

  jsSyscall(name: string): unknown {
    throw new Error(`${name} is not supported in queries and mutations.`);
  }

  /** Runs a nested mutation with this frame's other operations held back. */
  async alone<T>(body: () => Promise<T>): Promise<T> {
    const running = body();
    const settled = running.then(
      () => undefined,
      () => undefined,
    );
    this.#child = settled;
    try {
      return await running;
    } finally {
      if (this.#child === settled) this.#child = null;
    }
  }

  end(): void {
    this.#over = true;
    for (const stream of this.streams.values()) stream.return?.();
    this.streams.clear();
  }
}
