import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import type { Authority, Submission, SubmitAnswer, Tail } from "#src/features/ieps/sync/authority.ts";
import type { DraftRecord } from "#src/features/ieps/sync/draftRecord.ts";
import { DraftSession } from "#src/features/ieps/sync/draftSession.ts";
import type { DraftClaim } from "#src/features/ieps/sync/draftStore.ts";
import { type MemoryAuthority, schema } from "./memoryAuthority.ts";

/** Everything that has been promised so far has happened. */
export function quiet(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A device: unsent steps survive a page that dies, and only one page at a time has a claim. */
export class Device {
  readonly records = new Map<string, DraftRecord>();
  /** There is no room for anything more. */
  isFull = false;
  private made = 0;

  constructor(readonly name: string) {}

  claim(): DraftClaim {
    const record = [...this.records.values()][0] ?? null;
    const clientId = record?.clientId ?? `${this.name}.${++this.made}`;
    return {
      clientId,
      record: record && structuredClone(record),
      save: async (next) => {
        if (this.isFull) throw new DOMException("Full", "QuotaExceededError");
        this.records.set(clientId, structuredClone(next));
      },
      remove: async () => void this.records.delete(clientId),
      release() {},
    };
  }
}

/** A wire to the server whose messages arrive in order, each when the test says so. */
export class Wire implements Authority {
  private readonly arriving: (() => void)[] = [];
  private onTail: ((tail: Tail) => void) | null = null;
  private isCut = false;
  /** While set, the server refuses every submission with it. */
  refusal: Error | null = null;

  constructor(private readonly server: MemoryAuthority) {}

  async snapshot() {
    const version = Math.max(0, this.server.version - 3);
    return { version, content: this.server.docAt(version).toJSON() };
  }

  stepsAfter(version: number): Promise<Tail> {
    return new Promise((resolve) => this.arriving.push(() => resolve(this.server.after(version))));
  }

  submit(submission: Submission): Promise<SubmitAnswer> {
    return new Promise((resolve, reject) => {
      this.arriving.push(() => {
        if (this.refusal) return reject(this.refusal);
        const answer = this.server.submit(submission);
        this.arriving.push(() => resolve(answer));
      });
    });
  }

  watch(onTail: (tail: Tail) => void): () => void {
    this.onTail = onTail;
    this.announce();
    return () => {
      this.onTail = null;
    };
  }

  /** The live query has a new value. */
  announce(): void {
    const tail = this.server.tail();
    this.arriving.push(() => this.onTail?.(tail));
  }

  /** Lets the next message through; false when there is none or the wire is cut. */
  deliver(): boolean {
    if (this.isCut) return false;
    const next = this.arriving.shift();
    next?.();
    return next !== undefined;
  }

  hasMail(): boolean {
    return this.arriving.length > 0;
  }

  cut(): void {
    this.isCut = true;
  }

  mend(): void {
    this.isCut = false;
  }

  /** The page is gone: what was under way never arrives. */
  drop(): void {
    this.onTail = null;
    this.arriving.length = 0;
  }
}

/** One person's page with the document open, without an editor. */
export class Page {
  private constructor(
    readonly device: Device,
    readonly wire: Wire,
    readonly session: DraftSession,
    readonly connection: { isConnected: boolean },
  ) {}

  static async open(device: Device, server: MemoryAuthority): Promise<Page> {
    const wire = new Wire(server);
    const connection = { isConnected: true };
    const session = await DraftSession.open({
      documentId: "section",
      authorId: device.name,
      schema,
      authority: wire,
      connection: { isConnected: () => connection.isConnected, subscribe: () => () => {} },
      claim: device.claim(),
      now: () => 0,
    });
    return new Page(device, wire, session, connection);
  }

  get doc(): Node {
    return this.session.state.doc;
  }

  /** Edits as a person does; what does not fit here is not done. */
  edit(change: (tr: Transaction) => void): void {
    const tr = this.session.state.tr;
    try {
      change(tr);
    } catch {
      return;
    }
    if (!tr.docChanged) return;
    this.session.dispatch(tr);
    this.session.changed();
  }

  type(words: string, position: number): void {
    this.edit((tr) => void tr.insertText(words, position));
  }
}

/** Lets everything arrive, also what is sent on hearing it; a bounded number of rounds, in case something never rests. */
export async function settle(...pages: Page[]): Promise<void> {
  for (let round = 0; round < 8; round++) {
    for (const { wire } of pages) {
      wire.announce();
      while (wire.deliver()) await quiet();
    }
  }
}
