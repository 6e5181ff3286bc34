import { cancelJob, type JobRequest, scheduleJob } from "../../scheduler/jobs.ts";
import type { ActionFrame, AnyFrame, TransactionFrame } from "../frame.ts";
import { RUN_LIMITS } from "../limits.ts";
import { type Address, resolveAddress } from "../reference.ts";
import { operation, writing } from "./operation.ts";

type ScheduleArgs = Address & { /** Seconds since 1970. */ ts: number; args: unknown };

export const schedule = writing((frame: TransactionFrame, args: ScheduleArgs) =>
  JSON.stringify(scheduleJob(frame.transaction, requestOf(frame, args))),
);

export const actionSchedule = operation(async (frame: ActionFrame, args: ScheduleArgs) => {
  const { database, wakeScheduler } = frame.run.services;
  const request = requestOf(frame, args);
  const { value } = await database.mutate(async (transaction) => scheduleJob(transaction, request));
  wakeScheduler();
  return JSON.stringify(value);
});

export const cancel = writing((frame: TransactionFrame, { id }: { id: string }) => {
  cancelJob(frame.transaction, frame.component.namespace, id);
  return "null";
});

export const actionCancel = operation(async (frame: ActionFrame, { id }: { id: string }) => {
  await frame.run.services.database.mutate(async (transaction) =>
    cancelJob(transaction, frame.component.namespace, id),
  );
  return "null";
});

function requestOf(frame: AnyFrame, { ts, args, ...address }: ScheduleArgs): JobRequest {
  const { component, info } = resolveAddress(frame.run.program, frame.component, address);
  if (info.kind === "query") throw new Error("Only mutations and actions can be scheduled.");
  const text = JSON.stringify(args);
  count(frame, text);
  return {
    scheduledFrom: frame.component.namespace,
    namespace: component.namespace,
    path: info.path,
    args: text,
    dueAt: ts * 1000,
  };
}

function count({ kind, run: { scheduling } }: AnyFrame, args: string): void {
  scheduling.functions += 1;
  scheduling.argsBytes += args.length;
  // The limits are of transactions; an action schedules each function in its own.
  if (kind !== "mutation") return;
  if (scheduling.functions > RUN_LIMITS.functionsScheduled) {
    throw new Error(
      `Too many functions scheduled by this mutation (limit: ${RUN_LIMITS.functionsScheduled})`,
    );
  }
  if (scheduling.argsBytes > RUN_LIMITS.scheduledFunctionArgsBytes) {
    throw new Error(
      `Too large total size of the arguments of scheduled functions from this mutation (limit: ${RUN_LIMITS.scheduledFunctionArgsBytes} bytes)`,
    );
  }
}
