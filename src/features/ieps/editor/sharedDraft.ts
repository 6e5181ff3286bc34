import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { caretPlugin } from "../carets/caretPlugin.ts";
import { draftOf, draftPlugin } from "../sync/draftPlugin.ts";
import { inSchema } from "../sync/draftRecord.ts";
import type { DraftSession } from "../sync/draftSession.ts";

/** Joins an editor to its document's session. */
export function sharedDraft(session: DraftSession) {
  return Extension.create({
    name: "sharedDraft",
    addProseMirrorPlugins() {
      const start = draftOf(inSchema(session.state, this.editor.schema));
      return [draftPlugin(start), caretPlugin(), attachment(session)];
    },
  });
}

function attachment(session: DraftSession): Plugin {
  return new Plugin({
    view(view: EditorView) {
      let isHere = true;
      // The view is still being built here, and attaching may already bring others' steps.
      queueMicrotask(() => isHere && session.attach(view));
      return {
        update(current, before) {
          if (draftOf(current.state).nextSerial > draftOf(before).nextSerial) session.changed();
        },
        destroy() {
          isHere = false;
          session.detach(view);
        },
      };
    },
  });
}
