// lmdb alone, doing what the benchmarked functions make the deployment read and write: what the ratios divide by.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open } from "lmdb";
import { quantile } from "./statistics.mjs";

const folder = mkdtempSync(join(tmpdir(), "openiep-store-"));
const store = open({ path: join(folder, "db"), encoding: "string" });
const body = "A sentence of about three hundred bytes, as a note has. ".repeat(5);
let next = 0;

/** A document under its id, and its id under each of its indexes and its time. */
function putNote(id, { author, topic, position }) {
  store.put(["notes", id], JSON.stringify({ _id: id, author, topic, position, body }));
  store.put(["notes by time", id], String(id));
  store.put(["notes by author and position", author, position, id], String(id));
  store.put(["notes by topic", topic, id], String(id));
}

const jobs = {
  /** B06: two reads and five writes in one transaction that is on disk before the next begins. */
  mutations({ count }) {
    const from = performance.now();
    for (let n = 0; n < count; n++) {
      store.transactionSync(() => {
        const id = next++;
        store.get(["requests", "the session", id]);
        store.get(["notes", id - 1]);
        putNote(id, { author: "one writer", topic: `topic ${id % 50}`, position: id });
        store.put(["requests", "the session", id], "null");
      });
    }
    return { perSecond: (count * 1000) / (performance.now() - from) };
  },

  /** B09: grows to `total` notes, as `notes:fill` does. */
  fill({ total }) {
    store.transactionSync(() => {
      for (; next < total; next++) {
        const topic = `topic ${Math.floor(next / 10)}`;
        if (next % 10 === 0) {
          store.put(["members", next], JSON.stringify({ _id: next, subject: `owner of ${topic}` }));
          store.put(["topics", next], JSON.stringify({ _id: next, name: topic, ownerId: next }));
          store.put(["topics by name", topic], String(next));
        }
        putNote(next, { author: `author ${Math.floor(next / 1000)}`, topic, position: next % 1000 });
      }
    });
    return {};
  },

  /** B09: the median time of each kind of read, in microseconds. */
  reads({ total, times }) {
    const id = Math.floor(total / 2);
    const topic = `topic ${Math.floor(id / 10)}`;
    const author = `author ${Math.floor(id / 1000)}`;
    const byName = (name) => JSON.parse(store.get(["topics", Number(store.get(["topics by name", name]))]));
    const rangeOf = (start, end, limit) =>
      Array.from(store.getRange({ start, end, limit }), ({ value }) =>
        JSON.parse(store.get(["notes", Number(value)])),
      );
    const kinds = {
      byId: () => JSON.parse(store.get(["notes", id])),
      byName: () => byName(topic),
      page: () => {
        const index = "notes by author and position";
        return rangeOf([index, author, 300], [index, author, 1e9], 100);
      },
      joined: () =>
        rangeOf(["notes by topic", topic, -1], ["notes by topic", topic, 1e12], 10).map((note) =>
          JSON.parse(store.get(["members", byName(note.topic).ownerId])),
        ),
    };
    return Object.fromEntries(Object.entries(kinds).map(([kind, read]) => [kind, medianTime(read, times)]));
  },
};

function medianTime(read, times) {
  const spent = [];
  for (let n = 0; n < times + 200; n++) {
    const from = performance.now();
    read();
    if (n >= 200) spent.push((performance.now() - from) * 1000);
  }
  return quantile(spent, 0.5);
}

process.on("message", ({ kind, ...how }) => {
  try {
    process.send(jobs[kind](how));
  } catch (problem) {
    process.send({ error: String(problem?.stack ?? problem) });
  }
});
for (const end of ["SIGTERM", "disconnect"]) {
  process.on(end, () => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  });
}
process.send({});
