import { type Node, Schema } from "@tiptap/pm/model";
import { Step } from "@tiptap/pm/transform";
import { rebaseOver } from "#convex/ieps/rules/rebase.ts";
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
    const between = this.records.slice(version).map(({ step }) => Step.fromJSON(schema, JSON.parse(step)));
    // The server's own mapping: what is proved here is proved of the real pair.
    for (const { step, index } of rebaseOver(this.doc, own, between).taken) {
      const { doc } = step.apply(this.doc);
      if (!doc) throw new Error("A taken step does not apply");
      this.docs.push(doc);
      const text = JSON.stringify(step.toJSON());
      this.records.push({
        step: text,
        clientId,
        serial: serials[index] ?? 0,
        personId: clientId.split(".")[0] ?? clientId,
      });
    }
    const last = serials.at(-1) ?? 0;
    this.through.set(clientId, last);
    return { status: "taken", version: this.version, through: last };
  }
}
