import type { Transaction } from "../../database/database.ts";
import type { ActionFrame, AnyFrame, TransactionFrame } from "../frame.ts";
import { operation, writing } from "./operation.ts";

type Stored = { storageId: string };

export const generateUploadUrl = operation((frame: AnyFrame) =>
  JSON.stringify(frame.run.services.files.uploadUrl(frame.component.namespace)),
);

export const getUrl = operation((frame: TransactionFrame, { storageId }: Stored) =>
  JSON.stringify(urlOf(frame, frame.transaction, storageId)),
);
export const actionGetUrl = operation((frame: ActionFrame, { storageId }: Stored) =>
  JSON.stringify(reading(frame, (transaction) => urlOf(frame, transaction, storageId))),
);

export const getMetadata = operation((frame: TransactionFrame, { storageId }: Stored) =>
  JSON.stringify(metadataOf(frame, frame.transaction, storageId)),
);
export const actionGetMetadata = operation((frame: ActionFrame, { storageId }: Stored) =>
  JSON.stringify(reading(frame, (transaction) => metadataOf(frame, transaction, storageId))),
);

export const deleteFile = writing((frame, { storageId }: Stored) => {
  removeRow(frame, frame.transaction, storageId);
  return "null";
});
export const actionDeleteFile = operation(async (frame: ActionFrame, { storageId }: Stored) => {
  await frame.run.services.database.mutate(async (transaction) => removeRow(frame, transaction, storageId));
  return "null";
});

/** Bytes come and go through actions and HTTP; a mutation hands out an upload URL instead. */
export const storeInTransaction = writing(() => {
  throw new Error(
    "storage.store() is available in actions. A mutation can hand out generateUploadUrl() instead.",
  );
});

/** A file's bytes inside a query or mutation. Files never change, so the answer holds. */
export const getFile = operation(async (frame: TransactionFrame, { storageId }: Stored) => {
  if (metadataOf(frame, frame.transaction, storageId) === null) return "null";
  const file = await readFile(frame, storageId);
  if (file === null) return "null";
  const blob = Buffer.from(file.bytes.buffer).toString("base64");
  return JSON.stringify({ blob, contentType: file.contentType || null });
});

/** A file's content on its way to or from the thread of an action. */
export type File = { bytes: Uint8Array<ArrayBuffer>; contentType: string };
export type FileToStore = File & { sha256?: string };

/** `ctx.storage.store(blob)` in an action. */
export async function storeFile(frame: ActionFrame, file: FileToStore): Promise<string> {
  const { bytes, contentType, sha256 } = file;
  return await frame.run.services.files.store(frame.component.namespace, bytes, {
    ...(contentType ? { contentType } : {}),
    ...(sha256 ? { sha256 } : {}),
  });
}

/** `ctx.storage.get(id)` in an action, and what the operation for queries and mutations wraps. */
export async function readFile(frame: AnyFrame, storageId: string): Promise<File | null> {
  const file = await frame.run.services.files.open(frame.component.namespace, storageId);
  if (file === null) return null;
  const bytes = new Uint8Array(await new Response(file.body()).arrayBuffer());
  return { bytes, contentType: file.contentType ?? "" };
}

function urlOf(frame: AnyFrame, transaction: Transaction, storageId: string): string | null {
  const { files } = frame.run.services;
  const { namespace } = frame.component;
  return files.metadata(transaction, namespace, storageId) === null ? null : files.url(namespace, storageId);
}

function metadataOf(frame: AnyFrame, transaction: Transaction, storageId: string) {
  const found = frame.run.services.files.metadata(transaction, frame.component.namespace, storageId);
  return found === null ? null : { storageId, ...found };
}

function removeRow(frame: AnyFrame, transaction: Transaction, storageId: string): void {
  if (metadataOf(frame, transaction, storageId) === null)
    throw new Error(`storage id ${storageId} not found`);
  transaction.remove(frame.component.namespace, storageId, "_storage");
}

function reading<T>(frame: ActionFrame, body: (transaction: Transaction) => T): T {
  const transaction = frame.run.services.database.read();
  try {
    return body(transaction);
  } finally {
    transaction.close();
  }
}
