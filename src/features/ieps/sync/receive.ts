import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { Mapping, Step } from "@tiptap/pm/transform";
import { type Draft, draftKey, draftOf, type PendingStep, remember } from "./draftPlugin.ts";

/** A step that the server accepted, in the order of versions. */
export interface AcceptedStep {
  readonly step: Step;
  readonly clientId: string;
  readonly serial: number;
  readonly authorId: string | null;
}

/** What the server sent does not fit on the confirmed text: the two no longer agree. */
export class DivergedError extends Error {
  override name = "DivergedError";
}

/** The transaction to apply, and own steps that found no place any more (their words are offered back). */
export interface Received {
  readonly transaction: Transaction;
  readonly lost: readonly PendingStep[];
}

/** Cuts accepted steps where the author changes sides: stretches of this client's steps and of others'. */
export function stretches(accepted: readonly AcceptedStep[], clientId: string): AcceptedStep[][] {
  const result: AcceptedStep[][] = [];
  for (const step of accepted) {
    const last = result.at(-1);
    const isOwn = step.clientId === clientId;
    if (last?.[0] && (last[0].clientId === clientId) === isOwn) last.push(step);
    else result.push([step]);
  }
  return result;
}

/**
 * Takes in one stretch of accepted steps that follow the draft's version.
 * Others' steps go under the pending ones. Own steps normally are the first pending ones and are counted off;
 * where the server's differ (mapped differently, left out) its word replaces ours.
 */
export function receive(state: EditorState, stretch: readonly AcceptedStep[]): Received {
  const draft = draftOf(state);
  const isOwn = stretch[0]?.clientId === draft.clientId;
  if (!isOwn) return rebase(state, stretch, 0);
  const confirmed = draft.pending.slice(0, stretch.length);
  const isAsSent =
    confirmed.length === stretch.length &&
    stretch.every(({ step, serial }, index) => {
      const own = confirmed[index];
      return own?.serial === serial && sameStep(own.step, step);
    });
  if (!isAsSent) return rebase(state, stretch, stretch.at(-1)?.serial ?? 0);
  const next: Draft = {
    ...draft,
    version: draft.version + stretch.length,
    pending: draft.pending.slice(stretch.length),
    recent: remember(
      draft.recent,
      stretch.map(({ step, authorId }) => ({ map: step.getMap(), authorId })),
    ),
  };
  return { transaction: silent(state.tr).setMeta(draftKey, next), lost: [] };
}

/** Drops pending steps that the server has processed up to `through` without keeping them. Null if none. */
export function settle(state: EditorState, through: number): Received | null {
  const isLeftOut = draftOf(state).pending.some((pending) => pending.serial <= through);
  return isLeftOut ? rebase(state, [], through) : null;
}

/** Rolls the pending steps back, applies the accepted ones, and replays the pending ones after `through`. */
function rebase(state: EditorState, accepted: readonly AcceptedStep[], through: number): Received {
  const draft = draftOf(state);
  const count = draft.pending.length;
  const tr = silent(state.tr);
  for (const { inverted } of draft.pending.toReversed()) tr.step(inverted);
  const redone = applyAccepted(tr, draft, accepted);
  const kept: PendingStep[] = [];
  const lost: PendingStep[] = [];
  draft.pending.forEach((pending, index) => {
    if (redone.has(pending.serial)) return;
    const mapped = pending.serial > through ? pending.step.map(tr.mapping.slice(count - index)) : null;
    const before = tr.doc;
    if (!mapped || tr.maybeStep(mapped).failed) {
      lost.push(pending);
      return;
    }
    // Pairs the rollback with the replay, so that positions and the undo history pass through both unharmed.
    pair(tr.mapping, count - 1 - index, tr.steps.length - 1);
    kept.push({ serial: pending.serial, step: mapped, inverted: mapped.invert(before) });
  });
  if (count) tr.setMeta("rebased", count);
  const next: Draft = {
    ...draft,
    version: draft.version + accepted.length,
    nextSerial: Math.max(draft.nextSerial, ...[...redone].map((serial) => serial + 1)),
    pending: kept,
    recent: remember(
      draft.recent,
      accepted.map(({ step, authorId }) => ({ map: step.getMap(), authorId })),
    ),
  };
  keepSelection(state, tr);
  return { transaction: tr.setMeta(draftKey, next), lost };
}

/** Applies the server's steps on the confirmed text; answers which of our serials are among them. */
function applyAccepted(tr: Transaction, draft: Draft, accepted: readonly AcceptedStep[]): Set<number> {
  const redone = new Set<number>();
  const count = draft.pending.length;
  for (const { step, clientId, serial } of accepted) {
    try {
      tr.step(step);
    } catch (cause) {
      throw new DivergedError("An accepted step does not apply", { cause });
    }
    if (clientId !== draft.clientId) continue;
    redone.add(serial);
    const index = draft.pending.findIndex((pending) => pending.serial === serial);
    if (index >= 0) pair(tr.mapping, count - 1 - index, tr.steps.length - 1);
  }
  return redone;
}

/** The caret stays before what others insert exactly at it, and chosen marks (bold, not yet typed) survive. */
function keepSelection(state: EditorState, tr: Transaction): void {
  const { selection } = state;
  if (tr.docChanged && selection instanceof TextSelection) {
    const anchor = tr.doc.resolve(tr.mapping.map(selection.anchor, -1));
    const head = tr.doc.resolve(tr.mapping.map(selection.head, -1));
    tr.setSelection(TextSelection.between(anchor, head, -1));
  }
  if (state.storedMarks) tr.setStoredMarks(state.storedMarks);
}

/** ProseMirror's own pairing of a step with its rollback; it exists but is left out of the published types. */
function pair(mapping: Mapping, rollback: number, replay: number): void {
  (mapping as Mapping & { setMirror(one: number, other: number): void }).setMirror(rollback, replay);
}

function silent(tr: Transaction): Transaction {
  return tr.setMeta("addToHistory", false);
}

function sameStep(one: Step, other: Step): boolean {
  return JSON.stringify(one.toJSON()) === JSON.stringify(other.toJSON());
}
