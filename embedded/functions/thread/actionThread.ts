import { type TransferListItem, Worker } from "node:worker_threads";
import { FunctionFailure } from "../failure.ts";
import type { ActionFrame } from "../frame.ts";
import type { FunctionLimits } from "../limits.ts";
import { outsideWorlds } from "../world.ts";
import { answerTo } from "./answers.ts";
import { discard } from "./body.ts";
import { carryError, type FromThread, type Job, type Outcome, type ToThread } from "./messages.ts";
import { PendingCall } from "./pendingCall.ts";
import program from "./program.ts?program";
import { addressOf } from "./threadProgram.ts";

/** Unanswered looks after which a thread gets nothing more to do, and after which it is ended. */
const UNFIT_AFTER = 5;
const DEAF_AFTER = 60;

/** A thread that runs actions of one program. What they ask for is answered here; the thread itself has no data. */
export class ActionThread {
  /** Of the program that it has loaded modules of. */
  readonly version: number;
  readonly #worker: Worker;
  readonly #calls = new Map<number, PendingCall>();
  readonly #lookEveryMs: number;
  readonly #onIdle: (thread: ActionThread) => void;
  readonly #ended: Promise<void>;
  #begun = 0;
  #fit = true;
  #isUp = false;
  #unanswered = 0;
  #looking: NodeJS.Timeout | undefined;
  #reason = "";

  constructor(version: number, limits: FunctionLimits, onIdle: (thread: ActionThread) => void) {
    this.version = version;
    this.#lookEveryMs = limits.lookEveryMs;
    this.#onIdle = onIdle;
    // Not in the world of whoever happened to call first: all that the thread says would be heard in it.
    this.#worker = outsideWorlds(
      () =>
        new Worker(addressOf(program, "actions.js"), {
          name: "actions",
          resourceLimits: { maxOldGenerationSizeMb: limits.threadMb },
        }),
    );
    this.#worker.on("online", () => {
      this.#isUp = true;
    });
    this.#worker.on("message", (message: FromThread) => this.#hear(message));
    this.#worker.on("error", (error) => this.#say(error.message));
    this.#ended = new Promise((resolve) => {
      this.#worker.on("exit", () => {
        this.#failAll();
        resolve();
      });
    });
    this.#worker.unref();
  }

  /** Whether it may be given something new to do. */
  get isFit(): boolean {
    return this.#fit;
  }

  get isIdle(): boolean {
    return this.#calls.size === 0;
  }

  begin(frame: ActionFrame, job: Job, transfer: readonly TransferListItem[]): PendingCall {
    const number = ++this.#begun;
    const call = new PendingCall(frame, () => this.#tell({ type: "gone", call: number }));
    this.#calls.set(number, call);
    this.#tell({ type: "begin", call: number, job }, transfer);
    this.#look();
    return call;
  }

  /** The call has taken too long. What it does cannot be stopped, so the thread is given nothing more. */
  dismiss(call: PendingCall): void {
    for (const [number, known] of this.#calls) {
      if (known !== call) continue;
      this.#fit = false;
      this.#tell({ type: "dismiss", call: number });
      this.#over(number);
    }
  }

  /** Ends the thread, whatever it does. Calls under way fail with `reason`. */
  async end(reason: string): Promise<void> {
    this.#say(reason);
    this.#fit = false;
    await this.#worker.terminate();
    await this.#ended;
  }

  #hear(message: FromThread): void {
    if (message.type === "here") {
      this.#unanswered = 0;
      return;
    }
    const call = this.#calls.get(message.call);
    switch (message.type) {
      case "ask":
        void this.#answer(call, message);
        break;
      case "log":
        call?.frame.run.logLines.push(message.line);
        break;
      case "route":
        call?.routed(message.route);
        break;
      case "done":
        if (call) call.done(message.outcome);
        else forget(message.outcome);
        break;
      case "over":
        this.#over(message.call);
        break;
    }
  }

  async #answer(call: PendingCall | undefined, { question, ...asked }: FromThread & { type: "ask" }) {
    try {
      const { value, transfer } = await answerTo(call?.frame, asked);
      this.#tell({ type: "answer", question, value }, transfer);
    } catch (thrown) {
      this.#tell({ type: "refusal", question, error: carryError(thrown) });
    }
  }

  #over(number: number): void {
    this.#calls.delete(number);
    if (this.isIdle) {
      clearInterval(this.#looking);
      this.#looking = undefined;
      this.#onIdle(this);
    }
  }

  /** Asks, while something runs there, whether the thread still turns: code that never waits is never done. */
  #look(): void {
    if (this.#looking !== undefined) return;
    this.#unanswered = 0;
    this.#looking = setInterval(() => {
      if (!this.#isUp) return;
      this.#tell({ type: "areYouThere" });
      this.#unanswered += 1;
      if (this.#unanswered > UNFIT_AFTER) this.#fit = false;
      if (this.#unanswered > DEAF_AFTER) {
        void this.end(
          "An action that ran beside this one did not let others go on, so all of them were stopped.",
        );
      }
    }, this.#lookEveryMs);
    this.#looking.unref();
  }

  /** The first reason is the true one. */
  #say(reason: string): void {
    this.#reason ||= reason;
  }

  #failAll(): void {
    this.#fit = false;
    clearInterval(this.#looking);
    const why = this.#reason || "The thread that ran this action has ended.";
    for (const [number, call] of this.#calls) {
      call.failed(new FunctionFailure(`The action was stopped: ${why}`));
      this.#calls.delete(number);
    }
    this.#onIdle(this);
  }

  #tell(message: ToThread, transfer: readonly TransferListItem[] = []): void {
    this.#worker.postMessage(message, transfer);
  }
}

/** Nobody waits for the answer any more. */
function forget(outcome: Outcome): void {
  if (outcome.ok && typeof outcome.value === "object") discard(outcome.value.body);
}
