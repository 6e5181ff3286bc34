import type { Namespace, Transaction } from "../database/database.ts";
import { firstRow, insertRow, type Row, removeRow, replaceRow, rows } from "../deploy/systemTables.ts";
import type { CronSpec } from "../functions/component.ts";
import { nextTime } from "./cronTime.ts";
import { jobOf, scheduleJob } from "./jobs.ts";

/** A job of a component's `crons.js`, and when it runs next. */
export type Cron = {
  component: Namespace;
  name: string;
  /** A `CronSpec` as JSON text. */
  spec: string;
  nextAt: number;
  /** The job of its latest run: while that lasts, further runs are left out. */
  latestJob: string | null;
};

export type CronDiff = { added: string[]; updated: string[]; deleted: string[] };

/** Makes the component's crons those of a push. One that stays as it is keeps its next time. */
export function syncCrons(
  transaction: Transaction,
  component: Namespace,
  specs: Readonly<Record<string, CronSpec>>,
  now: number,
): CronDiff {
  const diff: CronDiff = { added: [], updated: [], deleted: [] };
  const known = new Map(cronsOf(transaction, component).map((cron) => [cron.name, cron]));
  for (const [name, spec] of Object.entries(specs)) {
    const cron = known.get(name);
    known.delete(name);
    const text = JSON.stringify(spec);
    if (cron?.spec === text) continue;
    const row: Cron = { component, name, spec: text, nextAt: nextTime(spec.schedule, now), latestJob: null };
    if (cron === undefined) insertRow(transaction, "_cron_jobs", row);
    else replaceRow(transaction, cron._id, row);
    diff[cron === undefined ? "added" : "updated"].push(name);
  }
  for (const { name, _id } of known.values()) {
    removeRow(transaction, _id);
    diff.deleted.push(name);
  }
  return diff;
}

export function cronsOf(transaction: Transaction, component: Namespace): Row<Cron>[] {
  return [...rows<Cron>(transaction, "_cron_jobs", "by_component_and_name")].filter(
    (cron) => cron.component === component,
  );
}

/** When the first cron is due; null if there is none. */
export function nextCronAt(transaction: Transaction): number | null {
  return firstRow<Cron>(transaction, "_cron_jobs", "by_next")?.nextAt ?? null;
}

/** Queues a run of every cron that is due. Runs that were missed while the deployment was down are not made up. */
export function queueDueCrons(transaction: Transaction, now: number): void {
  const due: Row<Cron>[] = [];
  for (const cron of rows<Cron>(transaction, "_cron_jobs", "by_next")) {
    if (cron.nextAt > now) break;
    due.push(cron);
  }
  for (const { _id, _creationTime, ...cron } of due) {
    const { name, args, schedule } = JSON.parse(cron.spec) as CronSpec;
    const running = cron.latestJob !== null && jobOf(transaction, cron.latestJob) !== null;
    const latestJob = running
      ? cron.latestJob
      : scheduleJob(transaction, {
          scheduledFrom: null,
          namespace: cron.component,
          path: name,
          args: JSON.stringify(args[0] ?? {}),
          dueAt: now,
        });
    replaceRow(transaction, _id, { ...cron, latestJob, nextAt: nextTime(schedule, now, cron.nextAt) });
  }
}
