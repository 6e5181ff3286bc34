import { ConvexHttpClient } from "convex/browser";
import { makeFunctionReference } from "convex/server";
import { median, short } from "../harness/statistics.mjs";
import { openHosted } from "../subjects/hosted.mjs";

const PAGES = 40;
const page = makeFunctionReference("pupils:page");

/** A page of a hundred pupils with sealed birth dates against the same page in the open, over the wire. */
export const privacy = {
  ids: ["B19"],
  async run({ rounds, say }) {
    const server = await openHosted({ people: 1, spawned: true });
    const taken = { plain: [], sealed: [] };
    try {
      const client = new ConvexHttpClient(`http://127.0.0.1:${server.port}`, {
        skipConvexDeploymentUrlCheck: true,
      });
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
    ];
  },
};
