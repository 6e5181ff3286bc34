import type { JSONContent } from "@tiptap/core";
import { type Html, html } from "./html";

/** The text of a section as it is kept, for a page: the nodes and marks of editorSchema.ts, and no others. */
export function proseHtml(node: JSONContent): Html {
  const inner = (node.content ?? []).map(proseHtml);
  switch (node.type) {
    case "text":
      return (node.marks ?? []).reduce((text, { type }) => marked(type, text), html`${node.text ?? ""}`);
    case "paragraph":
      return html`<p dir="auto">${inner}</p>`;
    case "heading":
      return html`<h3 dir="auto">${inner}</h3>`;
    case "bulletList":
      return html`<ul>${inner}</ul>`;
    case "orderedList":
      return html`<ol start="${Number(node.attrs?.start ?? 1)}">${inner}</ol>`;
    case "listItem":
      return html`<li>${inner}</li>`;
    case "blockquote":
      return html`<blockquote>${inner}</blockquote>`;
    case "hardBreak":
      return html`<br>`;
    default:
      return html`${inner}`;
  }
}

function marked(type: string, text: Html): Html {
  switch (type) {
    case "bold":
      return html`<strong>${text}</strong>`;
    case "italic":
      return html`<em>${text}</em>`;
    case "underline":
      return html`<u>${text}</u>`;
    case "strike":
      return html`<s>${text}</s>`;
    default:
      return text;
  }
}

/** Whether there is anything to read in it. */
export const isEmptyProse = (node: JSONContent): boolean =>
  node.type === "text" ? (node.text ?? "").trim() === "" : (node.content ?? []).every(isEmptyProse);
