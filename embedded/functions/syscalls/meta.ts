import { encodeInteger } from "../../values/json.ts";
import type { AnyFrame, TransactionFrame } from "../frame.ts";
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

/** Convex's published limits for one query or mutation. */
const LIMITS = {
  bytesRead: 16 * 1024 * 1024,
  bytesWritten: 16 * 1024 * 1024,
  databaseQueries: 4096,
  documentsRead: 32_000,
  documentsWritten: 16_000,
  functionsScheduled: 1000,
  scheduledFunctionArgsBytes: 16 * 1024 * 1024,
} as const;

export const getTransactionMetrics = operation((frame: TransactionFrame) => {
  const { usage } = frame.transaction;
  const metric = (used: number, limit: number) => ({ used, remaining: Math.max(0, limit - used) });
  const unlimited = { used: 0, remaining: Number.MAX_SAFE_INTEGER };
  return JSON.stringify({
    bytesRead: metric(usage.bytesRead, LIMITS.bytesRead),
    bytesWritten: metric(usage.bytesWritten, LIMITS.bytesWritten),
    databaseQueries: metric(usage.queries, LIMITS.databaseQueries),
    documentsRead: metric(usage.documentsRead, LIMITS.documentsRead),
    documentsWritten: metric(usage.documentsWritten, LIMITS.documentsWritten),
    functionsScheduled: metric(frame.run.scheduling.functions, LIMITS.functionsScheduled),
    scheduledFunctionArgsBytes: metric(frame.run.scheduling.argsBytes, LIMITS.scheduledFunctionArgsBytes),
    filesWritten: unlimited,
    fileWriteBytes: unlimited,
    filesRead: unlimited,
    fileReadBytes: unlimited,
  });
});
