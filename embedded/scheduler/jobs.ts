import { randomUUID } from "node:crypto";
import type { Namespace, Transaction } from "../database/database.ts";
import {
  eq,
  firstRow,
  insertRow,
  lt,
  type Row,
  removeRow,
  replaceRow,
  rows,
} from "../deploy/systemTables.ts";
import { canonicalPath } from "../functions/path.ts";

/** A function to run later. */
export type JobRequest = {
  /** Whose `_scheduled_functions` shows it; null for the runs of crons, which no table shows. */
  scheduledFrom: Namespace | null;
  namespace: Namespace;
  path: string;
  /** The encoded arguments object as text. */
  args: string;
  /** Milliseconds since 1970. */
  dueAt: number;
};

/**
 * A job in the queue. The row in `_scheduled_functions` is what functions see; this one is what the scheduler works
 * off, and it is gone once the job is done.
 */
export type Job = JobRequest & {
  scheduledId: string;
  /** Set when an action has begun: after a crash it is not begun again. */
  startedAt: number | null;
};

/** Where jobs that have begun stand in the queue: behind all that are still to begin. */
const BEGUN = Number.MAX_SAFE_INTEGER;

export type JobState =
  | { kind: "pending" }
  | { kind: "inProgress" }
  | { kind: "success" }
  | { kind: "failed"; error: string }
  | { kind: "canceled" };

/** Puts a job into the queue and answers its id in `_scheduled_functions`. */
export function scheduleJob(transaction: Transaction, request: JobRequest): string {
  const scheduledId =
    request.scheduledFrom === null
      ? `cron:${randomUUID()}`
      : transaction.insert(request.scheduledFrom, "_scheduled_functions", {
          name: canonicalPath(request.path),
          args: [JSON.parse(request.args)],
          scheduledTime: request.dueAt,
          state: { kind: "pending" },
        });
  insertRow(transaction, "_scheduled_jobs", { ...request, scheduledId, startedAt: null });
  return scheduledId;
}

/** The jobs that have not begun, earliest first, at most `limit`. */
export function waitingJobs(transaction: Transaction, limit: number): Row<Job>[] {
  return [...rows<Job>(transaction, "_scheduled_jobs", "by_due", [lt("dueAt", BEGUN)], limit)];
}

export function jobOf(transaction: Transaction, scheduledId: string): Row<Job> | null {
  return firstRow<Job>(transaction, "_scheduled_jobs", "by_scheduled_id", [eq("scheduledId", scheduledId)]);
}

/** Notes how a job stands; a job that is over leaves the queue. */
export function setJobState(transaction: Transaction, job: Row<Job>, state: JobState, now: number): void {
  const over = state.kind !== "pending" && state.kind !== "inProgress";
  const { scheduledFrom, scheduledId } = job;
  if (
    scheduledFrom !== null &&
    transaction.get(scheduledFrom, scheduledId, "_scheduled_functions") !== null
  ) {
    transaction.shallowMerge(scheduledFrom, scheduledId, { state, ...(over ? { completedTime: now } : {}) });
  }
  if (over) {
    removeRow(transaction, job._id);
  } else if (state.kind === "inProgress") {
    const { _id, _creationTime, ...fields } = job;
    replaceRow(transaction, _id, { ...fields, startedAt: now, dueAt: BEGUN });
  }
}

/** Cancels what has not begun; an action under way is not stopped. Unknown and finished ids are left alone. */
export function cancelJob(transaction: Transaction, namespace: Namespace, scheduledId: string): void {
  if (transaction.normalizeId(namespace, "_scheduled_functions", scheduledId) === null) {
    throw new Error(`Invalid scheduled function id: ${scheduledId}`);
  }
  const job = jobOf(transaction, scheduledId);
  if (job !== null) setJobState(transaction, job, { kind: "canceled" }, Date.now());
}

/** Jobs that had begun when the deployment stopped. */
export function interruptedJobs(transaction: Transaction): Row<Job>[] {
  return [...rows<Job>(transaction, "_scheduled_jobs", "by_due", [eq("dueAt", BEGUN)])];
}
