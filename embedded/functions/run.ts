import { randomBytes } from "node:crypto";
import type { Database } from "../database/database.ts";
import type { Files } from "../files/files.ts";
import type { Identity } from "../identity/identity.ts";
import type { Program } from "./component.ts";
import type { Target } from "./reference.ts";
import type { ActionThreads } from "./thread/actionThreads.ts";

/** What functions can reach outside themselves. */
export type Services = {
  readonly database: Database;
  readonly files: Files;
  /** Runs what actions call; each call is a transaction of its own. */
  readonly calls: Calls;
  /** Where actions run. */
  readonly threads: ActionThreads;
  /** Tells the scheduler that a durable commit may have brought it work. */
  wakeScheduler(): void;
  readonly deployment: { name: string };
};

/** Calls out of an action. They answer with encoded JSON text or throw a `FunctionFailure`. */
export type Calls = {
  call(from: Run, target: Target, args: string): Promise<string>;
};

/** One call from outside, and everything that it causes within the deployment. */
export type Run = {
  readonly services: Services;
  /** What was deployed when the run began: a push in the middle changes nothing for it. */
  readonly program: Program;
  readonly identity: Identity;
  readonly requestId: string;
  /** Set for a scheduled function and for all that it calls. */
  readonly scheduledFunctionId: string | null;
  readonly logLines: string[];
  /** Whether anything asked who is calling. */
  usedIdentity: boolean;
  /** What the run has scheduled so far. */
  readonly scheduling: { functions: number; argsBytes: number };
  readonly pagination: Pagination;
};

/**
 * Where the page of a paginated query ended. A client that keeps the journal gets the same stretch of the index when
 * the query runs again, so that neighbouring pages neither gap nor overlap.
 */
export type Pagination = { endCursor: string | null; journal: string | null };

export function openPagination(journal: string | null | undefined): Pagination {
  if (journal === null || journal === undefined) return { endCursor: null, journal: null };
  const { endCursor } = JSON.parse(journal) as { endCursor: string | null };
  return { endCursor, journal };
}

export function recordPage(pagination: Pagination, endCursor: string): void {
  pagination.journal = JSON.stringify({ endCursor });
}

const PROCESS = randomBytes(5).toString("hex");
let requests = 0;

/** Sixteen hexadecimal digits that no other request of any process has: a name for logs, not a secret. */
function nextRequestId(): string {
  requests = (requests + 1) % 0x1000000;
  return PROCESS + requests.toString(16).padStart(6, "0");
}

/** Begins a run for a call from outside. */
export function beginRun(
  services: Services,
  program: Program,
  identity: Identity,
  journal?: string | null,
): Run {
  return {
    services,
    program,
    identity,
    requestId: nextRequestId(),
    scheduledFunctionId: null,
    logLines: [],
    usedIdentity: false,
    scheduling: { functions: 0, argsBytes: 0 },
    pagination: openPagination(journal),
  };
}

/** A call out of an action: the same caller and request, its own log and transaction. */
export function nestedRun(run: Run): Run {
  return {
    ...run,
    logLines: [],
    usedIdentity: false,
    scheduling: { functions: 0, argsBytes: 0 },
    pagination: openPagination(null),
  };
}
