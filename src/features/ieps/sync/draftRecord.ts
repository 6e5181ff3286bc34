import type { JSONContent } from "@tiptap/core";
import type { Node, Schema } from "@tiptap/pm/model";
import { EditorState } from "@tiptap/pm/state";
import { Step, Transform } from "@tiptap/pm/transform";
import { type Draft, draftOf, draftPlugin, type PendingStep } from "./draftPlugin.ts";

/** A document's unsent steps as they lie on the device, with the confirmed text that they stand on. */
export interface DraftRecord {
  readonly clientId: string;
  readonly documentId: string;
  readonly authorId: string;
  readonly version: number;
  readonly nextSerial: number;
  readonly confirmed: JSONContent;
  readonly pending: readonly { readonly serial: number; readonly step: unknown }[];
}

/** The text of the draft's version, without what is still pending. */
export function confirmedText(state: EditorState): Node {
  const back = new Transform(state.doc);
  for (const { inverted } of draftOf(state).pending.toReversed()) back.step(inverted);
  return back.doc;
}

export function recordOf(state: EditorState, documentId: string): DraftRecord {
  const { clientId, authorId, version, nextSerial, pending } = draftOf(state);
  return {
    clientId,
    documentId,
    authorId,
    version,
    nextSerial,
    confirmed: confirmedText(state).toJSON(),
    pending: pending.map(({ serial, step }) => ({ serial, step: step.toJSON() })),
  };
}

/** The state that a record describes. Throws when it does not fit the schema. */
function rebuild(schema: Schema, record: DraftRecord): EditorState {
  const text = new Transform(schema.nodeFromJSON(record.confirmed));
  const pending: PendingStep[] = record.pending.map(({ serial, step: json }) => {
    const step = Step.fromJSON(schema, json);
    const inverted = step.invert(text.doc);
    text.step(step);
    return { serial, step, inverted };
  });
  const { clientId, authorId, version, nextSerial } = record;
  return draftState(text.doc, { clientId, authorId, version, nextSerial, pending, recent: [] });
}

/**
 * The state that a record on the device describes; null when it was made for another schema, which this version
 * can neither show nor send.
 */
export function restore(schema: Schema, record: DraftRecord): EditorState | null {
  try {
    return rebuild(schema, record);
  } catch {
    return null;
  }
}

/** An editor state without an editor: what a session works on while nobody looks at the document. */
export function draftState(doc: Node, draft: Draft): EditorState {
  return EditorState.create({ doc, plugins: [draftPlugin(draft)] });
}

/** The same text and draft in another editor's schema: each editor builds its own from the same extensions. */
export function inSchema(state: EditorState, schema: Schema): EditorState {
  const { recent } = draftOf(state);
  const moved = rebuild(schema, recordOf(state, ""));
  return draftState(moved.doc, { ...draftOf(moved), recent });
}
