import { ratio, typical, typingRounds } from "../harness/rounds.mjs";

const at = (path) => new URL(`../${path}.mjs`, import.meta.url).href;
const subjects = { H: at("peers/hocuspocus"), ours: at("subjects/coWriting") };

/** Twenty typists in one section; steps are authorised and on disk before anybody sees them. Hocuspocus stores later. */
export const coWriting = {
  ids: ["B03"],
  async run({ rounds, say }) {
    const lines = [];
    for (const roundTrip of [0, 40]) {
      say(`${roundTrip} ms round trip`);
      const workloads = [
        { kind: "serial", keys: roundTrip === 0 ? 200 : 40 },
        { kind: "paced", perSecond: 5, seconds: 5 },
        { kind: "flood", keys: 1000, seconds: 8 },
      ];
      const clients = 20;
      const rows = await typingRounds({ subjects, clients, rounds, workloads, oneWayMs: roundTrip / 2, say });
      lines.push(...linesOf(rows, roundTrip));
    }
    return lines;
  },
};

function linesOf(rows, roundTrip) {
  const near = roundTrip === 0;
  const line = (kind, part, goal, unit) => ({
    id: "B03",
    what: `20 typists, ${roundTrip} ms round trip, ${kind} ${part}, against Hocuspocus`,
    ratio: ratio(rows, "ours", "H", (row) => row[kind][part]),
    goal,
    detail: `${typical(rows, "ours", (row) => row[kind][part])}${unit}; Hocuspocus ${typical(rows, "H", (row) => row[kind][part])}${unit}; copies at the end ${Math.max(...rows.filter(({ name }) => name === "ours").map((row) => row[kind].copies))}`,
  });
  return [
    line("serial", "p50", near ? "≤ 1.5" : "≤ 1.03", " ms"),
    line("paced", "p50", near ? "≤ 1.0" : "≤ 1.03", " ms"),
    line("paced", "p99", near ? "≤ 1.0" : "≤ 1.10", " ms"),
    line("flood", "keysPerSecond", "≥ 1.0", "/s"),
  ];
}
