import type { Namespace, Timestamp } from "../database/database.ts";
import type { QueryOutcome } from "../functions/runtime.ts";
import type { Identity } from "../identity/identity.ts";

/** What a client asks to be kept told about. */
export type QuerySpec = { namespace: Namespace; path: string; args: string; journal: string | null };

/** One result, encoded once for everybody who watches. */
export type QueryResult = {
  type: "QueryUpdated" | "QueryFailed";
  /** The value, or the error, as the members of a modification. */
  body: string;
  journal: string | null;
  /** What the run logged, as JSON. Not part of what makes two results equal. */
  logLines: string;
};

/** One session's interest in a query. The engine may move it to another `LiveQuery` when identities turn out to matter. */
export interface Watch {
  readonly spec: QuerySpec;
  readonly identity: Identity;
  readonly identityKey: string;
  readonly session: WatchingSession;
  live: LiveQuery;
}

/** What the engine needs of a session: to be told that it may be able to move on. */
export interface WatchingSession {
  settle(): void;
}

/** A query that runs once for all the sessions that watch it. */
export class LiveQuery {
  readonly watches = new Set<Watch>();
  /** The last result; it holds at every moment from its run until `touchedAt`. */
  result: QueryResult | null = null;
  /** When what it read was first changed since it ran; null while the result is current. */
  touchedAt: Timestamp | null = 0;
  running = false;
  /** Whether its last run asked who is calling, as far as the registry has acted on it. */
  asksIdentity: boolean | null = null;
  /** Boundaries of the page that it answered, so that a later run answers the same page. */
  journal: string | null;

  constructor(
    readonly spec: QuerySpec,
    readonly identity: Identity,
    readonly identityKey: string,
    /** Where the registry finds it; null once others may no longer join. */
    public key: string | null,
  ) {
    this.journal = spec.journal;
  }

  /** Whether `result` is what a run at `moment` would answer. */
  holdsAt(moment: Timestamp): boolean {
    return this.result !== null && !this.running && (this.touchedAt === null || this.touchedAt > moment);
  }
}

export function encodeResult(outcome: QueryOutcome): QueryResult {
  const { journal } = outcome;
  const logLines = JSON.stringify(outcome.logLines);
  if (outcome.ok) return { type: "QueryUpdated", body: `"value":${outcome.value}`, journal, logLines };
  const data = outcome.data === undefined ? "" : `,"errorData":${outcome.data}`;
  const body = `"errorMessage":${JSON.stringify(outcome.message)}${data}`;
  return { type: "QueryFailed", body, journal, logLines };
}

/** Whether a client that has one need not be sent the other. */
export function sameResult(a: QueryResult | null, b: QueryResult | null): boolean {
  return a === b || (a?.body === b?.body && a?.type === b?.type && a?.journal === b?.journal);
}
