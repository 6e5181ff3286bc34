import { Node, type Schema } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { Step } from "@tiptap/pm/transform";
import type { Authority, SubmitAnswer, Tail } from "./authority.ts";
import { type Draft, draftKey, draftOf, type PendingStep } from "./draftPlugin.ts";
import { draftState, restore } from "./draftRecord.ts";
import { type DraftStatus, statusOf } from "./draftStatus.ts";
import type { DraftClaim } from "./draftStore.ts";
import { Keeper } from "./keeper.ts";
import { type AcceptedStep, DivergedError, type Received, receive, settle, stretches } from "./receive.ts";
import { refusalOf } from "./refusal.ts";
import { nextSubmission } from "./submission.ts";
import { wordsOf } from "./unsentWords.ts";

/** Where the text is shown: an editor's view, or nothing but a state. */
export interface Surface {
  readonly state: EditorState;
  dispatch(transaction: Transaction): void;
}

export interface Connection {
  isConnected(): boolean;
  subscribe(onChange: () => void): () => void;
}

export interface SessionParts {
  readonly documentId: string;
  readonly authorId: string;
  readonly schema: Schema;
  readonly authority: Authority;
  readonly connection: Connection;
  readonly claim: DraftClaim;
  readonly now: () => number;
}

/** How long to wait before a submission that failed for no stated reason is tried again, in ms. */
const RETRY_AFTER_MS = 3_000;

/**
 * Keeps one open document in step with the server: takes in accepted steps at once, sends own steps one
 * submission at a time, and never blocks typing. It outlives the editor that it is attached to: steps left
 * when the page moves on are still sent.
 */
export class DraftSession {
  readonly documentId: string;
  private readonly keeper: Keeper;
  private surface: Surface;
  private tail: Tail = { version: 0, steps: [] };
  private isCatchingUp = false;
  private isSending = false;
  private isClosed = false;
  private isFrozen = false;
  /** Processed by the server up to this serial once this version has been taken in. */
  private due: { version: number; through: number } | null = null;
  private refusal: string | null = null;
  private savedAt: number | null = null;
  private hadUnsent = false;
  private status: DraftStatus = { kind: "saved", at: null };
  private lost = "";
  private retry: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly stops: (() => void)[];

  /** Opens the document: from unsent steps left on this device, else from the server's text. */
  static async open(parts: SessionParts): Promise<DraftSession> {
    const { schema, claim, authority, authorId } = parts;
    if (claim.record) {
      try {
        return new DraftSession(parts, restore(schema, claim.record));
      } catch {
        // The record is of another schema: the server's text, with the record's words offered below.
      }
    }
    const { version, content } = await authority.snapshot();
    const draft: Draft = {
      clientId: claim.clientId,
      authorId,
      version,
      nextSerial: claim.record?.nextSerial ?? 1,
      pending: [],
      recent: [],
    };
    return new DraftSession(parts, draftState(Node.fromJSON(schema, content), draft));
  }

  private constructor(
    private readonly parts: SessionParts,
    state: EditorState,
  ) {
    this.documentId = parts.documentId;
    this.surface = headless(state);
    this.keeper = new Keeper(
      parts.claim,
      () => this.surface.state,
      parts.documentId,
      () => this.report(),
    );
    this.stops = [
      parts.connection.subscribe(() => this.report()),
      parts.authority.watch(
        (tail) => void this.take(tail),
        (error) => this.refuse(error),
      ),
    ];
    this.report();
    void this.send();
  }

  get state(): EditorState {
    return this.surface.state;
  }

  /** From now on the text lives in this editor. It must have been created from `state` (see `inSchema`). */
  attach(surface: Surface): void {
    this.surface = surface;
    void this.take(this.tail);
  }

  /** The editor goes away; the session keeps its text and goes on sending. */
  detach(surface: Surface): void {
    if (this.surface !== surface) return;
    this.surface = headless(draftState(surface.state.doc, draftOf(surface.state)));
  }

  /** Applies a transaction where the text lives now. */
  dispatch(transaction: Transaction): void {
    this.surface.dispatch(transaction);
  }

  /** To be called after each transaction of the editor that changed the text. */
  changed(): void {
    void this.keeper.keep();
    this.report();
    void this.send();
  }

  getStatus = (): DraftStatus => this.status;
  /** Words that found no place in the shared text, to be offered for pasting. */
  getLostWords = (): string => this.lost;
  hasUnsent = (): boolean => draftOf(this.surface.state).pending.length > 0;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  dismissLostWords(): void {
    this.lost = "";
    this.tell();
  }

  /** After a refusal: takes the server's text; the unsent words are offered as lost words. */
  async reset(): Promise<void> {
    await this.replaceText();
    await this.take(this.tail);
  }

  private async replaceText(): Promise<void> {
    const { version, content } = await this.parts.authority.snapshot();
    const { state } = this.surface;
    const draft = draftOf(state);
    this.lose(draft.pending);
    const text = Node.fromJSON(state.schema, content);
    const transaction = state.tr
      .replaceWith(0, state.doc.content.size, text.content)
      .setMeta("addToHistory", false)
      .setMeta(draftKey, { ...draft, version, pending: [], recent: [] } satisfies Draft);
    this.surface.dispatch(transaction);
    this.refusal = null;
    this.due = null;
    this.afterReceiving();
  }

  /** Tries again what the server did not answer. */
  tryAgain(): void {
    clearTimeout(this.retry);
    this.refusal = null;
    this.report();
    void this.take(this.tail);
  }

  /** Stops watching. What is unsent stays on the device for the next opening. */
  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.retry);
    for (const stop of this.stops) stop();
    await this.keeper.keep();
    this.parts.claim.release();
  }

  private async take(tail: Tail): Promise<void> {
    if (tail.version >= this.tail.version) this.tail = tail;
    if (this.isCatchingUp || this.isClosed) return;
    this.isCatchingUp = true;
    try {
      while (draftOf(this.surface.state).version < this.tail.version) {
        const { version } = draftOf(this.surface.state);
        const isEnough = this.tail.version - this.tail.steps.length <= version;
        this.receiveAll(isEnough ? this.tail : await this.parts.authority.stepsAfter(version));
      }
      this.settleDue();
    } catch (error) {
      if (error instanceof DivergedError) await this.replaceText().catch((cause) => this.refuse(cause));
      else this.refuse(error);
    } finally {
      this.isCatchingUp = false;
    }
    this.afterReceiving();
    if (this.isBehind() && !this.refusal) void this.take(this.tail);
    else void this.send();
  }

  private receiveAll(tail: Tail): void {
    const { schema } = this.surface.state;
    const { clientId, version } = draftOf(this.surface.state);
    const first = tail.version - tail.steps.length;
    if (first > version || tail.version <= version) throw new DivergedError("Versions are missing");
    const accepted: AcceptedStep[] = tail.steps.slice(version - first).map((record) => ({
      step: Step.fromJSON(schema, JSON.parse(record.step)),
      clientId: record.clientId,
      serial: record.serial,
      authorId: record.personId,
    }));
    for (const stretch of stretches(accepted, clientId)) this.apply(receive(this.surface.state, stretch));
  }

  private settleDue(): void {
    if (!this.due || draftOf(this.surface.state).version < this.due.version) return;
    const settled = settle(this.surface.state, this.due.through);
    if (settled) this.apply(settled);
    this.due = null;
  }

  private apply({ transaction, lost }: Received): void {
    this.surface.dispatch(transaction);
    this.lose(lost);
  }

  private lose(pending: readonly PendingStep[]): void {
    const words = wordsOf(pending.map(({ step }) => step));
    if (words) this.lost = this.lost ? `${this.lost}\n${words}` : words;
  }

  private afterReceiving(): void {
    if (this.hadUnsent && !this.hasUnsent()) this.savedAt = this.parts.now();
    void this.keeper.keep();
    this.report();
  }

  private async send(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    try {
      while (this.maySend()) {
        const keptSerial = await this.keeper.keep();
        const submission = nextSubmission(draftOf(this.surface.state), keptSerial);
        if (!submission || !this.maySend()) continue;
        this.answered(await this.parts.authority.submit(submission));
      }
    } catch (error) {
      this.refuse(error);
    } finally {
      this.isSending = false;
    }
  }

  private maySend(): boolean {
    return (
      !this.isClosed && !this.refusal && !this.isFrozen && !this.due && !this.isBehind() && this.hasUnsent()
    );
  }

  private isBehind(): boolean {
    return draftOf(this.surface.state).version < this.tail.version;
  }

  private answered(answer: SubmitAnswer): void {
    if (answer.status === "behind") {
      // The tail that brings the missing versions may still be on its way: `take` sends again.
      this.due = { version: answer.version, through: 0 };
    } else {
      this.due = { version: answer.version, through: answer.through };
    }
    if (this.isCatchingUp) return;
    try {
      this.settleDue();
    } catch (error) {
      this.refuse(error);
    }
    this.afterReceiving();
  }

  private refuse(error: unknown): void {
    const refusal = refusalOf(error);
    this.isFrozen = refusal.isFinal;
    this.refusal = refusal.code;
    if (!refusal.code && !this.isClosed) {
      this.refusal = "unavailable";
      this.retry = setTimeout(() => this.tryAgain(), RETRY_AFTER_MS);
    }
    this.report();
    // Nothing more is taken here: show the text as it stands, and offer what did not get in.
    if (refusal.isFinal && this.hasUnsent()) void this.reset().catch(() => {});
  }

  private report(): void {
    this.hadUnsent = this.hasUnsent();
    this.status = statusOf({
      isConnected: this.parts.connection.isConnected(),
      pending: draftOf(this.surface.state).pending.length,
      isKept: this.keeper.isKept,
      savedAt: this.savedAt,
      refusal: this.refusal,
      isFrozen: this.isFrozen,
    });
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

function headless(state: EditorState): Surface {
  const surface = {
    state,
    dispatch(transaction: Transaction) {
      surface.state = surface.state.apply(transaction);
    },
  };
  return surface;
}
