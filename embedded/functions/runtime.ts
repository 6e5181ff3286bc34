import type { Namespace, Timestamp, Transaction } from "../database/database.ts";
import type { ReadSet } from "../database/readSet.ts";
import type { Identity } from "../identity/identity.ts";

/** Runs the deployed functions. Arguments and results are JSON text in Convex's encoding, never parsed needlessly. */
export interface Runtime {
  query(call: Call & { journal?: string | null; transaction?: Transaction }): Promise<QueryOutcome>;
  mutation(call: Call & { request?: SessionRequest }): Promise<MutationOutcome>;
  action(call: Call): Promise<Outcome>;
  /** The app's and its components' HTTP routers, on the site origin. */
  httpAction(request: Request, identity: Identity): Promise<Response>;
  /** "query" | "mutation" | "action", or null if nothing by that name is deployed. */
  kindOf(namespace: Namespace, path: string): FunctionKind | null;
  /** Rises with every push: cached results and live queries of an older one are stale. */
  readonly version: number;
  /** Called after a push took effect. */
  onPush(listener: () => void): () => void;
  /** Called for each finished function: feeds the log stream and the counters. */
  onRun(listener: (run: FunctionRun) => void): () => void;
}

export type FunctionKind = "query" | "mutation" | "action" | "httpAction";

export type Call = {
  namespace: Namespace;
  /** `module:export`, `module.js:export` or `folder/module:export`; the runtime makes it canonical. */
  path: string;
  /** Encoded arguments object as JSON text. */
  args: string;
  identity: Identity;
  /** Whether internal functions may be called: admins and the scheduler yes, browsers no. */
  allowInternal: boolean;
};

/** Names one mutation of one client for ever, so that sending it again does not run it again. */
export type SessionRequest = { sessionId: string; requestId: number };

export type Outcome =
  | { ok: true; value: string; logLines: string[] }
  | { ok: false; message: string; data?: string; logLines: string[] };

export type QueryOutcome = Outcome & {
  timestamp: Timestamp;
  readSet: ReadSet;
  /** False if nothing in the run asked who is calling: then everybody may share the result. */
  usedIdentity: boolean;
  journal: string | null;
};
/** `timestamp` is that of the durable commit; when the answer of an earlier run is repeated, that or a later one. */
export type MutationOutcome = Outcome & { timestamp: Timestamp };

export type FunctionRun = {
  kind: FunctionKind;
  namespace: Namespace;
  path: string;
  ok: boolean;
  error?: string;
  startedAt: number;
  durationMs: number;
  logLines: string[];
  cached: boolean;
};
