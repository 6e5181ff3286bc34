// One official client that fills the notes and reads them in four ways: node reader.mjs <port>
import { ConvexHttpClient } from "convex/browser";
import { makeFunctionReference } from "convex/server";
import { quantile } from "./statistics.mjs";

const client = new ConvexHttpClient(`http://127.0.0.1:${process.argv[2]}`, {
  skipConvexDeploymentUrlCheck: true,
});
const query = (name, args) => client.query(makeFunctionReference(name), args);
const inOne = 50;
let filled = 0;
let middle = null;

/** Microseconds of one read: many in one query, less the query that does none, so that the socket is not in it. */
async function perRead(name, args) {
  const of = async (times) => {
    const spent = [];
    for (let n = 0; n < 60; n++) {
      const from = performance.now();
      // Another argument each time: an answer kept from before would measure nothing.
      await query(name, { ...args, times: times + (n % 2) });
      spent.push((performance.now() - from) * 1000);
    }
    return quantile(spent.slice(10), 0.5);
  };
  return Math.max(0.1, ((await of(inOne * 20)) - (await of(0))) / (inOne * 20));
}

async function perQuery(name, argsFor) {
  const spent = [];
  for (let n = 0; n < 210; n++) {
    const from = performance.now();
    await query(name, argsFor(n));
    if (n >= 10) spent.push((performance.now() - from) * 1000);
  }
  return quantile(spent, 0.5);
}

async function fill(total) {
  for (; filled < total; filled += 500) {
    const last = await client.mutation(makeFunctionReference("notes:fill"), { from: filled, count: 500 });
    if (filled + 500 >= total / 2 && filled < total / 2) middle = last;
  }
  return { id: middle };
}

async function read(total, id) {
  const at = Math.floor(total / 2);
  const author = `author ${Math.floor(at / 1000)}`;
  return {
    byId: await perRead("notes:byId", { id }),
    byName: await perRead("notes:byName", { name: `topic ${Math.floor(at / 10)}` }),
    page: await perQuery("notes:page", () => ({ author })),
    joined: await perQuery("notes:joined", (n) => ({ topic: `topic ${Math.floor(at / 10) - (n % 20)}` })),
  };
}

process.on("message", async (asked) => {
  try {
    process.send(asked.fill ? await fill(asked.fill) : await read(asked.read, asked.id));
  } catch (problem) {
    process.send({ error: String(problem?.stack ?? problem) });
  }
});
process.on("disconnect", () => process.exit());
process.send({});
