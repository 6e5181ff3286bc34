import type { Namespace, Transaction } from "../database/database.ts";
import type { Identity } from "../identity/identity.ts";
import type { Program } from "./component.ts";
import { Execution, type Prelude } from "./execution.ts";
import type { FunctionLimits } from "./limits.ts";
import { failed, succeeded } from "./outcome.ts";
import { findFunction, notFound, requireKind, type Target } from "./reference.ts";
import { beginRun, type Run, type Services } from "./run.ts";
import type {
  Call,
  FunctionKind,
  FunctionRun,
  MutationOutcome,
  Outcome,
  QueryOutcome,
  Runtime,
  SessionRequest,
} from "./runtime.ts";
import type { SystemFunctions } from "./systemFunctions.ts";

export type RuntimeOptions = {
  services: Omit<Services, "calls" | "threads">;
  systemFunctions: SystemFunctions;
  limits: FunctionLimits;
};

/** Answers calls with what is deployed: a `Program`, which the next push replaces. */
export class FunctionRuntime implements Runtime {
  readonly #execution: Execution;
  readonly #systemFunctions: SystemFunctions;
  readonly #pushListeners = new Set<() => void>();
  #program: Program = { version: 0, components: new Map() };

  constructor({ services, systemFunctions, limits }: RuntimeOptions) {
    this.#execution = new Execution(services, limits);
    this.#systemFunctions = systemFunctions;
  }

  get program(): Program {
    return this.#program;
  }

  get version(): number {
    return this.#program.version;
  }

  /** Takes effect for every call that begins after this. */
  deploy(program: Program): void {
    this.#program = program;
    this.#execution.services.threads.deployed(program.version);
    for (const listener of this.#pushListeners) listener();
  }

  onPush(listener: () => void): () => void {
    this.#pushListeners.add(listener);
    return () => this.#pushListeners.delete(listener);
  }

  onRun(listener: (run: FunctionRun) => void): () => void {
    return this.#execution.log.onRun(listener);
  }

  kindOf(namespace: Namespace, path: string): FunctionKind | null {
    if (this.#systemFunctions.has(path)) return "query";
    return findFunction(this.#program, namespace, path)?.info.kind ?? null;
  }

  async query(call: Call & { journal?: string | null; transaction?: Transaction }): Promise<QueryOutcome> {
    const run = this.#begin(call, call.journal);
    const transaction = call.transaction ?? this.#execution.services.database.read();
    try {
      return {
        ...(await this.#answer(run, call, transaction)),
        timestamp: transaction.timestamp,
        readSet: transaction.readSet,
        usedIdentity: run.usedIdentity,
        journal: run.pagination.journal,
      };
    } finally {
      if (call.transaction === undefined) transaction.close();
    }
  }

  async mutation(call: Call & { request?: SessionRequest }): Promise<MutationOutcome> {
    const run = this.#begin(call);
    try {
      const target = this.#target(run, call, "mutation");
      const { value, timestamp } = await this.#execution.mutation(run, target, call.args, call);
      return { ok: true, ...value, timestamp };
    } catch (thrown) {
      return { ...(await failed(run, thrown)), timestamp: this.#execution.services.database.timestamp };
    }
  }

  async action(call: Call): Promise<Outcome> {
    const run = this.#begin(call);
    try {
      return succeeded(run, await this.#execution.action(run, this.#target(run, call, "action"), call.args));
    } catch (thrown) {
      return await failed(run, thrown);
    }
  }

  async httpAction(request: Request, identity: Identity): Promise<Response> {
    const run = beginRun(this.#execution.services, this.#program, identity);
    return await this.#execution.httpAction(run, request);
  }

  /**
   * Runs a scheduled function. For a mutation `prelude` is part of the same transaction; an action runs after it has
   * committed. Throws what the function throws.
   */
  async scheduled(call: Call & { scheduledFunctionId: string }, prelude: Prelude): Promise<void> {
    const run = { ...this.#begin(call), scheduledFunctionId: call.scheduledFunctionId };
    const target = findFunction(this.#program, call.namespace, call.path);
    if (target === null) throw notFound(call.path);
    if (target.info.kind === "mutation") {
      await this.#execution.mutation(run, target, call.args, { prelude });
      return;
    }
    const { database } = this.#execution.services;
    const begun = await database.mutate(async (transaction) => prelude(transaction));
    if (begun.value) await this.#execution.call(run, target, call.args);
  }

  /** Ends the actions that are under way. Nothing may be called after this. */
  async close(): Promise<void> {
    await this.#execution.services.threads.close();
  }

  #begin(call: Call, journal?: string | null): Run {
    return beginRun(this.#execution.services, this.#program, call.identity, journal);
  }

  async #answer(run: Run, call: Call, transaction: Transaction): Promise<Outcome> {
    try {
      if (call.identity.kind === "admin" && this.#systemFunctions.has(call.path)) {
        run.usedIdentity = true;
        const value = this.#systemFunctions.run(call.path, { ...call, transaction, program: this.#program });
        return succeeded(run, value);
      }
      const target = this.#target(run, call, "query");
      return succeeded(run, await this.#execution.query(run, target, call.args, transaction));
    } catch (thrown) {
      return await failed(run, thrown);
    }
  }

  /** The called function, if this caller may call it and it is what the caller takes it for. */
  #target(run: Run, { namespace, path, allowInternal }: Call, kind: FunctionKind): Target {
    const target = findFunction(this.#program, namespace, path);
    // A component's functions are public to the app that mounts it, and to nobody outside.
    const isPublic = namespace === "" && target?.info.visibility === "public";
    // Who may call it decides the answer.
    if (!isPublic) run.usedIdentity = true;
    if (target === null || !(allowInternal || isPublic)) {
      throw notFound(path, allowInternal ? "any" : "public");
    }
    requireKind(target, kind);
    return target;
  }
}
