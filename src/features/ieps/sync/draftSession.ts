import { Node, type Schema } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import type { Authority, SubmitAnswer, Tail } from "./authority.ts";
import { draftState, restore } from "./draftRecord.ts";
import { type DraftStatus, statusOf } from "./draftStatus.ts";
import type { DraftClaim } from "./draftStore.ts";
import { DraftText, type Surface } from "./draftText.ts";
import { Keeper } from "./keeper.ts";
import { DivergedError } from "./receive.ts";
import { refusalOf } from "./refusal.ts";
import { nextSubmission } from "./submission.ts";

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
  private readonly text: DraftText;
  private readonly keeper: Keeper;
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
  private retry: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly stops: (() => void)[];

  /** Opens the document: from unsent steps left on this device, else from the server's text. */
  static async open(parts: SessionParts): Promise<DraftSession> {
    const { schema, claim, authority, authorId } = parts;
    const kept = claim.record && restore(schema, claim.record);
    if (kept) return new DraftSession(parts, kept);
    const { version, content } = await authority.snapshot();
    const draft = {
      clientId: claim.clientId,
      authorId,
      version,
      // A record that could not be restored has used up its serials all the same.
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
    this.text = new DraftText(state);
    this.keeper = new Keeper(
      parts.claim,
      () => this.text.state,
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
    return this.text.state;
  }

  /** From now on the text lives in this editor. It must have been created from `state` (see `inSchema`). */
  attach(surface: Surface): void {
    this.text.attach(surface);
    void this.take(this.tail);
  }

  /** The editor goes away; the session keeps its text and goes on sending. */
  detach(surface: Surface): void {
    this.text.detach(surface);
  }

  /** Applies a transaction where the text lives now. */
  dispatch(transaction: Transaction): void {
    this.text.dispatch(transaction);
  }

  /** To be called after each transaction of the editor that changed the text. */
  changed(): void {
    void this.keep();
    this.report();
    void this.send();
  }

  getStatus = (): DraftStatus => this.status;
  /** Words that found no place in the shared text, to be offered for pasting. */
  getLostWords = (): string => this.text.lostWords;
  hasUnsent = (): boolean => this.text.hasUnsent;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  dismissLostWords(): void {
    this.text.forgetLostWords();
    void this.keep();
    this.tell();
  }

  /** After a refusal: takes the server's text; the unsent words are offered as lost words. */
  async reset(): Promise<void> {
    await this.replaceText();
    await this.take(this.tail);
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
    await this.keep();
    this.parts.claim.release();
  }

  private async take(tail: Tail): Promise<void> {
    if (tail.version >= this.tail.version) this.tail = tail;
    if (this.isCatchingUp || this.isClosed) return;
    this.isCatchingUp = true;
    try {
      while (this.isBehind()) {
        const { version } = this.text.draft;
        const isEnough = this.tail.version - this.tail.steps.length <= version;
        this.text.receive(isEnough ? this.tail : await this.parts.authority.stepsAfter(version));
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

  private async replaceText(): Promise<void> {
    const { version, content } = await this.parts.authority.snapshot();
    this.text.replace(version, content);
    this.refusal = null;
    this.due = null;
    this.afterReceiving();
  }

  /** Words that were refused for good stay on the device, to be offered again, until the person has them. */
  private async keep(): Promise<void> {
    if (!this.isFrozen || !this.text.lostWords) await this.keeper.keep();
  }

  private settleDue(): void {
    if (!this.due || this.text.draft.version < this.due.version) return;
    this.text.settle(this.due.through);
    this.due = null;
  }

  private afterReceiving(): void {
    if (this.hadUnsent && !this.hasUnsent()) this.savedAt = this.parts.now();
    void this.keep();
    this.report();
  }

  private async send(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    try {
      while (this.maySend()) {
        const keptSerial = await this.keeper.keep();
        const submission = nextSubmission(this.text.draft, keptSerial);
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
    const isOpen = !this.isClosed && !this.refusal && !this.isFrozen;
    return isOpen && !this.due && !this.isBehind() && this.hasUnsent();
  }

  private isBehind(): boolean {
    return this.text.draft.version < this.tail.version;
  }

  private answered(answer: SubmitAnswer): void {
    // The tail that brings the versions may still be on its way: then `take` settles and sends again.
    this.due = { version: answer.version, through: answer.status === "behind" ? 0 : answer.through };
    if (this.isCatchingUp) return;
    this.settleDue();
    this.afterReceiving();
  }

  private refuse(error: unknown): void {
    const { code, isFinal } = refusalOf(error);
    this.isFrozen = isFinal;
    this.refusal = code;
    if (!code && !this.isClosed) {
      this.refusal = "unavailable";
      this.retry = setTimeout(() => this.tryAgain(), RETRY_AFTER_MS);
    }
    this.report();
    // Nothing more is taken here: show the text as it stands, and offer what did not get in.
    if (isFinal && this.hasUnsent()) void this.reset().catch(() => {});
  }

  private report(): void {
    this.hadUnsent = this.hasUnsent();
    this.status = statusOf({
      isConnected: this.parts.connection.isConnected(),
      pending: this.text.draft.pending.length,
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
