import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { seal, unseal } from "#src/lib/deviceSeal.ts";
import type { Sealed } from "#src/lib/sealed.ts";
import type { Waiting, WaitingStore } from "./waiting.ts";

/** What can be read without the person's key is whose it is, and nothing of what was measured. */
type Kept = Pick<Waiting, "clientKey" | "personId"> & { sealed: Sealed };

interface WaitingDatabase extends DBSchema {
  /** Unsealed ones were left by a version that did not seal yet. */
  waiting: { key: string; value: Kept | Waiting; indexes: { by_person: string } };
}

let opening: Promise<IDBPDatabase<WaitingDatabase>> | null = null;

function database(): Promise<IDBPDatabase<WaitingDatabase>> {
  opening ??= openDB<WaitingDatabase>("openiep-measurements", 1, {
    upgrade(db) {
      db.createObjectStore("waiting", { keyPath: "clientKey" }).createIndex("by_person", "personId");
    },
    terminated() {
      opening = null;
    },
  });
  return opening;
}

const placeOf = ({ clientKey, personId }: Pick<Waiting, "clientKey" | "personId">) =>
  `measurement ${personId} ${clientKey}`;

async function opened(kept: Kept | Waiting): Promise<Waiting | null> {
  return "sealed" in kept ? ((await unseal(kept.sealed, placeOf(kept))) as Waiting | null) : kept;
}

/** Measurements wait in IndexedDB, sealed: they survive a reload and a flat battery, and nobody else reads them. */
export const waitingStore: WaitingStore = {
  async all(personId) {
    const kept = await (await database()).getAllFromIndex("waiting", "by_person", personId);
    return (await Promise.all(kept.map(opened))).filter((waiting) => waiting !== null);
  },
  async put(waiting) {
    const { clientKey, personId } = waiting;
    const sealed = await seal(waiting, placeOf(waiting));
    await (await database()).put("waiting", { clientKey, personId, sealed });
  },
  async remove(clientKey) {
    await (await database()).delete("waiting", clientKey);
  },
};
