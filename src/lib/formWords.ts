import type { KeptWords } from "./formStore.ts";

type Values = KeptWords["values"];
/** Where the words lie on the device. */
export type WordStore = {
  take: () => Promise<KeptWords | null>;
  keep: (values: Values) => Promise<void>;
  drop: () => Promise<void>;
};

/**
 * What a person has typed into a form and not sent. It is written to the device as it is typed, one write at a time and
 * always the newest, so that it is there again when the page was loaded anew, or the session had ended.
 */
export class FormWords {
  /** When the words that were found on the device were kept; null when there were none, or they are sent. */
  keptAt: number | null = null;
  private typed: Values = {};
  private found: Promise<void> | null = null;
  private wanted: Values | null = null;
  private isWaiting = false;
  private last: Promise<void> = Promise.resolve();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly store: WordStore) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** What was typed into a field; undefined for one that nobody has touched. */
  get(name: string): unknown {
    return this.typed[name];
  }

  /** Everything that was typed, by field; another object after each change. */
  get all(): Values {
    return this.typed;
  }

  /** `undefined` takes the field back to what it was before anybody touched it. */
  put(name: string, value: unknown): void {
    const { [name]: _before, ...others } = this.typed;
    this.typed = value === undefined ? others : { ...this.typed, [name]: value };
    if (Object.keys(this.typed).length > 0) {
      this.write(this.typed);
      this.tell();
    } else this.forget();
  }

  /** Looks on the device, once. What was typed here meanwhile stands over what is found. */
  open(): Promise<void> {
    this.found ??= this.find();
    return this.found;
  }

  /** Sent: nothing of it stays on the device. */
  sent(): void {
    this.forget();
  }

  /** The person wants the form as it is when nothing was typed. */
  startAnew(): void {
    this.typed = {};
    this.forget();
  }

  /** Resolves when the device has what was typed until now. */
  async settled(): Promise<void> {
    await this.found;
    await this.last;
  }

  private forget(): void {
    this.keptAt = null;
    this.write(null);
    this.tell();
  }

  private async find(): Promise<void> {
    // Without storage, or without the key of a session, a form is only what stands on the page.
    const kept = await this.store.take().catch(() => null);
    if (!kept) return;
    const before = this.typed;
    this.typed = { ...kept.values, ...before };
    this.keptAt = kept.keptAt;
    if (Object.keys(before).length > 0) this.write(this.typed);
    this.tell();
  }

  private write(values: Values | null): void {
    this.wanted = values;
    if (this.isWaiting) return;
    this.isWaiting = true;
    // After the look: it must find what lay there before anything is written over it.
    this.last = Promise.all([this.found, this.last]).then(async () => {
      this.isWaiting = false;
      const { wanted } = this;
      await (wanted === null ? this.store.drop() : this.store.keep(wanted)).catch(() => {});
    });
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
