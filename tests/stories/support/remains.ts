import type { Page } from "@playwright/test";

/** Everything that the page's program holds in memory, after what nobody refers to was thrown away. */
export async function heapOf(page: Page): Promise<string> {
  const chrome = await page.context().newCDPSession(page);
  const pieces: string[] = [];
  chrome.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => void pieces.push(chunk));
  await chrome.send("HeapProfiler.collectGarbage");
  await chrome.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  await chrome.detach();
  return pieces.join("");
}

/** Everything that the browser keeps on the device for the page, as text; bytes as the letters that they may be. */
export const keptBy = (page: Page): Promise<string> => page.evaluate(everythingKept);

/** Runs in the page. */
async function everythingKept(): Promise<string> {
  const text: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      text.push(request.url, (await (await cache.match(request))?.text()) ?? "");
    }
  }
  for (const { name = "" } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((done, failed) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(opening.error);
    });
    for (const store of database.objectStoreNames) {
      const rows = await new Promise<unknown[]>((done, failed) => {
        const reading = database.transaction(store).objectStore(store).getAll();
        reading.onsuccess = () => done(reading.result);
        reading.onerror = () => failed(reading.error);
      });
      for (const row of rows) {
        text.push(
          store,
          JSON.stringify(row, (_, value: unknown) =>
            value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
          ),
        );
      }
    }
    database.close();
  }
  return text.join("\n");
}
