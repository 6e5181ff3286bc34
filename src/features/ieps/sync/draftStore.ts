import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { uniqueId } from "#src/lib/uniqueId.ts";
import type { DraftRecord } from "./draftRecord.ts";

/**
 * One open document's place on the device: its client id, and steps that an earlier page left unsent.
 * Two pages never share a claim.
 */
export interface DraftClaim {
  readonly clientId: string;
  readonly record: DraftRecord | null;
  save(record: DraftRecord): Promise<void>;
  remove(): Promise<void>;
  release(): void;
}

interface DraftDatabase extends DBSchema {
  drafts: { key: string; value: DraftRecord; indexes: { by_document: [string, string] } };
}

let opening: Promise<IDBPDatabase<DraftDatabase>> | null = null;

function database(): Promise<IDBPDatabase<DraftDatabase>> {
  opening ??= openDB<DraftDatabase>("openiep-drafts", 1, {
    upgrade(db) {
      const drafts = db.createObjectStore("drafts", { keyPath: "clientId" });
      drafts.createIndex("by_document", ["documentId", "authorId"]);
    },
    terminated() {
      opening = null;
    },
  });
  return opening;
}

/**
 * Claims the person's unsent steps for this document, left by a page that is gone (its lock is free), or a
 * fresh client id. Without storage the claim only lives in this page.
 */
export async function claimDraft(documentId: string, authorId: string): Promise<DraftClaim> {
  const records = await recordsOf(documentId, authorId).catch(() => []);
  for (const record of records) {
    const release = await hold(record.clientId);
    // Read again under the lock: the page that held it may have sent everything meanwhile.
    const fresh = release && (await (await database()).get("drafts", record.clientId));
    if (fresh) return claim(record.clientId, fresh, release);
    release?.();
  }
  const clientId = uniqueId();
  return claim(clientId, null, (await hold(clientId)) ?? (() => {}));
}

/** Whether an earlier page left the person's words for this document unsent on this device. */
export async function hasKeptWords(documentId: string, authorId: string): Promise<boolean> {
  return (await recordsOf(documentId, authorId).catch(() => [])).length > 0;
}

async function recordsOf(documentId: string, authorId: string): Promise<DraftRecord[]> {
  const db = await database();
  return await db.getAllFromIndex("drafts", "by_document", [documentId, authorId]);
}

function claim(clientId: string, record: DraftRecord | null, release: () => void): DraftClaim {
  return {
    clientId,
    record,
    release,
    async save(next) {
      await (await database()).put("drafts", next);
    },
    async remove() {
      await (await database()).delete("drafts", clientId);
    },
  };
}

/** Takes the lock of a client id until released or the page ends; null when another page has it. */
function hold(clientId: string): Promise<(() => void) | null> {
  if (!navigator.locks) return Promise.resolve(() => {});
  return new Promise((resolve) => {
    void navigator.locks.request(`openiep-draft-${clientId}`, { ifAvailable: true }, (lock) => {
      if (!lock) return resolve(null);
      return new Promise<void>((free) => resolve(free));
    });
  });
}
