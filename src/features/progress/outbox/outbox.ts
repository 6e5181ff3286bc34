import type { Id } from "#convex/_generated/dataModel.js";
import type { Recorder, Waiting, WaitingStore } from "./waiting.ts";

/** How long until a measurement that failed for no stated reason is sent again, in ms. */
const RETRY_AFTER_MS = 5_000;

/**
 * Measurements that were tapped and have not arrived. Each is kept on the device before it is sent and leaves
 * the device only when the server has it, so that none is lost; its client key makes sending it twice harmless.
 */
export class Outbox {
  private entries: readonly Waiting[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly underWay = new Map<string, Promise<Id<"observations"> | null>>();

  constructor(
    private readonly personId: string,
    private readonly store: WaitingStore,
    private readonly recorder: Recorder,
    /** The server's own reason for refusing for good, or null when trying again may help. */
    private readonly refusalOf: (error: unknown) => string | null,
  ) {}

  getEntries = (): readonly Waiting[] => this.entries;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Sends what an earlier page left. */
  async start(): Promise<void> {
    const kept = await this.store.all(this.personId).catch(() => []);
    const known = new Set(this.entries.map(({ clientKey }) => clientKey));
    this.set([...kept.filter(({ clientKey }) => !known.has(clientKey)), ...this.entries]);
    // One after the other, as they were taken: of two on one day the later is the latest.
    for (const waiting of this.entries.toSorted((a, b) => a.loggedAt - b.loggedAt)) {
      if (!waiting.refusal && this.isHere(waiting.clientKey)) await this.send(waiting);
    }
  }

  /** Keeps a measurement and sends it. Resolves when it is safe on the device; never fails. */
  async add(waiting: Waiting): Promise<void> {
    this.set([...this.entries, waiting]);
    // A device that cannot keep it still sends it.
    await this.store.put(waiting).catch(() => {});
    void this.send(waiting);
  }

  /** Takes a measurement back, whether it waits, is under way or has arrived. */
  async undo(waiting: Waiting): Promise<void> {
    const sending = this.underWay.get(waiting.clientKey);
    this.drop(waiting.clientKey);
    await this.store.remove(waiting.clientKey).catch(() => {});
    const observationId = await (sending ?? this.arrived.get(waiting.clientKey) ?? null);
    if (observationId) await this.recorder.retract(waiting, observationId);
  }

  /** Forgets a refused measurement that the person has seen. */
  async discard(clientKey: string): Promise<void> {
    this.drop(clientKey);
    await this.store.remove(clientKey).catch(() => {});
  }

  /** What arrived while this page is open, so that it can still be taken back. */
  private readonly arrived = new Map<string, Id<"observations">>();

  private send(waiting: Waiting): Promise<Id<"observations"> | null> {
    const { clientKey } = waiting;
    const sending = this.underWay.get(clientKey) ?? this.attempt(waiting);
    this.underWay.set(clientKey, sending);
    return sending;
  }

  private async attempt(waiting: Waiting): Promise<Id<"observations"> | null> {
    const { clientKey } = waiting;
    try {
      const observationId = await this.recorder.log(waiting);
      this.arrived.set(clientKey, observationId);
      await this.store.remove(clientKey).catch(() => {});
      this.drop(clientKey);
      return observationId;
    } catch (error) {
      const refusal = this.refusalOf(error);
      if (refusal) await this.refuse(waiting, refusal);
      else setTimeout(() => this.isHere(clientKey) && void this.send(waiting), RETRY_AFTER_MS);
      return null;
    } finally {
      this.underWay.delete(clientKey);
    }
  }

  private async refuse(waiting: Waiting, refusal: string): Promise<void> {
    if (!this.isHere(waiting.clientKey)) return;
    const refused = { ...waiting, refusal };
    this.set(this.entries.map((entry) => (entry.clientKey === waiting.clientKey ? refused : entry)));
    await this.store.put(refused).catch(() => {});
  }

  private isHere(clientKey: string): boolean {
    return this.entries.some((entry) => entry.clientKey === clientKey);
  }

  private drop(clientKey: string): void {
    this.set(this.entries.filter((entry) => entry.clientKey !== clientKey));
  }

  private set(entries: readonly Waiting[]): void {
    this.entries = entries;
    for (const listener of this.listeners) listener();
  }
}
