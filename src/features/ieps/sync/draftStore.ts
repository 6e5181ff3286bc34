import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { seal, unseal } from "#src/lib/deviceSeal.ts";
import type { Sealed } from "#src/lib/sealed.ts";
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

/** What can be read without the author's key is whose it is and for which document, and none of the words. */
type Kept = Pick<DraftRecord, "clientId" | "documentId" | "authorId"> & { sealed: Sealed };

interface DraftDatabase extends DBSchema {
  /** Unsealed ones were left by a version that did not seal yet. */
  drafts: { key: string; value: Kept | DraftRecord; indexes: { by_document: [string, string] } };
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
    const kept = release && (await (await database()).get("drafts", record.clientId));
    const fresh = kept && (await opened(kept));
    if (release && fresh) return claim(record.clientId, fresh, release);
    release?.();
  }
  const clientId = uniqueId();
  return claim(clientId, null, (await hold(clientId)) ?? (() => {}));
}

/** Whether an earlier page left the person's words for this document unsent on this device. */
export async function hasKeptWords(documentId: string, authorId: string): Promise<boolean> {
  return (await recordsOf(documentId, authorId).catch(() => [])).length > 0;
}

async function recordsOf(documentId: string, authorId: string): Promise<(Kept | DraftRecord)[]> {
  const db = await database();
  return await db.getAllFromIndex("drafts", "by_document", [documentId, authorId]);
}

const placeOf = ({ clientId, documentId, authorId }: Omit<Kept, "sealed">) =>
  `draft ${authorId} ${documentId} ${clientId}`;

async function opened(kept: Kept | DraftRecord): Promise<DraftRecord | null> {
  return "sealed" in kept ? ((await unseal(kept.sealed, placeOf(kept))) as DraftRecord | null) : kept;
}

function claim(clientId: string, record: DraftRecord | null, release: () => void): DraftClaim {
  return {
    clientId,
    record,
    release,
    async save(next) {
      const { documentId, authorId } = next;
      const sealed = await seal(next, placeOf(next));
      await (await database()).put("drafts", { clientId: next.clientId, documentId, authorId, sealed });
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
