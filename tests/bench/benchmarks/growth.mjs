import { openSide } from "../harness/side.mjs";
import { median, short } from "../harness/statistics.mjs";

const serverSide = new URL("../harness/serverSide.mjs", import.meta.url);
const bareStore = new URL("../harness/bareStore.mjs", import.meta.url);
const reader = new URL("../harness/reader.mjs", import.meta.url);
const hosted = new URL("../subjects/hosted.mjs", import.meta.url).href;
const sizes = [1_000, 10_000, 100_000];
const kinds = { byId: "by id", byName: "by unique index", page: "page of 100", joined: "join of 3 tables" };

/** Reads as the table grows from a thousand to a hundred thousand rows, against lmdb's own growth. */
export const growth = {
  ids: ["B09"],
  async run({ rounds, say }) {
    const server = openSide(serverSide, [hosted, JSON.stringify({ people: 1 })], 0);
    const store = openSide(bareStore, [], 0);
    let asking = null;
    const rows = [];
    try {
      const { port } = await server.ready();
      await store.ready();
      asking = openSide(reader, [String(port)], 1);
      await asking.ready();
      for (const total of sizes) {
        say(`filling to ${total} rows`);
        const { id } = await asking.ask({ fill: total }, 600_000);
        await store.ask({ kind: "fill", total });
        for (let round = 0; round < rounds; round++)
          rows.push(await readAt({ server, store, asking, total, id }));
      }
    } finally {
      await asking?.close();
      await server.close();
      await store.close();
    }
    return [...Object.keys(kinds).map((kind) => growthOf(rows, kind)), pageAgainstStore(rows)];
  },
};

async function readAt({ server, store, asking, total, id }) {
  const engine = await store.ask({ kind: "reads", total, times: 500 });
  await server.ask({ ask: "mark" });
  const ours = await asking.ask({ read: total, id });
  const { counters } = await server.ask({ ask: "usage" });
  return { total, ours, engine, rowsRead: counters.documentsRead };
}

function growthOf(rows, kind) {
  const at = (total, side) => median(rows.filter((row) => row.total === total).map((row) => row[side][kind]));
  const grown = (side) => at(sizes.at(-1), side) / at(sizes[0], side);
  const read = new Set(rows.map(({ rowsRead }) => rowsRead));
  return {
    id: "B09",
    what: `${kinds[kind]}: growth from 1k to 100k rows, against the store's own`,
    ratio: short(grown("ours") / grown("engine")),
    goal: "≤ 1.25",
    detail: `${sizes.map((total) => short(at(total, "ours"))).join(", ")} µs; store ${sizes.map((total) => short(at(total, "engine"))).join(", ")} µs; rows read ${read.size === 1 ? "equal at every size" : [...read].join(" / ")}`,
  };
}

function pageAgainstStore(rows) {
  const last = rows.filter(({ total }) => total === sizes.at(-1));
  return {
    id: "B09",
    what: "page of 100 at 100k rows, the whole round trip against the store's scan",
    ratio: short(median(last.map(({ ours, engine }) => ours.page / engine.page))),
    goal: "≤ 3",
    detail: "includes the function, validation, encoding and the socket",
  };
}
