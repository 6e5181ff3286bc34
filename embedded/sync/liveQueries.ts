import type { Commit, Database, Timestamp, Transaction } from "../database/database.ts";
import type { ReadSet, ReadSetIndex } from "../database/readSet.ts";
import type { Outcome, QueryOutcome, Runtime } from "../functions/runtime.ts";
import type { Identity } from "../identity/identity.ts";
import {
  encodeResult,
  LiveQuery,
  type QuerySpec,
  sameResult,
  type Watch,
  type WatchingSession,
} from "./liveQuery.ts";
import { QueryRegistry } from "./queryRegistry.ts";

type Options = {
  database: Pick<Database, "read" | "timestamp" | "onCommit">;
  runtime: Pick<Runtime, "query" | "onPush">;
  readSetIndex: () => ReadSetIndex<LiveQuery>;
  /** What the watchers may be shown of an outcome. */
  disclose: <T extends Outcome>(outcome: T, identity: Identity) => T;
  onBug: (error: unknown) => void;
};

/** How long queries may run before the event loop gets a turn, in milliseconds. */
const SLICE_MS = 8;

/**
 * Keeps the results of watched queries true. Work goes in rounds: all stale queries run against the same moment, so
 * that at the end of a round, at the latest, every session can be shown one consistent state. Commits that arrive
 * meanwhile wait for the next round, where each query they touched runs once.
 */
export class LiveQueries {
  /** The newest durable commit whose effects on watched queries are known. */
  moment: Timestamp;
  /** The moment of the round that is running. */
  roundMoment: Timestamp | null = null;
  /** Queries run for sessions so far: what LIVE-01 to LIVE-05 are tested with. */
  runs = 0;

  private readonly registry = new QueryRegistry();
  private readonly stale = new Set<LiveQuery>();
  private readonly waiting = new Set<WatchingSession>();
  private readonly index: ReadSetIndex<LiveQuery>;
  private commitsSinceRound: Commit[] = [];
  private scheduled = false;
  private round: { live: LiveQuery; transaction: Transaction }[] = [];

  constructor(private readonly options: Options) {
    this.moment = options.database.timestamp;
    this.index = options.readSetIndex();
    options.database.onCommit((commit) => this.onCommit(commit));
    options.runtime.onPush(() => this.runAll());
  }

  /** Number of distinct queries being watched. */
  get size(): number {
    return this.registry.size;
  }

  /** Starts watching. The session's `settle` is called when there is news. */
  watch(session: WatchingSession, spec: QuerySpec, identity: Identity, identityKey: string): Watch {
    const live = this.registry.join(spec, identity, identityKey);
    const watch: Watch = { spec, identity, identityKey, session, live };
    this.attach(watch, live);
    return watch;
  }

  unwatch(watch: Watch): void {
    const { live } = watch;
    live.watches.delete(watch);
    if (live.watches.size === 0) this.discard(live);
  }

  /** Has the session's `settle` called soon, after what is under way in this turn. */
  settleSoon(session: WatchingSession): void {
    this.waiting.add(session);
    this.schedule();
  }

  private attach(watch: Watch, live: LiveQuery): void {
    watch.live = live;
    live.watches.add(watch);
    if (live.touchedAt !== null && !live.running) {
      this.stale.add(live);
      this.schedule();
    }
  }

  private discard(live: LiveQuery): void {
    this.registry.forget(live);
    this.stale.delete(live);
    this.index.remove(live);
  }

  private onCommit(commit: Commit): void {
    this.moment = commit.timestamp;
    if (this.roundMoment !== null) this.commitsSinceRound.push(commit);
    for (const live of this.index.touchedBy(commit)) this.touch(live, commit.timestamp);
  }

  private touch(live: LiveQuery, at: Timestamp): void {
    live.touchedAt ??= at;
    this.stale.add(live);
    this.schedule();
  }

  /** Runs every live query again: with new functions, or after an import, no former result holds at any moment. */
  runAll(): void {
    for (const live of this.registry.all()) {
      live.touchedAt = 0;
      this.stale.add(live);
    }
    this.schedule();
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    // After this turn's microtasks: answers to the mutations that made the commit go out before its transitions.
    setImmediate(() => {
      this.scheduled = false;
      if (this.stale.size > 0 && this.roundMoment === null)
        this.runRound().catch((error) => this.options.onBug(error));
      this.settleWaiting();
    });
  }

  private settleWaiting(): void {
    const sessions = [...this.waiting];
    this.waiting.clear();
    for (const session of sessions) session.settle();
  }

  private async runRound(): Promise<void> {
    this.round = [...this.stale].map((live) => ({ live, transaction: this.options.database.read() }));
    this.stale.clear();
    const moment = this.round[0]?.transaction.timestamp ?? this.moment;
    this.roundMoment = moment;
    for (const { live } of this.round) this.begin(live);
    let sliceStart = performance.now();
    for (let next = this.round.shift(); next !== undefined; next = this.round.shift()) {
      await this.run(next.live, next.transaction, moment);
      if (performance.now() - sliceStart > SLICE_MS) {
        await new Promise(setImmediate);
        sliceStart = performance.now();
      }
    }
    this.roundMoment = null;
    this.commitsSinceRound = [];
    if (this.stale.size > 0 || this.waiting.size > 0) this.schedule();
  }

  private begin(live: LiveQuery): void {
    live.running = true;
    live.touchedAt = null;
    this.index.remove(live);
  }

  private async run(live: LiveQuery, transaction: Transaction, moment: Timestamp): Promise<void> {
    try {
      if (live.watches.size === 0) return;
      this.runs += 1;
      const outcome = await this.options.runtime.query({
        ...live.spec,
        identity: live.identity,
        allowInternal: live.identity.kind === "admin",
        journal: live.journal,
        transaction,
      });
      this.finish(live, outcome, moment);
    } catch (error) {
      this.options.onBug(error);
      live.result = FAILED_INSIDE;
    } finally {
      live.running = false;
      transaction.close();
    }
    for (const watch of live.watches) watch.session.settle();
  }

  private finish(live: LiveQuery, outcome: QueryOutcome, moment: Timestamp): void {
    live.running = false;
    if (live.watches.size === 0) return;
    const result = encodeResult(this.options.disclose(outcome, live.identity));
    if (!sameResult(live.result, result)) live.result = result;
    const journalBefore = live.journal;
    live.journal = outcome.journal;
    this.index.add(live, outcome.readSet);
    const touched = this.firstTouch(outcome.readSet);
    if (touched !== null) this.touch(live, touched);
    this.share(live, outcome.usedIdentity, journalBefore, moment);
    if (journalBefore !== live.spec.journal) this.registry.close(live);
  }

  /** The first commit since the round began that touches what was read. */
  private firstTouch(readSet: ReadSet): Timestamp | null {
    if (this.commitsSinceRound.length === 0) return null;
    const probe = this.options.readSetIndex();
    const owner = new LiveQuery(
      { namespace: "", path: "", args: "", journal: null },
      { kind: "anonymous" },
      "",
      null,
    );
    probe.add(owner, readSet);
    return this.commitsSinceRound.find((commit) => probe.touchedBy(commit).size > 0)?.timestamp ?? null;
  }

  /** Lets go of watchers for whom the answer may differ, or takes in those for whom it turned out to be the same. */
  private share(live: LiveQuery, usedIdentity: boolean, journal: string | null, moment: Timestamp): void {
    const target = this.registry.settleSharing(live, usedIdentity);
    if (usedIdentity) {
      for (const watch of live.watches) {
        if (watch.identityKey === live.identityKey) continue;
        live.watches.delete(watch);
        const own = this.registry.join({ ...watch.spec, journal }, watch.identity, watch.identityKey);
        this.attach(watch, own);
        this.joinRound(own, moment);
      }
    } else if (target !== live && target.holdsAt(moment)) {
      for (const watch of live.watches) this.attach(watch, target);
      live.watches.clear();
      this.discard(live);
      for (const watch of target.watches) watch.session.settle();
    }
  }

  /** Runs a query in the round that is under way, if its moment is still to be had. */
  private joinRound(live: LiveQuery, moment: Timestamp): void {
    if (!this.stale.has(live)) return;
    const transaction = this.options.database.read();
    if (transaction.timestamp !== moment) {
      transaction.close();
      return;
    }
    this.stale.delete(live);
    this.begin(live);
    this.round.push({ live, transaction });
  }
}

const FAILED_INSIDE = {
  type: "QueryFailed",
  body: `"errorMessage":"InternalServerError: the query could not be run"`,
  journal: null,
  logLines: "[]",
} as const;
