import type { Committed, Transaction } from "../database/database.ts";
import { runAction } from "./actionRun.ts";
import { loadFunction } from "./exported.ts";
import { runHttpAction } from "./httpRun.ts";
import type { FunctionLimits } from "./limits.ts";
import type { Target } from "./reference.ts";
import { nestedRun, type Run, type Services } from "./run.ts";
import { RunLog } from "./runLog.ts";
import type { SessionRequest } from "./runtime.ts";
import { findAnswer, rememberAnswer, type StoredAnswer } from "./sessionRequests.ts";
import { ActionThreads } from "./thread/actionThreads.ts";
import { TimeLimit } from "./timeLimit.ts";
import { runInTransaction } from "./transactionRun.ts";

/** A part of a mutation's transaction that is not its function's. False: the function shall not run after all. */
export type Prelude = (transaction: Transaction) => boolean;

/** Runs found functions: opens their transactions, bounds their time, and tells of each run. */
export class Execution {
  readonly services: Services;
  readonly log = new RunLog();
  readonly #timeLimitMs: number;
  readonly #timeLimit: TimeLimit;

  constructor(services: Omit<Services, "calls" | "threads">, limits: FunctionLimits) {
    const calls = {
      call: (run: Run, target: Target, args: string) => this.call(nestedRun(run), target, args),
    };
    this.services = { ...services, calls, threads: new ActionThreads(limits) };
    this.#timeLimitMs = limits.transactionMs;
    this.#timeLimit = new TimeLimit(limits.transactionMs);
  }

  async query(run: Run, target: Target, args: string, transaction: Transaction): Promise<string> {
    return await this.log.around(run, target, () =>
      this.#timeLimit.within(runInTransaction(run, target, args, transaction)),
    );
  }

  /** Resolves once the commit is durable. A request that was answered before gets that answer. */
  async mutation(
    run: Run,
    target: Target,
    args: string,
    { request, prelude = () => true }: { request?: SessionRequest | undefined; prelude?: Prelude } = {},
  ): Promise<Committed<StoredAnswer>> {
    // Loaded first: the line of mutations should not wait for a disk.
    await loadFunction(target);
    const body = async (transaction: Transaction): Promise<StoredAnswer> => {
      const known = request && findAnswer(transaction, request);
      if (known) return known;
      if (!prelude(transaction)) return { value: "null", logLines: [] };
      const value = await runInTransaction(run, target, args, transaction);
      const answer = { value, logLines: run.logLines };
      if (request) rememberAnswer(transaction, request, answer);
      return answer;
    };
    const committed = await this.log.around(run, target, () =>
      this.services.database.mutate(body, { timeoutMs: this.#timeLimitMs }),
    );
    if (run.scheduling.functions > 0) this.services.wakeScheduler();
    return committed;
  }

  async action(run: Run, target: Target, args: string): Promise<string> {
    return await this.log.around(run, target, () => runAction(run, target, args));
  }

  async httpAction(run: Run, request: Request): Promise<Response> {
    return await runHttpAction(run, request, this.log);
  }

  /** Runs a function of any kind in a transaction of its own, or in none if it is an action. */
  async call(run: Run, target: Target, args: string): Promise<string> {
    switch (target.info.kind) {
      case "query": {
        const transaction = this.services.database.read();
        try {
          return await this.query(run, target, args, transaction);
        } finally {
          transaction.close();
        }
      }
      case "mutation":
        return (await this.mutation(run, target, args)).value.value;
      case "action":
        return await this.action(run, target, args);
    }
  }
}
