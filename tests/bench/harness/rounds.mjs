import { openDistance } from "./distance.mjs";
import { openSide } from "./side.mjs";
import { median, short } from "./statistics.mjs";

const serverSide = new URL("./serverSide.mjs", import.meta.url);
const clientSide = new URL("./clientSide.mjs", import.meta.url);

/**
 * Runs the same typing on several subjects, A B C, A B C, ..., each time in fresh processes, and gives one row per
 * subject and round. Ratios are taken within a round: what the machine did to one it did to its neighbours.
 */
export async function typingRounds({ subjects, clients, rounds, workloads, oneWayMs = 0, say }) {
  const rows = [];
  for (let round = 0; round < rounds; round++) {
    for (const [name, module] of Object.entries(subjects)) {
      say(`round ${round + 1} of ${rounds}: ${name}`);
      rows.push({ round, name, ...(await typeOn({ module, clients, workloads, oneWayMs })) });
    }
  }
  return rows;
}

async function typeOn({ module, clients, workloads, oneWayMs }) {
  const server = openSide(serverSide, [module], 0);
  let typing = null;
  let distance = null;
  try {
    const { port, told } = await server.ready();
    if (oneWayMs > 0) distance = await openDistance(port, oneWayMs);
    typing = openSide(
      clientSide,
      [module, String(distance?.port ?? port), JSON.stringify(told), String(clients)],
      1,
    );
    await typing.ready();
    await typing.ask({ kind: "serial", keys: 200 / (1 + oneWayMs / 5) });
    const results = {};
    for (const workload of workloads) results[workload.kind] = await typing.ask(workload, 180_000);
    return results;
  } finally {
    await typing?.close();
    await server.close();
    distance?.close();
  }
}

/** The median over rounds of `subject / base`, both from the same round. */
export function ratio(rows, subject, base, read) {
  const of = (name) => rows.filter((row) => row.name === name).map(read);
  const bases = of(base);
  return short(median(of(subject).map((value, round) => value / bases[round])));
}

/** The median over rounds itself. */
export const typical = (rows, subject, read) =>
  short(median(rows.filter(({ name }) => name === subject).map(read)));
