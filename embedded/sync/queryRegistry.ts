import type { Identity } from "../identity/identity.ts";
import { LiveQuery, type QuerySpec } from "./liveQuery.ts";

/** Functions whose last behaviour is remembered. */
const MAX_REMEMBERED = 10_000;

/**
 * Which watched queries are equal. A query is shared by everybody until a run asks who is calling; from then on each
 * identity has its own. The guess for a query that has not run yet is what its function did last.
 */
export class QueryRegistry {
  private readonly byKey = new Map<string, LiveQuery>();
  private readonly live = new Set<LiveQuery>();
  private readonly asksIdentity = new Map<string, boolean>();

  get size(): number {
    return this.live.size;
  }

  all(): Iterable<LiveQuery> {
    return this.live;
  }

  /** The query to watch: an equal one, or a new one that has yet to run. */
  join(spec: QuerySpec, identity: Identity, identityKey: string): LiveQuery {
    const shared = keyOf(spec, sharers(identity));
    const own = keyOf(spec, `one: ${identityKey}`);
    const asks = this.asksIdentity.get(functionKey(spec)) ?? false;
    const found = this.byKey.get(own) ?? (asks ? undefined : this.byKey.get(shared));
    if (found) return found;
    const live = new LiveQuery(spec, identity, identityKey, asks ? own : shared);
    this.live.add(live);
    if (live.key !== null) this.byKey.set(live.key, live);
    return live;
  }

  forget(live: LiveQuery): void {
    this.live.delete(live);
    this.unlist(live);
  }

  /** Lists the query under what its run taught. Answers the one that others should watch: itself or its equal. */
  settleSharing(live: LiveQuery, usedIdentity: boolean): LiveQuery {
    if (live.key === null || live.asksIdentity === usedIdentity) return live;
    // Names come from clients, who may make up any number of them; forgetting costs a shared run that is then parted.
    if (this.asksIdentity.size >= MAX_REMEMBERED) this.asksIdentity.clear();
    this.asksIdentity.set(functionKey(live.spec), usedIdentity);
    const key = keyOf(live.spec, usedIdentity ? `one: ${live.identityKey}` : sharers(live.identity));
    const other = this.byKey.get(key);
    if (other && other !== live) {
      if (usedIdentity) this.unlist(live);
      return other;
    }
    live.asksIdentity = usedIdentity;
    if (key === live.key) return live;
    this.unlist(live);
    live.key = key;
    this.byKey.set(key, live);
    return live;
  }

  /**
   * Lets nobody else join. A page that has been read again answers for the boundaries in its journal, not for the
   * fresh start that others ask for.
   */
  close(live: LiveQuery): void {
    this.unlist(live);
  }

  private unlist(live: LiveQuery): void {
    if (live.key !== null && this.byKey.get(live.key) === live) this.byKey.delete(live.key);
    live.key = null;
  }
}

function functionKey(spec: QuerySpec): string {
  return `${spec.namespace}\n${spec.path}`;
}

/** Admins may call what others may not, so they share among themselves only. */
function sharers(identity: Identity): string {
  return identity.kind === "admin" ? "admins" : "everybody";
}

function keyOf({ namespace, path, args, journal }: QuerySpec, who: string): string {
  return JSON.stringify([namespace, path, journal, who, args]);
}
