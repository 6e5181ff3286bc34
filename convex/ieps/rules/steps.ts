import type { Node } from "@tiptap/pm/model";
import { Step } from "@tiptap/pm/transform";
import { proseSchema } from "../../editorSchema";
import { problem } from "../../errors";

/** What one section and one submit may hold. A section is a few pages; these leave room for fifty. */
export const proseLimits = {
  /** Characters of the document's JSON. */
  document: 200_000,
  stepsPerSubmit: 64,
  /** Characters of all steps of one submit. */
  submit: 100_000,
  /** Nested blocks; a list within a list adds two. */
  depth: 24,
} as const;

const positions = ["from", "to", "gapFrom", "gapTo", "insert", "pos"] as const;

function readStep(text: string): Step {
  const json: unknown = JSON.parse(text);
  if (typeof json !== "object" || json === null) throw new RangeError("not a step");
  for (const name of positions) {
    const value: unknown = (json as Record<string, unknown>)[name];
    if (value !== undefined && !Number.isSafeInteger(value)) throw new RangeError("not a position");
  }
  return Step.fromJSON(proseSchema, json);
}

/**
 * Reads the steps of one submit.
 * @throws steps_too_many, document_too_large, or steps_invalid; never with any of the text that was sent
 */
export function readSteps(texts: readonly string[]): Step[] {
  if (texts.length > proseLimits.stepsPerSubmit) {
    throw problem("steps_too_many", { params: { most: proseLimits.stepsPerSubmit } });
  }
  if (texts.reduce((sum, text) => sum + text.length, 0) > proseLimits.submit) {
    throw problem("document_too_large", { params: { most: proseLimits.submit } });
  }
  try {
    return texts.map(readStep);
  } catch {
    // The parser's own message would repeat what was sent.
    throw problem("steps_invalid");
  }
}

/** Applies a step; null when it does not fit this document. */
export function applyStep(doc: Node, step: Step): Node | null {
  try {
    return step.apply(doc).doc;
  } catch {
    // A position outside the document throws instead of failing.
    return null;
  }
}

/** The attributes that Tiptap's own nodes do not check themselves. */
function attributesAreSound(node: Node): boolean {
  if (node.type.name === "heading") return node.attrs.level === 3 || node.attrs.level === 4;
  if (node.type.name === "orderedList") {
    const { start, type } = node.attrs;
    const styles: unknown[] = [null, "1", "a", "A", "i", "I"];
    return Number.isSafeInteger(start) && start >= 0 && start < 10_000 && styles.includes(type);
  }
  return true;
}

function depthOf(node: Node): number {
  let deepest = 0;
  node.forEach((child) => {
    deepest = Math.max(deepest, depthOf(child));
  });
  return deepest + 1;
}

/**
 * Refuses a document that breaks the schema or is larger than a section may be. A step can apply and still leave
 * such a document behind, so this is asked of every result.
 * @throws steps_invalid, document_too_large
 */
export function checkProse(doc: Node): void {
  const verdict = judge(doc);
  if (verdict === "sound") return;
  if (verdict === "steps_invalid") throw problem("steps_invalid");
  throw problem("document_too_large", { params: { most: proseLimits.document } });
}

function judge(doc: Node): "sound" | "steps_invalid" | "document_too_large" {
  try {
    doc.check();
    let sound = true;
    doc.descendants((node) => {
      sound &&= attributesAreSound(node);
      return sound;
    });
    if (!sound) return "steps_invalid";
    const fits = depthOf(doc) <= proseLimits.depth && JSON.stringify(doc).length <= proseLimits.document;
    return fits ? "sound" : "document_too_large";
  } catch {
    // A node in the wrong place, or nesting so deep that walking it ends in a stack overflow.
    return "steps_invalid";
  }
}

/** The document kept as text: ProseMirror JSON of `proseSchema`. */
export function readProse(content: string): Node {
  return proseSchema.nodeFromJSON(JSON.parse(content));
}
