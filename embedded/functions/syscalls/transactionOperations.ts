import * as calls from "./calls.ts";
import * as documents from "./documents.ts";
import { getUserIdentity } from "./identity.ts";
import * as meta from "./meta.ts";
import { runUdf } from "./nested.ts";
import type { ImmediateOperation, TransactionOperation } from "./operation.ts";
import * as queries from "./queries.ts";
import * as scheduling from "./scheduling.ts";
import * as storage from "./storage.ts";
import { auditLog, signJwt } from "./unsupported.ts";

/** What a query or mutation can ask for, by the name that `convex/server` uses. */
export const transactionOperations: Readonly<Record<string, TransactionOperation>> = {
  "1.0/get": documents.get,
  "1.0/insert": documents.insert,
  "1.0/shallowMerge": documents.shallowMerge,
  "1.0/replace": documents.replace,
  "1.0/remove": documents.remove,
  "1.0/count": documents.count,
  "1.0/queryStreamNext": queries.queryStreamNext,
  "1.0/queryPage": queries.queryPage,
  "1.0/runUdf": runUdf,
  "1.0/createFunctionHandle": calls.createFunctionHandle,
  "1.0/schedule": scheduling.schedule,
  "1.0/cancel_job": scheduling.cancel,
  "1.0/getUserIdentity": getUserIdentity,
  "1.0/getFunctionMetadata": meta.getFunctionMetadata,
  "1.0/getRequestMetadata": meta.getRequestMetadata,
  "1.0/getDeploymentMetadata": meta.getDeploymentMetadata,
  "1.0/getTransactionMetrics": meta.getTransactionMetrics,
  "1.0/storageGenerateUploadUrl": storage.generateUploadUrl,
  "1.0/storageGetUrl": storage.getUrl,
  "1.0/storageGetMetadata": storage.getMetadata,
  "1.0/storageGet": storage.getFile,
  "1.0/storageStore": storage.storeInTransaction,
  "1.0/storageDelete": storage.deleteFile,
  "1.0/signJwt": signJwt,
  "1.0/auditLog": auditLog,
};

/** Those that answer at once. */
export const immediateOperations: Readonly<Record<string, ImmediateOperation>> = {
  "1.0/queryStream": queries.queryStream,
  "1.0/queryCleanup": queries.queryCleanup,
  "1.0/db/normalizeId": documents.normalizeId,
  "1.0/getSnapshotTs": meta.getSnapshotTs,
};
