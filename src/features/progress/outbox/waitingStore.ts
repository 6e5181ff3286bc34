import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Waiting, WaitingStore } from "./waiting.ts";

interface WaitingDatabase extends DBSchema {
  waiting: { key: string; value: Waiting; indexes: { by_person: string } };
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

/** Measurements wait in IndexedDB: they survive a reload and a flat battery. */
export const waitingStore: WaitingStore = {
  async all(personId) {
    return await (await database()).getAllFromIndex("waiting", "by_person", personId);
  },
  async put(waiting) {
    await (await database()).put("waiting", waiting);
  },
  async remove(clientKey) {
    await (await database()).delete("waiting", clientKey);
  },
};
