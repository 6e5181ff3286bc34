import { type Node, Schema } from "@tiptap/pm/model";
import { Step, Transform } from "@tiptap/pm/transform";
import type { StepRecord, Submission, SubmitAnswer, Tail } from "#src/features/ieps/sync/authority.ts";

/** A small schema of the same kind as the editor's: paragraphs and one mark. */
export const schema = new Schema({
  nodes: {
    doc: { content: "paragraph+" },
    paragraph: { content: "text*", toDOM: () => ["p", 0] },
    text: {},
  },
  marks: { bold: { toDOM: () => ["strong", 0] } },
});

export function textOf(...paragraphs: string[]): Node {
  return schema.node(
    "doc",
    null,
    paragraphs.map((words) => schema.node("paragraph", null, words ? [schema.text(words)] : [])),
  );
}

const TAIL = 8;

/**
 * The protocol of convex/ieps/README.md in memory. `maps` chooses what it does with steps on an old version:
 * carry them over what came between, or answer "behind".
 */
export class MemoryAuthority {
  readonly docs: Node[];
  readonly records: StepRecord[] = [];
  private readonly through = new Map<string, number>();

  constructor(
    readonly maps: boolean,
    start: Node,
  ) {
    this.docs = [start];
  }

  get doc(): Node {
    return this.docAt(this.version);
  }

  get version(): number {
    return this.records.length;
  }

  docAt(version: number): Node {
    const doc = this.docs[version];
    if (!doc) throw new Error(`No version ${version}`);
    return doc;
  }

  tail(): Tail {
    return { version: this.version, steps: this.records.slice(-TAIL) };
  }

  after(version: number): Tail {
    return { version: this.version, steps: this.records.slice(version) };
  }

  submit({ version, clientId, serials, steps }: Submission): SubmitAnswer {
    if (version > this.version) throw new Error("A version from the future");
    const through = this.through.get(clientId) ?? 0;
    const first = serials[0] ?? 0;
    if (first <= through) return { status: "duplicate", version: this.version, through };
    if (version < this.version && !this.maps) return { status: "behind", version: this.version };
    const own = steps.map((text) => Step.fromJSON(schema, JSON.parse(text)));
    this.carry(version, own).forEach((step, index) => {
      const result = step?.apply(this.doc);
      if (!step || !result?.doc) return;
      this.docs.push(result.doc);
      const text = JSON.stringify(step.toJSON());
      this.records.push({ step: text, clientId, serial: serials[index] ?? 0, personId: clientId });
    });
    const last = serials.at(-1) ?? 0;
    this.through.set(clientId, last);
    return { status: "taken", version: this.version, through: last };
  }

  /** Own steps as they read after everything accepted since `version`; null for one that has no place left. */
  private carry(version: number, own: Step[]): (Step | null)[] {
    const between = this.records.slice(version).map(({ step }) => Step.fromJSON(schema, JSON.parse(step)));
    if (between.length === 0) return own;
    const text = new Transform(this.docAt(version));
    for (const step of own) text.step(step);
    own.toReversed().forEach((step, index) => {
      text.step(step.invert(text.docs[own.length - 1 - index] ?? text.doc));
    });
    for (const step of between) text.step(step);
    return own.map((step, index) => {
      const mapped = step.map(text.mapping.slice(own.length * 2 - index));
      if (!mapped || text.maybeStep(mapped).failed) return null;
      const pairing = text.mapping as typeof text.mapping & { setMirror(one: number, other: number): void };
      pairing.setMirror(own.length * 2 - 1 - index, text.steps.length - 1);
      return mapped;
    });
  }
}
