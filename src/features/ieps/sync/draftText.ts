import type { JSONContent } from "@tiptap/core";
import { Node } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { Step } from "@tiptap/pm/transform";
import type { Tail } from "./authority.ts";
import { type Draft, draftKey, draftOf, type PendingStep } from "./draftPlugin.ts";
import { draftState } from "./draftRecord.ts";
import { type AcceptedStep, DivergedError, type Received, receive, settle, stretches } from "./receive.ts";
import { wordsOf } from "./unsentWords.ts";

/** Where the text is shown: an editor's view, or nothing but a state. */
export interface Surface {
  readonly state: EditorState;
  dispatch(transaction: Transaction): void;
}

/** One document's text on this page, in an editor or without one, and the words that found no place in it. */
export class DraftText {
  private surface: Surface;
  private lost = "";

  constructor(state: EditorState) {
    this.surface = headless(state);
  }

  get state(): EditorState {
    return this.surface.state;
  }

  get draft(): Draft {
    return draftOf(this.surface.state);
  }

  get hasUnsent(): boolean {
    return this.draft.pending.length > 0;
  }

  get lostWords(): string {
    return this.lost;
  }

  forgetLostWords(): void {
    this.lost = "";
  }

  attach(surface: Surface): void {
    this.surface = surface;
  }

  /** Keeps the text when its editor goes away. An editor that has been replaced takes nothing with it. */
  detach(surface: Surface): void {
    if (this.surface === surface) {
      this.surface = headless(draftState(surface.state.doc, draftOf(surface.state)));
    }
  }

  dispatch(transaction: Transaction): void {
    this.surface.dispatch(transaction);
  }

  /** Takes in the steps of a tail that are not here yet. Throws `DivergedError` when they do not fit. */
  receive(tail: Tail): void {
    const { clientId, version } = this.draft;
    const first = tail.version - tail.steps.length;
    if (first > version || tail.version <= version) throw new DivergedError("Versions are missing");
    const accepted: AcceptedStep[] = tail.steps.slice(version - first).map((record) => ({
      step: Step.fromJSON(this.state.schema, JSON.parse(record.step)),
      clientId: record.clientId,
      serial: record.serial,
      authorId: record.personId,
    }));
    for (const stretch of stretches(accepted, clientId)) this.apply(receive(this.state, stretch));
  }

  /** Lets go of steps up to `through` that the server processed without keeping them. */
  settle(through: number): void {
    const settled = settle(this.state, through);
    if (settled) this.apply(settled);
  }

  /** Puts the server's text in the place of this one; what was unsent becomes lost words. */
  replace(version: number, content: JSONContent): void {
    const { state, draft } = this;
    this.lose(draft.pending);
    const text = Node.fromJSON(state.schema, content);
    const next: Draft = { ...draft, version, pending: [], recent: [] };
    this.dispatch(
      state.tr
        .replaceWith(0, state.doc.content.size, text.content)
        .setMeta("addToHistory", false)
        .setMeta(draftKey, next),
    );
  }

  private apply({ transaction, lost }: Received): void {
    this.dispatch(transaction);
    this.lose(lost);
  }

  private lose(pending: readonly PendingStep[]): void {
    const words = wordsOf(pending.map(({ step }) => step));
    if (words) this.lost = this.lost ? `${this.lost}\n${words}` : words;
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
