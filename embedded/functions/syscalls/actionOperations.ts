import * as calls from "./calls.ts";
import { getUserIdentity } from "./identity.ts";
import * as meta from "./meta.ts";
import type { ActionOperation } from "./operation.ts";
import * as scheduling from "./scheduling.ts";
import * as storage from "./storage.ts";
import { auditLog, createServiceToken, getServiceUrl } from "./unsupported.ts";
import { vectorSearch } from "./vectors.ts";

/** What an action or HTTP action can ask for, by the name that `convex/server` uses. */
export const actionOperations: Readonly<Record<string, ActionOperation>> = {
  "1.0/actions/query": calls.actionQuery,
  "1.0/actions/mutation": calls.actionMutation,
  "1.0/actions/action": calls.actionAction,
  "1.0/actions/schedule": scheduling.actionSchedule,
  "1.0/actions/cancel_job": scheduling.actionCancel,
  "1.0/actions/vectorSearch": vectorSearch,
  "1.0/createFunctionHandle": calls.createFunctionHandle,
  "1.0/getUserIdentity": getUserIdentity,
  "1.0/getFunctionMetadata": meta.getFunctionMetadata,
  "1.0/getRequestMetadata": meta.getRequestMetadata,
  "1.0/getDeploymentMetadata": meta.getDeploymentMetadata,
  "1.0/storageGenerateUploadUrl": storage.generateUploadUrl,
  "1.0/storageGetUrl": storage.actionGetUrl,
  "1.0/storageGetMetadata": storage.actionGetMetadata,
  "1.0/storageDelete": storage.actionDeleteFile,
  "1.0/getServiceUrl": getServiceUrl,
  "1.0/createServiceToken": createServiceToken,
  "1.0/auditLog": auditLog,
};
