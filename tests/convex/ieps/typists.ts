import type { NodeType } from "@tiptap/pm/model";
import { TextSelection, type Transaction } from "@tiptap/pm/state";
import { api } from "#convex/_generated/api.js";
import { proseSchema } from "#convex/editorSchema.ts";
import type { Authority, Tail } from "#src/features/ieps/sync/authority.ts";
import { DraftSession } from "#src/features/ieps/sync/draftSession.ts";
import type { Chance } from "#tests/support/chance.ts";
import type { Person } from "#tests/support/world.ts";
import type { OpenSection } from "./section.ts";

/** Everything that has been promised so far has happened. */
export const quiet = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A wire from the browser's own session to the real functions; each message goes through when the test says. */
export class Wire implements Authority {
  private readonly waiting: (() => Promise<void>)[] = [];
  private onTail: ((tail: Tail) => void) | null = null;

  constructor(
    private readonly section: OpenSection,
    private readonly person: Person,
  ) {}

  private get place() {
    return { studentId: this.section.child.studentId, sectionId: this.section.sectionId };
  }

  async snapshot() {
    const { version, content } = await this.person.query(api.ieps.drafting.getSnapshot, this.place);
    return { version, content: JSON.parse(content) };
  }

  stepsAfter(version: number) {
    return this.later(() => this.person.query(api.ieps.drafting.getSteps, { ...this.place, version }));
  }

  submit(submission: Parameters<Authority["submit"]>[0]) {
    return this.later(() =>
      this.person.mutation(api.ieps.drafting.submitSteps, { ...this.place, ...submission }),
    );
  }

  watch(onTail: (tail: Tail) => void) {
    this.onTail = onTail;
    this.announce();
    return () => {
      this.onTail = null;
    };
  }

  /** The live query has a new value, which arrives as it is when it is delivered. */
  announce(): void {
    this.waiting.push(async () => this.onTail?.(await this.person.query(api.ieps.drafting.tail, this.place)));
  }

  /** Lets the next message through; false when there is none. */
  async deliver(): Promise<boolean> {
    const next = this.waiting.shift();
    await next?.();
    await quiet();
    return next !== undefined;
  }

  /** Runs at one delivery, answers at a later one: others can be served in between. */
  private later<T>(run: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.waiting.push(async () => {
        const outcome = await run().then(
          (value) => () => resolve(value),
          (error: unknown) => () => reject(error),
        );
        this.waiting.push(async () => outcome());
      });
    });
  }
}

export type Typist = { wire: Wire; session: DraftSession };

/** Opens the section as a page does, without an editor on the screen. */
export async function openPage(section: OpenSection, person: Person, name: string): Promise<Typist> {
  const wire = new Wire(section, person);
  const session = await DraftSession.open({
    documentId: section.sectionId,
    authorId: person.personId,
    schema: proseSchema,
    authority: wire,
    connection: { isConnected: () => true, subscribe: () => () => {} },
    claim: { clientId: name, record: null, save: async () => {}, remove: async () => {}, release() {} },
    now: () => 0,
  });
  return { wire, session };
}

/** Makes an edit at random, as people do; what does not fit where it falls is not done. */
export function editAtRandom({ session }: Typist, chance: Chance, letter: () => string, deletes: boolean) {
  const tr = session.state.tr;
  const size = tr.doc.content.size;
  const at = () => chance.below(size + 1);
  try {
    change(tr, chance.next(), at, letter, deletes);
  } catch {
    return;
  }
  if (!tr.docChanged) return;
  session.dispatch(tr);
  session.changed();
}

function change(tr: Transaction, kind: number, at: () => number, letter: () => string, deletes: boolean) {
  const position = at();
  if (kind < 0.6) {
    if (tr.doc.resolve(position).parent.inlineContent) tr.insert(position, proseSchema.text(letter()));
  } else if (kind < 0.72) {
    if (deletes) tr.delete(position, Math.min(tr.doc.content.size, position + 8));
  } else if (kind < 0.82) tr.split(position);
  else if (kind < 0.88) tr.setBlockType(position, position, blockType("heading"), { level: 3 });
  else if (kind < 0.94) tr.addMark(1, position, proseSchema.mark("bold"));
  else {
    const range = TextSelection.near(tr.doc.resolve(position)).$from.blockRange();
    const isTopLevel = range?.parent.type.name === "doc";
    if (isTopLevel) tr.wrap(range, [{ type: blockType("bulletList") }, { type: blockType("listItem") }]);
  }
}

function blockType(name: "heading" | "bulletList" | "listItem"): NodeType {
  const type = proseSchema.nodes[name];
  if (!type) throw new Error(`the schema has no ${name}`);
  return type;
}
