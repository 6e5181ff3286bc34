import type { EditorState } from "@tiptap/pm/state";
import { type Draft, draftOf } from "../sync/draftPlugin.ts";

/** Two ends of a selection as positions in the text of one version. */
export interface CaretAt {
  readonly anchor: number;
  readonly head: number;
  readonly version: number;
}

export interface Placed {
  readonly anchor: number;
  readonly head: number;
}

/**
 * Where somebody's caret stands in the text as it reads here: carried through the versions accepted since, then
 * through one's own pending steps. What the caret's owner types at it pushes it on; what others type there does not.
 * Null when the caret is of a version not yet here, or too old to follow.
 */
export function placeCaret(draft: Draft, personId: string, caret: CaretAt): Placed | null {
  const oldest = draft.version - draft.recent.length;
  if (caret.version < oldest || caret.version > draft.version) return null;
  const place = (position: number) => {
    let at = position;
    for (const { map, authorId } of draft.recent.slice(caret.version - oldest)) {
      at = map.map(at, authorId === personId ? 1 : -1);
    }
    for (const { step } of draft.pending) at = step.getMap().map(at, -1);
    return at;
  };
  return { anchor: place(caret.anchor), head: place(caret.head) };
}

/** One's own selection in the words of the newest accepted version, to be shown to others. */
export function ownCaret(state: EditorState): CaretAt {
  const draft = draftOf(state);
  const back = (position: number) =>
    draft.pending.toReversed().reduce((at, { inverted }) => inverted.getMap().map(at, 1), position);
  const { anchor, head } = state.selection;
  return { anchor: back(anchor), head: back(head), version: draft.version };
}
