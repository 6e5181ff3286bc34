import { encodeInteger } from "../../values/json.ts";
import type { AnyFrame, TransactionFrame } from "../frame.ts";
import { RUN_LIMITS } from "../limits.ts";
import { displayPath } from "../path.ts";
import { immediate, operation } from "./operation.ts";

export const getFunctionMetadata = operation((frame: AnyFrame) =>
  JSON.stringify({ name: displayPath(frame.path), componentPath: frame.component.namespace }),
);

/** Addresses and tokens stay with the server that received them: functions see who calls through `ctx.auth`. */
export const getRequestMetadata = operation((frame: AnyFrame) =>
  JSON.stringify({
    ip: null,
    userAgent: null,
    requestId: frame.run.requestId,
    scheduledFunctionId: frame.run.scheduledFunctionId,
    authToken: null,
  }),
);

/** The class is the smallest of Convex's, since the type knows no other. */
export const getDeploymentMetadata = operation((frame: AnyFrame) =>
  JSON.stringify({ name: frame.run.services.deployment.name, region: null, class: "s16" }),
);

/** The transaction's moment in nanoseconds. */
export const getSnapshotTs = immediate((frame) =>
  JSON.stringify(encodeInteger(BigInt(frame.transaction.timestamp) * 1000n)),
);

export const getTransactionMetrics = operation((frame: TransactionFrame) => {
  const { usage } = frame.transaction;
  const metric = (used: number, limit: number) => ({ used, remaining: Math.max(0, limit - used) });
  const unlimited = { used: 0, remaining: Number.MAX_SAFE_INTEGER };
  return JSON.stringify({
    bytesRead: metric(usage.bytesRead, RUN_LIMITS.bytesRead),
    bytesWritten: metric(usage.bytesWritten, RUN_LIMITS.bytesWritten),
    databaseQueries: metric(usage.queries, RUN_LIMITS.databaseQueries),
    documentsRead: metric(usage.documentsRead, RUN_LIMITS.documentsRead),
    documentsWritten: metric(usage.documentsWritten, RUN_LIMITS.documentsWritten),
    functionsScheduled: metric(frame.run.scheduling.functions, RUN_LIMITS.functionsScheduled),
    scheduledFunctionArgsBytes: metric(frame.run.scheduling.argsBytes, RUN_LIMITS.scheduledFunctionArgsBytes),
    filesWritten: unlimited,
    fileWriteBytes: unlimited,
    filesRead: unlimited,
    fileReadBytes: unlimited,
  });
});
