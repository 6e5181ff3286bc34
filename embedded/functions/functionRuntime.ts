import type { Committed, Namespace, Transaction } from "../database/database.ts";
import type { Identity } from "../identity/identity.ts";
import { runAction } from "./actionRun.ts";
import type { Program } from "./component.ts";
import { loadFunction } from "./exported.ts";
import { FunctionFailure } from "./failure.ts";
import { runHttpAction } from "./httpRun.ts";
import { ACTION_TIME_LIMIT_MS } from "./limits.ts";
import { failed, succeeded } from "./outcome.ts";
import { findFunction, notFound, type Target } from "./reference.ts";
import { beginRun, nestedRun, type Run, type Services } from "./run.ts";
import { RunLog } from "./runLog.ts";
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
import { findAnswer, rememberAnswer, type StoredAnswer } from "./sessionRequests.ts";
import type { SystemFunctions } from "./systemFunctions.ts";
import { TimeLimit } from "./timeLimit.ts";
import { runInTransaction } from "./transactionRun.ts";

export type RuntimeOptions = {
  services: Omit<Services, "calls">;
  systemFunctions: SystemFunctions;
  /** How long a query or mutation may take, in milliseconds. */
  timeLimitMs: number;
};

/** Runs what is deployed: a `Program`, which the next push replaces. */
export class FunctionRuntime implements Runtime {
  readonly #options: RuntimeOptions;
  readonly #services: Services;
  readonly #log = new RunLog();
  readonly #timeLimit: TimeLimit;
  readonly #actionTimeLimit = new TimeLimit(ACTION_TIME_LIMIT_MS);
  readonly #pushListeners = new Set<() => void>();
  #program: Program = { version: 0, components: new Map() };

  constructor(options: RuntimeOptions) {
    this.#options = options;
    this.#timeLimit = new TimeLimit(options.timeLimitMs);
    const calls = {
      call: (run: Run, target: Target, args: string) => this.#call(nestedRun(run), target, args),
    };
    this.#services = { ...options.services, calls };
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
    for (const listener of this.#pushListeners) listener();
  }

  onPush(listener: () => void): () => void {
    this.#pushListeners.add(listener);
    return () => this.#pushListeners.delete(listener);
  }

  onRun(listener: (run: FunctionRun) => void): () => void {
    return this.#log.onRun(listener);
  }

  kindOf(namespace: Namespace, path: string): FunctionKind | null {
    if (this.#options.systemFunctions.has(path)) return "query";
    return findFunction(this.#program, namespace, path)?.info.kind ?? null;
  }

  async query(call: Call & { journal?: string | null; transaction?: Transaction }): Promise<QueryOutcome> {
    const run = this.#begin(call, call.journal);
    const transaction = call.transaction ?? this.#services.database.read();
    const answer = async (): Promise<Outcome> => {
      try {
        const system = this.#options.systemFunctions;
        if (call.identity.kind === "admin" && system.has(call.path)) {
          run.usedIdentity = true;
          return succeeded(run, system.run(call.path, { ...call, transaction, program: this.#program }));
        }
        return succeeded(
          run,
          await this.#query(run, this.#target(run, call, "query"), call.args, transaction),
        );
      } catch (thrown) {
        return await failed(run, thrown);
      }
    };
    try {
      return {
        ...(await answer()),
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
      const { value, timestamp } = await this.#mutation(
        run,
        this.#target(run, call, "mutation"),
        call.args,
        call.request,
      );
      return { ok: true, ...value, timestamp };
    } catch (thrown) {
      const outcome = await failed(run, thrown);
      return { ...outcome, timestamp: this.#services.database.timestamp };
    }
  }

  async action(call: Call): Promise<Outcome> {
    const run = this.#begin(call);
    try {
      return succeeded(run, await this.#call(run, this.#target(run, call, "action"), call.args));
    } catch (thrown) {
      return await failed(run, thrown);
    }
  }

  async httpAction(request: Request, identity: Identity): Promise<Response> {
    const run = beginRun(this.#services, this.#program, identity);
    return await runHttpAction(run, request, this.#log);
  }

  /**
   * Runs a scheduled function. For a mutation `inTransaction` is part of the same transaction, and refuses the run by
   * answering false; an action runs after it has committed.
   */
  async scheduled(
    call: Call & { scheduledFunctionId: string },
    inTransaction: (transaction: Transaction) => boolean,
  ): Promise<void> {
    const run = { ...this.#begin(call), scheduledFunctionId: call.scheduledFunctionId };
    const target = findFunction(this.#program, call.namespace, call.path);
    if (target === null) throw notFound(call.path);
    if (target.info.kind === "mutation") {
      await this.#mutation(run, target, call.args, undefined, inTransaction);
      return;
    }
    const begun = await this.#services.database.mutate(async (transaction) => inTransaction(transaction));
    if (begun.value) await this.#call(run, target, call.args);
  }

  #begin(call: Call, journal?: string | null): Run {
    return beginRun(this.#services, this.#program, call.identity, journal);
  }

  /** The called function, if this caller may call it and it is what the caller takes it for. */
  #target(run: Run, call: Call, kind: FunctionKind): Target {
    const target = findFunction(this.#program, call.namespace, call.path);
    const audience = call.allowInternal ? "any" : "public";
    // Who may call it decides the answer.
    if (target?.info.visibility !== "public") run.usedIdentity = true;
    if (target === null) throw notFound(call.path, audience);
    if (!call.allowInternal && target.info.visibility !== "public") throw notFound(call.path, audience);
    if (target.info.kind === kind) return target;
    throw new FunctionFailure(
      `Trying to execute ${call.path} as ${capital(kind)}, but it is defined as ${capital(target.info.kind)}.`,
    );
  }

  async #call(run: Run, target: Target, args: string): Promise<string> {
    switch (target.info.kind) {
      case "query": {
        const transaction = this.#services.database.read();
        try {
          return await this.#query(run, target, args, transaction);
        } finally {
          transaction.close();
        }
      }
      case "mutation":
        return (await this.#mutation(run, target, args)).value.value;
      case "action":
        return await this.#log.around(run, target, () =>
          this.#actionTimeLimit.within(runAction(run, target, args)),
        );
    }
  }

  async #query(run: Run, target: Target, args: string, transaction: Transaction): Promise<string> {
    return await this.#log.around(run, target, () =>
      this.#timeLimit.within(runInTransaction(run, target, args, transaction)),
    );
  }

  async #mutation(
    run: Run,
    target: Target,
    args: string,
    request?: SessionRequest,
    inTransaction: (transaction: Transaction) => boolean = () => true,
  ): Promise<Committed<StoredAnswer>> {
    // Loaded first: the line of mutations should not wait for a disk.
    await loadFunction(target);
    const body = async (transaction: Transaction): Promise<StoredAnswer> => {
      const known = request && findAnswer(transaction, request);
      if (known) return known;
      if (!inTransaction(transaction)) return { value: "null", logLines: [] };
      const value = await runInTransaction(run, target, args, transaction);
      const answer = { value, logLines: run.logLines };
      if (request) rememberAnswer(transaction, request, answer);
      return answer;
    };
    const committed = await this.#log.around(run, target, () =>
      this.#services.database.mutate(body, { timeoutMs: this.#options.timeLimitMs }),
    );
    if (run.scheduling.functions > 0) this.#services.wakeScheduler();
    return committed;
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
