import { setImmediate } from "node:timers/promises";
import type { Transaction } from "../database/database.ts";
import type { Component } from "./component.ts";
import { MAX_LOG_LINES } from "./limits.ts";
import type { Run } from "./run.ts";
import type { FunctionKind } from "./runtime.ts";
import { actionOperations } from "./syscalls/actionOperations.ts";
import { getBlob, storeBlob } from "./syscalls/storage.ts";
import { immediateOperations, transactionOperations } from "./syscalls/transactionOperations.ts";
import { type LogLevel, logLine } from "./world/console.ts";
import { type Operations, outsideOperations } from "./world/convex.ts";
import { freshRandom } from "./world/random.ts";
import { type Environment, outsideWorlds, type World } from "./world.ts";

const OVERFLOW = `[ERROR] 'Log overflow (maximum ${MAX_LOG_LINES}). Remaining log lines omitted.'`;

/** So long a query or mutation works before whoever else waits for the process may go first. */
const LONGEST_HOLD_MS = 15;

/** One function while it runs: its world, and the door through which it asks the deployment for something. */
abstract class FunctionFrame implements World, Operations {
  abstract readonly deterministic: boolean;
  readonly environment: Environment;
  readonly now: number;
  readonly random = freshRandom();
  readonly run: Run;
  readonly component: Component;
  /** Canonical. */
  readonly path: string;
  readonly kind: FunctionKind;
  #over = false;

  constructor(run: Run, component: Component, path: string, kind: FunctionKind, now: number) {
    this.run = run;
    this.now = now;
    this.component = component;
    this.path = path;
    this.kind = kind;
    this.environment = component.modules.environment;
  }

  /** A function that is over can ask for nothing more, whatever it left running. */
  get operations(): Operations {
    return this.#over ? outsideOperations : this;
  }

  log(level: LogLevel, values: readonly unknown[]): void {
    const { logLines } = this.run;
    if (logLines.length > MAX_LOG_LINES) return;
    const last = logLines.length === MAX_LOG_LINES;
    logLines.push(last ? OVERFLOW : outsideWorlds(() => logLine(level, values)));
  }

  end(): void {
    this.#over = true;
  }

  abstract syscall(name: string, args: string): string;
  abstract asyncSyscall(name: string, args: string): Promise<string>;
  abstract jsSyscall(name: string, args: Record<string, unknown>): unknown;
}

/** A query or mutation, perhaps nested in another and sharing its transaction. */
export class TransactionFrame extends FunctionFrame {
  readonly deterministic = true;
  readonly transaction: Transaction;
  /** Whether another function's transaction is shared. */
  readonly nested: boolean;
  /** Open `for await` loops over queries. */
  readonly streams = new Map<number, Iterator<string, undefined>>();
  paginated = false;
  #child: Promise<unknown> | null = null;
  #heldSince = performance.now();
  #pause: Promise<void> | null = null;

  constructor(
    run: Run,
    component: Component,
    path: string,
    kind: FunctionKind,
    transaction: Transaction,
    parent: TransactionFrame | null,
  ) {
    super(run, component, path, kind, parent?.now ?? Date.now());
    this.transaction = transaction;
    this.nested = parent !== null;
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

  override end(): void {
    super.end();
    for (const stream of this.streams.values()) stream.return?.();
    this.streams.clear();
  }
}

/** An action or HTTP action: in the real world, without a transaction. */
export class ActionFrame extends FunctionFrame {
  readonly deterministic = false;

  constructor(run: Run, component: Component, path: string, kind: FunctionKind) {
    super(run, component, path, kind, Date.now());
  }

  syscall(name: string): string {
    throw new Error(`Unknown operation ${name}`);
  }

  async asyncSyscall(name: string, args: string): Promise<string> {
    const operation = actionOperations[name];
    if (operation === undefined) throw new Error(`Unknown async operation ${name}`);
    return await outsideWorlds(() => operation(this, args));
  }

  jsSyscall(name: string, args: Record<string, unknown>): unknown {
    switch (name) {
      case "storage/storeBlob":
        return outsideWorlds(() => storeBlob(this, args));
      case "storage/getBlob":
        return outsideWorlds(() => getBlob(this, args));
      default:
        throw new Error(`Unknown operation ${name}`);
    }
  }
}

export type AnyFrame = TransactionFrame | ActionFrame;
