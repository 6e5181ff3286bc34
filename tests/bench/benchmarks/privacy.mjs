import { ConvexHttpClient } from "convex/browser";
import { makeFunctionReference } from "convex/server";
import { median, short } from "../harness/statistics.mjs";
import { openHosted } from "../subjects/hosted.mjs";

const PAGES = 40;
const MUTATIONS = 150;
const page = makeFunctionReference("pupils:page");
const add = makeFunctionReference("audited:add");

/**
 * A page of a hundred pupils with sealed birth dates against the same page in the open, and a mutation that leaves an
 * audit entry against the same without, over the wire.
 */
export const privacy = {
  ids: ["B19"],
  async run({ rounds, say }) {
    const server = await openHosted({ people: 1, spawned: true });
    const taken = { plain: [], sealed: [], silent: [], audited: [] };
    try {
      const client = new ConvexHttpClient(`http://127.0.0.1:${server.port}`, {
        skipConvexDeploymentUrlCheck: true,
      });
      client.setAuth(server.told.tokens[0]);
      await client.mutation(makeFunctionReference("pupils:fill"), { count: 100 });
      let turn = 0;
      for (let round = 0; round < rounds; round++) {
        say(`round ${round + 1}: pages of a hundred`);
        for (let n = 0; n < PAGES; n++) {
          // One of each in turn, so that both meet the same machine.
          for (const kind of ["plain", "sealed"]) {
            const from = performance.now();
            const rows = await client.query(page, { kind, turn: turn++ });
            taken[kind].push(performance.now() - from);
            if (rows.length !== 100) throw new Error("A page of the benchmark is not whole.");
          }
        }
        say(`round ${round + 1}: mutations`);
        for (let n = 0; n < MUTATIONS; n++) {
          for (const kind of ["silent", "audited"]) {
            const from = performance.now();
            await client.mutation(add, { body: "A sentence of a note.", isAudited: kind === "audited" });
            taken[kind].push(performance.now() - from);
          }
        }
      }
    } finally {
      await server.close();
    }
    return [
      {
        id: "B19",
        what: "page of 100 pupils with sealed birth dates, against the same in the open",
        ratio: short(median(taken.sealed) / median(taken.plain)),
        goal: "≤ 1.5",
        detail: `${short(median(taken.sealed))} and ${short(median(taken.plain))} ms, the whole round trip`,
      },
      {
        id: "B19",
        what: "mutation that leaves an audit entry, against the same without",
        ratio: short(median(taken.audited) / median(taken.silent)),
        goal: "≤ 1.1",
        detail: `${short(median(taken.audited))} and ${short(median(taken.silent))} ms, the whole round trip`,
      },
    ];
  },
};
