import { type Extensions, getSchema, type JSONContent } from "@tiptap/core";
import type { Schema } from "@tiptap/pm/model";
import { StarterKit } from "@tiptap/starter-kit";

/**
 * What a section of a plan may contain: paragraphs, two levels of heading, lists, quotes, and emphasis. Browser
 * and server build the same schema from this list, so a step that one of them makes the other understands.
 *
 * No links, code or pictures: nothing that could carry an address or a script into a child's plan. The undo
 * history and the trailing paragraph are left out, because both write to the text by themselves: an editor that
 * is shared adds an undo that knows whose change was whose.
 */
export const proseExtensions: Extensions = [
  StarterKit.configure({
    heading: { levels: [3, 4] },
    link: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    undoRedo: false,
    trailingNode: false,
  }),
];

/** The ProseMirror schema of a section; built without a DOM. */
export const proseSchema: Schema = getSchema(proseExtensions);

/** The text that every section begins with: one empty paragraph. */
export const emptyProse: JSONContent = { type: "doc", content: [{ type: "paragraph" }] };
