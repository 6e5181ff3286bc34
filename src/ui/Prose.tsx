import type { JSONContent } from "@tiptap/core";
import { renderJSONContentToReactElement } from "@tiptap/static-renderer/json/react";
import { createElement, type ReactNode } from "react";

const element =
  (tag: string) =>
  ({ children }: { children?: ReactNode | ReactNode[] }) =>
    createElement(tag, null, children);

const render = renderJSONContentToReactElement({
  nodeMapping: {
    doc: ({ children }) => children,
    // An empty paragraph keeps its line, as it does while it is written.
    paragraph: ({ children, node }) =>
      createElement("p", { dir: "auto" }, node.content?.length ? children : createElement("br")),
    text: ({ node }) => node.text ?? "",
    heading: ({ children, node }) =>
      createElement(node.attrs?.level === 4 ? "h4" : "h3", { dir: "auto" }, children),
    // A list's marks stand on the side where its words begin.
    bulletList: ({ children }) => createElement("ul", { dir: "auto" }, children),
    orderedList: ({ children, node }) =>
      createElement("ol", { start: node.attrs?.start, dir: "auto" }, children),
    listItem: element("li"),
    blockquote: element("blockquote"),
    hardBreak: () => createElement("br"),
  },
  markMapping: {
    bold: ({ children }) => createElement("strong", null, children),
    italic: ({ children }) => createElement("em", null, children),
    underline: ({ children }) => createElement("u", null, children),
    strike: ({ children }) => createElement("s", null, children),
  },
});

/** Rich text to read, from ProseMirror JSON: what the editor shows, without the weight of an editor. */
export function Prose({ content }: { content: JSONContent }) {
  return <div className="reading">{render({ content: { type: "doc", ...content } })}</div>;
}
