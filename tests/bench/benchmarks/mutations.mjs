import { openSide } from "../harness/side.mjs";
import { median, short } from "../harness/statistics.mjs";

const serverSide = new URL("../harness/serverSide.mjs", import.meta.url);
const oneWriter = new URL("../harness/oneWriter.mjs", import.meta.url);
const bareStore = new URL("../harness/bareStore.mjs", import.meta.url);
const hosted = new URL("../subjects/hosted.mjs", import.meta.url).href;
const count = 1500;

/** One client, one mutation at a time, validated, indexed twice and durable, against lmdb doing the same reads and writes. */
export const mutations = {
  ids: ["B06"],
  async run({ rounds, say }) {
    const rows = [];
    for (let round = 0; round < rounds; round++) {
      say(`round ${round + 1} of ${rounds}`);
      rows.push({ engine: await engineRate(), ...(await hostedRate()) });
    }
    const [last] = rows;
    return [
      {
        id: "B06",
        what: "mutations a second over the socket, against the bare store",
        ratio: short(median(rows.map(({ rate, engine }) => rate / engine))),
        goal: "≥ 0.45",
        detail: `${short(median(rows.map(({ rate }) => rate)))}/s; store ${short(median(rows.map(({ engine }) => engine)))}/s; per mutation ${last.flushes} flush, ${last.documentsWritten} documents written, ${last.documentsRead} read`,
      },
    ];
  },
};

async function engineRate() {
  const store = openSide(bareStore, [], 0);
  try {
    await store.ready();
    await store.ask({ kind: "mutations", count: 300 });
    return (await store.ask({ kind: "mutations", count })).perSecond;
  } finally {
    await store.close();
  }
}

async function hostedRate() {
  const server = openSide(serverSide, [hosted, JSON.stringify({ people: 1 })], 0);
  let writer = null;
  try {
    const { port } = await server.ready();
    writer = openSide(oneWriter, [String(port)], 1);
    await writer.ready();
    await writer.ask({ count: 300 });
    await server.ask({ ask: "mark" });
    const { perSecond } = await writer.ask({ count });
    const { counters } = await server.ask({ ask: "usage" });
    const each = (total) => short(total / count);
    return {
      rate: perSecond,
      flushes: each(counters.flushes),
      documentsWritten: each(counters.documentsWritten),
      documentsRead: each(counters.documentsRead),
    };
  } finally {
    await writer?.close();
    await server.close();
  }
}
