import type { Timestamp } from "../database/database.ts";
import { type Identity, identityKey } from "../identity/identity.ts";
import { type AddQuery, InvalidMessage, type ModifyQuerySet } from "./clientMessage.ts";
import type { LiveQueries } from "./liveQueries.ts";
import {
  type QueryResult,
  type QuerySpec,
  sameResult,
  type Watch,
  type WatchingSession,
} from "./liveQuery.ts";
import type { Outbox } from "./outbox.ts";
import { composeTransition, type Modification, type Version } from "./transition.ts";

const MAX_QUERIES = 1_000;
/** Characters of arguments and journals that a session's open queries may hold. */
const MAX_WEIGHT = 32 * 1024 * 1024;

type Shown = {
  /** As the client asked for it. */
  spec: QuerySpec;
  watch: Watch;
  shown: QueryResult | null;
};

/** The queries of one session and what its client has been shown of them. */
export class QueryView implements WatchingSession {
  /** What the client has reached. */
  private shown: Version = { querySet: 0, identity: 0, moment: 0 };
  /** What it has asked for. */
  private wanted = { querySet: 0, identity: 0 };
  private readonly queries = new Map<number, Shown>();
  private removed: number[] = [];
  private weight = 0;
  /** The client waits for a transition at or after this moment, whether or not it brings news (MUT-04). */
  private owed: Timestamp | null = null;
  private identity: Identity = { kind: "anonymous" };
  private identityKey = "";

  constructor(
    private readonly live: LiveQueries,
    private readonly outbox: Outbox,
    /** How far the client's clock is ahead, in milliseconds. */
    private readonly clockSkew: () => number | null,
  ) {}

  get identityVersion(): number {
    return this.wanted.identity;
  }

  /** Throws `InvalidMessage` if the client and the session do not agree on what is being modified. */
  modify(message: ModifyQuerySet): void {
    if (message.baseVersion !== this.wanted.querySet || message.newVersion !== message.baseVersion + 1)
      throw new InvalidMessage("the query set's version does not match");
    for (const modification of message.modifications) {
      if (modification.type === "Add") this.add(modification);
      else this.remove(modification.queryId);
    }
    this.wanted.querySet = message.newVersion;
    this.live.settleSoon(this);
  }

  /** All queries are answered for this person from now on. */
  identify(identity: Identity, version: number): void {
    this.wanted.identity = version;
    const key = identityKey(identity);
    if (key !== this.identityKey) {
      this.identity = identity;
      this.identityKey = key;
      for (const query of this.queries.values()) {
        const before = query.watch;
        const spec = { ...before.spec, journal: before.live.journal };
        query.watch = this.live.watch(this, spec, identity, key);
        this.live.unwatch(before);
      }
    }
    this.live.settleSoon(this);
  }

  /** A transition at or after `moment` will follow. */
  owe(moment: Timestamp): void {
    this.owed = Math.max(this.owed ?? 0, moment);
    this.live.settleSoon(this);
  }

  /** Sends one transition if there is something to tell that is complete at one moment. */
  settle(): void {
    if (!this.hasNews() || !this.outbox.hasRoom()) return;
    const { moment, roundMoment } = this.live;
    if (this.completeAt(moment)) this.show(moment);
    else if (roundMoment !== null && this.completeAt(roundMoment)) this.show(roundMoment);
  }

  close(): void {
    for (const { watch } of this.queries.values()) this.live.unwatch(watch);
    this.queries.clear();
  }

  private add(query: AddQuery): void {
    if (this.queries.has(query.queryId)) throw new InvalidMessage("the query id is already in use");
    if (this.queries.size >= MAX_QUERIES)
      throw new InvalidMessage(`TooManyConcurrentRequests: a session holds at most ${MAX_QUERIES} queries`);
    const { path, args, journal, componentPath } = query;
    if (componentPath !== "" && this.identity.kind !== "admin")
      throw new InvalidMessage("only an admin calls the functions of a component");
    this.weight += args.length + (journal?.length ?? 0);
    if (this.weight > MAX_WEIGHT)
      throw new InvalidMessage("TooManyConcurrentRequests: the arguments of the open queries are too large");
    const spec = { namespace: componentPath, path, args, journal };
    const watch = this.live.watch(this, spec, this.identity, this.identityKey);
    this.queries.set(query.queryId, { spec, watch, shown: null });
  }

  private remove(queryId: number): void {
    const query = this.queries.get(queryId);
    if (!query) throw new InvalidMessage("no query by this id");
    this.live.unwatch(query.watch);
    const { args, journal } = query.spec;
    this.weight -= args.length + (journal?.length ?? 0);
    this.queries.delete(queryId);
    this.removed.push(queryId);
  }

  private hasNews(): boolean {
    if (this.owed !== null) return true;
    if (this.shown.querySet !== this.wanted.querySet || this.shown.identity !== this.wanted.identity)
      return true;
    for (const { watch, shown } of this.queries.values()) if (watch.live.result !== shown) return true;
    return false;
  }

  private completeAt(moment: Timestamp): boolean {
    if (moment < this.shown.moment) return false;
    for (const { watch } of this.queries.values()) if (!watch.live.holdsAt(moment)) return false;
    return true;
  }

  private show(moment: Timestamp): void {
    const end: Version = { ...this.wanted, moment };
    const modifications: Modification[] = this.removed.map((queryId) => ({ queryId, result: null }));
    this.removed = [];
    for (const [queryId, query] of this.queries) {
      const { result } = query.watch.live;
      if (!sameResult(result, query.shown)) modifications.push({ queryId, result });
      query.shown = result;
    }
    const owing = this.owed;
    if (owing !== null && owing <= moment) this.owed = null;
    if (modifications.length > 0 || owing !== null || !sameVersion(this.shown, end)) {
      this.outbox.sendTransition(composeTransition(this.shown, end, modifications, this.clockSkew()));
      this.shown = end;
    }
    if (this.owed !== null) this.live.settleSoon(this);
  }
}

/** The moment alone is no news: it goes along with the next transition. */
function sameVersion(a: Version, b: Version): boolean {
  return a.querySet === b.querySet && a.identity === b.identity;
}
