import type { Transaction } from "../database/database.ts";
import { eq, insertRow, removeRow, rows } from "../deploy/systemTables.ts";
import type { SessionRequest } from "./runtime.ts";

/** What a numbered mutation answered the first time. */
export type StoredAnswer = { value: string; logLines: string[] };

type Part = SessionRequest & { part: number; text: string };

/** A document holds 1 MiB; answers may be larger. */
const PART_LENGTH = 250_000;

const KEPT_MS = 14 * 24 * 60 * 60 * 1000;

/** The answer of a mutation that already ran, or null. Read in the mutation's own transaction. */
export function findAnswer(transaction: Transaction, request: SessionRequest): StoredAnswer | null {
  let text = "";
  for (const part of rows<Part>(transaction, "_session_requests", "by_request", [
    eq("sessionId", request.sessionId),
    eq("requestId", request.requestId),
  ])) {
    text += part.text;
  }
  return text === "" ? null : (JSON.parse(text) as StoredAnswer);
}

/** Remembers the answer in the same transaction as what the mutation wrote: both are kept, or neither. */
export function rememberAnswer(
  transaction: Transaction,
  request: SessionRequest,
  answer: StoredAnswer,
): void {
  const text = JSON.stringify(answer);
  for (let part = 0; part * PART_LENGTH < text.length; part++) {
    insertRow(transaction, "_session_requests", {
      ...request,
      part,
      text: text.slice(part * PART_LENGTH, (part + 1) * PART_LENGTH),
    });
  }
}

/** Forgets answers that no client will ask for any more, at most `limit` rows. Returns how many. */
export function forgetOldAnswers(transaction: Transaction, now: number, limit: number): number {
  const old = [...rows<Part>(transaction, "_session_requests", "by_creation_time", [], limit)].filter(
    (row) => row._creationTime <= now - KEPT_MS,
  );
  for (const row of old) removeRow(transaction, row._id);
  return old.length;
}
