import { ratio, typical, typingRounds } from "../harness/rounds.mjs";

const at = (name) => new URL(`../subjects/${name}.mjs`, import.meta.url).href;
const subjects = {
  raw: at("rawSocket"),
  F2: at("durableStub"),
  own: at("hostedOwn"),
  shared: at("hostedShared"),
};

/** Twenty screens on one live query, one durable and authorised write, the time until the last screen shows it. */
export const liveQueries = {
  ids: ["B01", "B02"],
  async run({ rounds, say }) {
    const workloads = [
      { kind: "serial", keys: 500 },
      { kind: "paced", perSecond: 5, seconds: 5 },
    ];
    const rows = await typingRounds({ subjects, clients: 20, rounds, workloads, say });
    const line = (id, name, goal, kind, part) => ({
      id,
      what: `${name === "own" ? "own identities" : "one shared query"}, ${kind} ${part}, against F2`,
      ratio: ratio(rows, name, "F2", (row) => row[kind][part]),
      goal: `≤ ${goal}`,
      detail: `${typical(rows, name, (row) => row[kind][part])} ms; F2 ${typical(rows, "F2", (row) => row[kind][part])}, raw ${typical(rows, "raw", (row) => row[kind][part])}`,
    });
    return ["serial", "paced"].flatMap((kind) => [
      line("B01", "own", 2.0, kind, "p50"),
      line("B01", "own", 2.0, kind, "p99"),
      line("B02", "shared", 1.3, kind, "p50"),
    ]);
  },
};
