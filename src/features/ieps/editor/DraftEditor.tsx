import { Placeholder, UndoRedo } from "@tiptap/extensions";
import { type Editor, EditorContent, useEditor } from "@tiptap/react";
import { useEffect, useMemo } from "react";
import { proseExtensions } from "#convex/editorSchema.ts";
import { type RemoteCaret, showCarets } from "../carets/caretPlugin.ts";
import { type CaretAt, ownCaret } from "../carets/placeCaret.ts";
import type { DraftSession } from "../sync/draftSession.ts";
import "./editor.css";
import { sharedDraft } from "./sharedDraft.ts";
import { Toolbar } from "./Toolbar.tsx";

/** A section's text as it is written together. */
export function DraftEditor({
  session,
  label,
  placeholder,
  isEditable,
  carets,
  onCaret,
}: {
  session: DraftSession;
  /** Names the text for assistive technology, for example "Present levels". */
  label: string;
  placeholder: string;
  isEditable: boolean;
  carets: readonly RemoteCaret[];
  /** Tells where one's own caret stands while the text has the focus, and null when it leaves. */
  onCaret: (caret: CaretAt | null) => void;
}) {
  const extensions = useMemo(
    () => [...proseExtensions, UndoRedo, Placeholder.configure({ placeholder }), sharedDraft(session)],
    [placeholder, session],
  );
  const content = useMemo(() => session.state.doc.toJSON(), [session]);
  const editor = useEditor(
    {
      extensions,
      content,
      editable: isEditable,
      editorProps: {
        attributes: {
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": label,
          "aria-readonly": String(!isEditable),
          class: "reading draft-text",
        },
      },
      onTransaction: ({ editor: current, transaction }) => {
        if (current.isFocused && (transaction.docChanged || transaction.selectionSet))
          tellCaret(current, onCaret);
      },
      onFocus: ({ editor: current }) => tellCaret(current, onCaret),
      onBlur: () => onCaret(null),
    },
    [extensions, content],
  );
  useEffect(() => editor?.setEditable(isEditable, false), [editor, isEditable]);
  // Presence speaks often and mostly of other sections: a redraw now could undo a selection being made.
  const shown = JSON.stringify(carets);
  useEffect(() => {
    if (editor && !editor.isDestroyed) editor.view.dispatch(showCarets(editor.state, JSON.parse(shown)));
  }, [editor, shown]);
  return (
    <div className="draft">
      {isEditable && editor && <Toolbar editor={editor} label={label} />}
      <EditorContent editor={editor} />
    </div>
  );
}

function tellCaret(editor: Editor, onCaret: (caret: CaretAt) => void): void {
  if (!editor.isDestroyed) onCaret(ownCaret(editor.state));
}
