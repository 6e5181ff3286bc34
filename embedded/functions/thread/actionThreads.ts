import type { TransferListItem } from "node:worker_threads";
import { FunctionFailure } from "../failure.ts";
import type { ActionFrame } from "../frame.ts";
import type { FunctionLimits } from "../limits.ts";
import { TimeLimit } from "../timeLimit.ts";
import { ActionThread } from "./actionThread.ts";
import type { Job } from "./messages.ts";
import type { PendingCall } from "./pendingCall.ts";

/** More than these are there only if actions do not end. */
const MOST_THREADS = 8;

const CLOSING = "The deployment is stopping.";

/**
 * Runs actions beside the deployment, in a thread for each program: the first action starts it, and it ends with its
 * last one when another program has been deployed. A thread that no longer answers is replaced.
 */
export class ActionThreads {
  readonly #threads = new Set<ActionThread>();
  readonly #limit: TimeLimit;
  readonly #limits: FunctionLimits;
  #version = 0;
  #closed = false;

  constructor(limits: FunctionLimits) {
    this.#limits = limits;
    this.#limit = new TimeLimit(limits.actionMs);
  }

  /** New calls run the program of this version; those under way go on with theirs. */
  deployed(version: number): void {
    this.#version = version;
    for (const thread of this.#threads) this.#endIfUseless(thread);
  }

  begin(frame: ActionFrame, job: Job, transfer: readonly TransferListItem[] = []): PendingCall {
    const thread = this.#threadFor(frame.run.program.version);
    const call = thread.begin(frame, job, transfer);
    this.#limit.within(call.value).catch((failure: FunctionFailure) => {
      if (call.isSettled) return;
      call.failed(failure);
      thread.dismiss(call);
    });
    return call;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#threads].map((thread) => thread.end(CLOSING)));
  }

  #threadFor(version: number): ActionThread {
    if (this.#closed) throw new FunctionFailure(`The action was not begun: ${CLOSING}`);
    const own = [...this.#threads].filter((thread) => thread.version === version);
    const fit = own.find((thread) => thread.isFit);
    if (fit !== undefined) return fit;
    if (this.#threads.size >= MOST_THREADS) {
      const [oldest] = this.#threads;
      const newest = own.at(-1);
      // Perhaps the machine is only slow: nothing that runs is ended for something new of the same program.
      if (newest !== undefined) return newest;
      if (oldest !== undefined) this.#end(oldest, "Too many former programs have actions that do not end.");
    }
    const thread = new ActionThread(version, this.#limits, (idle) => this.#endIfUseless(idle));
    this.#threads.add(thread);
    return thread;
  }

  #endIfUseless(thread: ActionThread): void {
    const isUseful = thread.isFit && thread.version === this.#version;
    if (thread.isIdle && !isUseful) this.#end(thread, "Its thread has ended.");
  }

  #end(thread: ActionThread, reason: string): void {
    this.#threads.delete(thread);
    void thread.end(reason);
  }
}
