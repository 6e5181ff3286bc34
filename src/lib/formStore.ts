import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { seal, unseal } from "./deviceSeal.ts";
import type { Sealed } from "./sealed.ts";
import { uniqueId } from "./uniqueId.ts";

/** Which form of whom: "meeting" and the ids that it is about, never words. */
export type FormPlace = { personId: string; form: string };
export type KeptWords = { values: Record<string, unknown>; keptAt: number };

/**
 * What was typed into a form and not sent, on this device. What can be read without the author's key is whose it is and
 * which form, and none of the words; the key is handed out to whoever signs in (deviceKeys.ts).
 */
type Row = FormPlace & { key: string; pageId: string; keptAt: number; sealed: Sealed };

interface FormDatabase extends DBSchema {
  forms: { key: string; value: Row; indexes: { by_form: [string, string]; by_kept: number } };
}

/** Whoever has not come back to a form in two weeks has done without it. */
const KEPT_MS = 14 * 86_400_000;

let opening: Promise<IDBPDatabase<FormDatabase>> | null = null;
function database(): Promise<IDBPDatabase<FormDatabase>> {
  opening ??= openDB<FormDatabase>("openiep-forms", 1, {
    upgrade(db) {
      const forms = db.createObjectStore("forms", { keyPath: "key" });
      forms.createIndex("by_form", ["personId", "form"]);
      forms.createIndex("by_kept", "keptAt");
    },
    terminated() {
      opening = null;
    },
  });
  return opening;
}

/** Two pages on one device never write into the same row: each is known by a lock that it holds while it lives. */
const pageId = uniqueId();
const lockOf = (id: string) => `openiep-page-${id}`;
let holding: Promise<void> | null = null;
function beKnown(): Promise<void> {
  holding ??= new Promise((resolve) => {
    if (!navigator.locks) return resolve();
    void navigator.locks.request(lockOf(pageId), () => {
      resolve();
      return new Promise<void>(() => {});
    });
  });
  return holding;
}
async function livingPages(): Promise<(id: string) => boolean> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  const names = new Set(held.map(({ name }) => name));
  return (id) => id !== pageId && names.has(lockOf(id));
}

const keyOf = ({ personId, form }: FormPlace) => `${personId} ${form} ${pageId}`;
const placeOf = ({ personId, form }: FormPlace) => `form ${personId} ${form}`;

/** What the person typed into this form here before, or on a page that is gone; from now on it is this page's. */
export async function takeKept(place: FormPlace): Promise<KeptWords | null> {
  await beKnown();
  const isOnAnother = await livingPages();
  const forms = (await database()).transaction("forms", "readwrite").store;
  const old = IDBKeyRange.upperBound(Date.now() - KEPT_MS);
  for (const key of await forms.index("by_kept").getAllKeys(old)) await forms.delete(key);
  const rows = await forms.index("by_form").getAll([place.personId, place.form]);
  const [row] = rows.filter((one) => !isOnAnother(one.pageId)).sort((a, b) => b.keptAt - a.keptAt);
  if (!row) return null;
  await forms.delete(row.key);
  await forms.put({ ...row, key: keyOf(place), pageId });
  const values = (await unseal(row.sealed, placeOf(place))) as KeptWords["values"] | null;
  if (values === null) await dropKept(place);
  return values && { values, keptAt: row.keptAt };
}

export async function keepWords(place: FormPlace, values: KeptWords["values"]): Promise<void> {
  const sealed = await seal(values, placeOf(place));
  const row = { ...place, key: keyOf(place), pageId, keptAt: Date.now(), sealed };
  await (await database()).put("forms", row);
}

export async function dropKept(place: FormPlace): Promise<void> {
  await (await database()).delete("forms", keyOf(place));
}
