import type { Database, Namespace, Transaction } from "../database/database.ts";
import { forgetOldAnswers } from "../functions/sessionRequests.ts";

/** How long `_scheduled_functions` shows a finished job, as in Convex. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;
const EVERY_MS = 60 * 60 * 1000;
/** Rows removed in one transaction, so that nobody waits long behind it. */
const BATCH = 500;

/** Removes what nobody can ask for any more, now and every hour. Returns a function that stops it. */
export function keepHouse(database: Database, namespaces: () => Iterable<Namespace>): () => void {
  const clean = async (): Promise<void> => {
    const now = Date.now();
    const removed = await database.mutate(async (transaction) => {
      let rows = forgetOldAnswers(transaction, now, BATCH);
      for (const namespace of namespaces()) rows += forgetFinishedJobs(transaction, namespace, now);
      return rows;
    });
    if (removed.value >= BATCH) await clean();
  };
  // A deployment that is closing refuses: the next start cleans.
  const run = () => void clean().catch(() => undefined);
  const timer = setInterval(run, EVERY_MS);
  timer.unref();
  run();
  return () => clearInterval(timer);
}

function forgetFinishedJobs(transaction: Transaction, namespace: Namespace, now: number): number {
  const exists = transaction.tables(namespace).some(({ name }) => name === "_scheduled_functions");
  if (!exists) return 0;
  const source = { type: "FullTableScan", tableName: "_scheduled_functions", order: "asc" };
  const found = transaction.query(namespace, { source, operators: [{ limit: BATCH }] });
  const old: string[] = [];
  for (let row = found.next(); !row.done; row = found.next()) {
    const { _id, completedTime } = JSON.parse(row.value) as { _id: string; completedTime?: number };
    if (completedTime !== undefined && completedTime < now - KEPT_MS) old.push(_id);
  }
  for (const id of old) transaction.remove(namespace, id, "_scheduled_functions");
  return old.length;
}
