import type { WebSocket } from "ws";
import type { Outcome, Runtime } from "../functions/runtime.ts";
import type { Authenticated, Authenticator } from "../identity/authenticator.ts";
import type { Disclose } from "../identity/disclosure.ts";
import type { Identity } from "../identity/identity.ts";
import {
  type ActionRequest,
  type Authenticate,
  type ClientMessage,
  InvalidMessage,
  type MutationRequest,
  parseClientMessage,
} from "./clientMessage.ts";
import { CloseCode, closeReason } from "./closeCode.ts";
import type { LiveQueries } from "./liveQueries.ts";
import { Load } from "./load.ts";
import { encodeMoment } from "./moment.ts";
import { Outbox } from "./outbox.ts";
import { QueryView } from "./queryView.ts";

export type SyncServices = {
  live: LiveQueries;
  runtime: Pick<Runtime, "mutation" | "action">;
  authenticator: Pick<Authenticator, "authenticate">;
  disclose: Disclose;
  onBug: (error: unknown) => void;
};

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * One client's connection. Messages are taken in the order in which they came; mutations run one after the other in
 * that order, actions beside them, and a change of identity holds back everything behind it until it is verified.
 */
export class Session {
  lastHeardAt = Date.now();
  readonly outbox: Outbox;
  private readonly view: QueryView;
  private sessionId: string | null = null;
  private clockSkew: number | null = null;
  private identity: Identity = { kind: "anonymous" };
  private expiry: NodeJS.Timeout | undefined;
  private readonly inbox: { message: ClientMessage; weight: number }[] = [];
  private readonly load = new Load();
  private pumping = false;
  private mutations: Promise<void> = Promise.resolve();
  private closed = false;
  private draining = false;

  constructor(
    private readonly socket: WebSocket,
    private readonly services: SyncServices,
  ) {
    this.outbox = new Outbox(socket);
    this.view = new QueryView(services.live, this.outbox, () => this.clockSkew);
    this.outbox.onLeft = () => this.regulate();
    this.outbox.onRoom = () => {
      if (!this.closed) services.live.settleSoon(this.view);
    };
  }

  receive(frame: string): void {
    if (this.closed || this.draining) return;
    this.lastHeardAt = Date.now();
    try {
      this.inbox.push({ message: parseClientMessage(frame), weight: frame.length });
      this.load.take(frame.length);
      this.regulate();
    } catch (error) {
      this.fail(error);
    }
    if (!this.pumping) this.pump().catch((error) => this.fail(error));
  }

  /** Resolves when what has been asked so far is answered. Takes no more. */
  async drain(): Promise<void> {
    this.draining = true;
    if (this.load.idle) return;
    await new Promise<void>((resolve) => {
      this.load.onIdle = resolve;
    });
  }

  /** The socket is gone: nobody is listening. What has begun runs to its end. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    for (const { weight } of this.inbox.splice(0)) this.load.release(weight);
    clearTimeout(this.expiry);
    this.view.close();
  }

  private async pump(): Promise<void> {
    this.pumping = true;
    for (let next = this.inbox.shift(); next && !this.closed; next = this.inbox.shift()) {
      const work = this.take(next.message, next.weight);
      if (next.message.type === "Authenticate") await work;
    }
    this.pumping = false;
  }

  /** Handles one message; its weight is on the session until the work that it asked for is done. */
  private take(message: ClientMessage, weight: number): Promise<void> | undefined {
    const done = () => {
      this.load.release(weight);
      this.regulate();
    };
    try {
      const work = this.handle(message);
      if (work) return work.catch((error) => this.fail(error)).finally(done);
    } catch (error) {
      this.fail(error);
    }
    done();
    return undefined;
  }

  private handle(message: ClientMessage): Promise<void> | undefined {
    if ((this.sessionId === null) !== (message.type === "Connect"))
      throw new InvalidMessage("the first message, and no other, is Connect");
    switch (message.type) {
      case "Connect":
        this.sessionId = message.sessionId;
        if (message.clientTs !== null) this.clockSkew = Math.round(message.clientTs - Date.now());
        return undefined;
      case "ModifyQuerySet":
        this.view.modify(message);
        return undefined;
      case "Mutation": {
        const { identity } = this;
        this.mutations = this.mutations.then(() => this.mutate(message, identity));
        return this.mutations;
      }
      case "Action":
        return this.act(message, this.identity);
      case "Authenticate":
        return this.authenticate(message);
      case "Event":
        return undefined;
    }
  }

  private async mutate(message: MutationRequest, identity: Identity): Promise<void> {
    if (this.closed || this.sessionId === null) return;
    const { requestId } = message;
    try {
      const call = callOf(message, identity);
      const request = { sessionId: this.sessionId, requestId };
      const outcome = await this.services.runtime.mutation({ ...call, request });
      const shown = this.services.disclose(outcome, identity);
      const moment = outcome.ok ? `"ts":"${encodeMoment(outcome.timestamp)}",` : "";
      this.outbox.send(
        `{"type":"MutationResponse","requestId":${requestId},${moment}${composeOutcome(shown)}}`,
      );
      if (outcome.ok && !this.closed) this.view.owe(outcome.timestamp);
    } catch (error) {
      this.fail(error);
    }
  }

  private async act(message: ActionRequest, identity: Identity): Promise<void> {
    const outcome = await this.services.runtime.action(callOf(message, identity));
    const shown = this.services.disclose(outcome, identity);
    this.outbox.send(`{"type":"ActionResponse","requestId":${message.requestId},${composeOutcome(shown)}}`);
  }

  private async authenticate(message: Authenticate): Promise<void> {
    if (message.baseVersion !== this.view.identityVersion)
      throw new InvalidMessage("the identity's version does not match");
    let accepted: Authenticated;
    try {
      accepted = await this.services.authenticator.authenticate(message.credential);
    } catch (error) {
      this.refuse(error instanceof Error ? error.message : String(error), message.baseVersion, true);
      return;
    }
    if (this.closed) return;
    this.identity = accepted.identity;
    this.expireAt(accepted.expiresAt, message.baseVersion + 1);
    this.view.identify(accepted.identity, message.baseVersion + 1);
  }

  private expireAt(expiresAt: number | null, version: number): void {
    clearTimeout(this.expiry);
    if (expiresAt === null) return;
    const remaining = expiresAt - Date.now();
    this.expiry = setTimeout(
      () => {
        if (remaining > LONGEST_TIMER_MS) this.expireAt(expiresAt, version);
        else this.refuse("The token has expired", version, false);
      },
      Math.min(remaining, LONGEST_TIMER_MS),
    );
  }

  /** The client fetches a new token and connects again; nothing that it has sent meanwhile runs (AUTH-04, AUTH-05). */
  private refuse(error: string, baseVersion: number, authUpdateAttempted: boolean): void {
    this.outbox.send(JSON.stringify({ type: "AuthError", error, baseVersion, authUpdateAttempted }));
    this.hangUp(CloseCode.normal, "AuthError");
  }

  private fail(error: unknown): void {
    if (this.closed) return;
    if (error instanceof InvalidMessage) {
      this.hangUp(CloseCode.policy, closeReason(error.message));
      return;
    }
    this.services.onBug(error);
    this.hangUp(CloseCode.internal, "InternalServerError");
  }

  private hangUp(code: number, reason: string): void {
    this.close();
    // A paused socket would not hear the peer's goodbye.
    this.socket.resume();
    this.socket.close(code, reason);
  }

  /** Reads on only while the answers keep up (SYNC-16). */
  private regulate(): void {
    const full = !this.closed && (this.load.full || this.outbox.overflowing);
    if (full !== this.socket.isPaused) full ? this.socket.pause() : this.socket.resume();
  }
}

function callOf({ path, args, componentPath }: MutationRequest | ActionRequest, identity: Identity) {
  const allowInternal = identity.kind === "admin";
  if (componentPath !== "" && !allowInternal)
    throw new InvalidMessage("only an admin calls the functions of a component");
  return { namespace: componentPath, path, args, identity, allowInternal };
}

function composeOutcome(outcome: Outcome): string {
  const logLines = `"logLines":${JSON.stringify(outcome.logLines)}`;
  if (outcome.ok) return `"success":true,"result":${outcome.value},${logLines}`;
  const data = outcome.data === undefined ? "" : `,"errorData":${outcome.data}`;
  return `"success":false,"result":${JSON.stringify(outcome.message)}${data},${logLines}`;
}
