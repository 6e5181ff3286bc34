/** Blocks of ProseMirror JSON, for texts that are written in code. */
export type Block = { type: string; attrs?: Record<string, unknown>; content?: unknown[] };

const text = (words: string) => ({ type: "text", text: words });
const bold = (words: string) => ({ ...text(words), marks: [{ type: "bold" }] });
const paragraph = (...content: unknown[]): Block => ({ type: "paragraph", content });

/** A heading within a section. */
export const heading = (words: string): Block => ({
  type: "heading",
  attrs: { level: 3 },
  content: [text(words)],
});

/** A smaller heading below another. */
export const subheading = (words: string): Block => ({
  type: "heading",
  attrs: { level: 4 },
  content: [text(words)],
});

export const p = (words: string): Block => paragraph(text(words));

/** A paragraph that begins with a few words in bold. */
export const led = (label: string, words: string): Block => paragraph(bold(label), text(` ${words}`));

export const quote = (words: string): Block => ({ type: "blockquote", content: [p(words)] });

export const list = (...items: string[]): Block => ({
  type: "bulletList",
  content: items.map((item) => ({ type: "listItem", content: [p(item)] })),
});

export const numbered = (...items: string[]): Block => ({
  type: "orderedList",
  attrs: { start: 1, type: null },
  content: items.map((item) => ({ type: "listItem", content: [p(item)] })),
});
