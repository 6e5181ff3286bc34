import type { MessagePort, TransferListItem } from "node:worker_threads";
import type { FromThread, ToThread } from "./messages.ts";

type Answer = Extract<ToThread, { type: "answer" | "refusal" }>;

/** The way from the thread to the deployment. */
export class Door {
  readonly #port: MessagePort;
  readonly #asked = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  #questions = 0;

  constructor(port: MessagePort) {
    this.#port = port;
  }

  tell(message: FromThread, transfer: readonly TransferListItem[] = []): void {
    this.#port.postMessage(message, transfer);
  }

  ask(call: number, name: string, args: unknown, transfer: readonly TransferListItem[]): Promise<unknown> {
    const question = ++this.#questions;
    return new Promise((resolve, reject) => {
      this.#asked.set(question, { resolve, reject });
      this.tell({ type: "ask", call, question, name, args }, transfer);
    });
  }

  answered(answer: Answer): void {
    const asked = this.#asked.get(answer.question);
    this.#asked.delete(answer.question);
    if (answer.type === "answer") asked?.resolve(answer.value);
    else asked?.reject(Object.assign(new Error(answer.error.message), answer.error));
  }
}
